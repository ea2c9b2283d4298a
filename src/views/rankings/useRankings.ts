/** The page's questions, its controls in the address, and the ranking that comes of both. */
import { computed, shallowRef, watch } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import { sameParams } from '@/composables/sameParams';
import { useQuery } from '@/composables/useQuery';
import type { RuleSet } from '@/rules/ruleSet';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { ownGrade } from '@/views/grades';
import { steady } from '@/views/steady';
import { readChoice, type RankingChoice } from './choice';
import earlierSql from './earlier.sql?raw';
import { MEASURE_SPECS, rankedBy } from './measures';
import predecessorsSql from './predecessors.sql?raw';
import { byYear, rankingOf, type Ranking } from './ranking';
import rankingsSql from './rankings.sql?raw';
import type { PlaceRow, PredecessorRow, RankingRow } from './rows';
import { tableRows } from './tableRows';

type Param = ReturnType<typeof useFilters>['params'][number];

/** Years before the charts' year that the moves look back on. */
const YEARS_BACK = 5;

const shownFilters = ({ yearFrom, yearText, words, shared, ruleSetId }: ReturnType<typeof useFilters>) => ({
  yearFrom,
  yearText,
  words,
  shared,
  ruleSetId,
});

export function useRankings() {
  const route = useRoute();
  const router = useRouter();
  const dataset = useDataset();
  const filters = useFilters();

  const choice = computed<RankingChoice>((before) =>
    steady(
      readChoice((key) => {
        const cell = route.query[key];
        return (Array.isArray(cell) ? cell[0] : cell) ?? null;
      }),
      before,
    ),
  );
  function choose(patch: LocationQueryRaw): void {
    const query = Object.fromEntries(
      Object.entries({ ...route.query, ...patch }).filter(([, value]) => value !== null && value !== undefined),
    );
    void router.push({ path: route.path, query });
  }

  const ranksParams = (): Param[] => [...filters.params, choice.value.leastCoverage, choice.value.ties];
  const ranks = useQuery<RankingRow>(rankingsSql, ranksParams);
  const predecessors = useQuery<PredecessorRow>(predecessorsSql, () => []);

  /** The filters as they were when the rows on screen were asked for: until the next answer all words stay theirs. */
  const shown = shallowRef(shownFilters(filters));
  watch(
    ranks.asked,
    () => {
      shown.value = shownFilters(filters);
    },
    { flush: 'sync' },
  );
  const ruleSetWith = (id: string): RuleSet | null => dataset.ruleSets.find((each) => each.id === id) ?? null;
  const ruleSet = computed(() => ruleSetWith(shown.value.ruleSetId));
  const ties = computed(() => choice.value.ties ?? ruleSet.value?.ranking ?? 'competition');
  const leastCoverage = computed(() => choice.value.leastCoverage ?? String(ruleSet.value?.least_coverage ?? 0));

  const lastYearInView = computed(() => ranks.rows.value.reduce((last, row) => Math.max(last, row.fiscal_year), 0));
  const ranked = computed(() =>
    rankedBy(
      choice.value.measure,
      ranks.rows.value.filter((row) => row.fiscal_year === lastYearInView.value),
    ),
  );
  /** The same question of the years before the span, as far as the moves and last year's places look back. */
  const earlierParams = computed<Param[] | null>(() => {
    const asked = ranks.asked.value;
    const from = shown.value.yearFrom;
    if (asked === null || from === null || ranks.rows.value.length === 0) return null;
    const first = Math.min(from - 1, lastYearInView.value - YEARS_BACK);
    return [first, from - 1, ...asked.slice(2), MEASURE_SPECS[ranked.value].key];
  });
  const earlier = useQuery<PlaceRow>(earlierSql, () => earlierParams.value);
  const hasEarlier = computed(
    () =>
      earlierParams.value === null || (!earlier.loading.value && sameParams(earlier.asked.value, earlierParams.value)),
  );

  const rankingWith = (rows: readonly PlaceRow[]): Ranking | null =>
    rankingOf({
      rows: ranks.rows.value,
      earlier: rows,
      yearFrom: shown.value.yearFrom,
      measure: choice.value.measure,
      ties: ties.value,
      predecessors: predecessors.rows.value,
    });
  /** With the places of earlier years; while these are on their way, as it was. */
  const overYears = computed<Ranking | null>((before) =>
    hasEarlier.value ? rankingWith(earlierParams.value === null ? [] : earlier.rows.value) : (before ?? null),
  );
  /** By recomputed total the rows know last year's places themselves; by other figures these come with earlier years. */
  const ranking = computed<Ranking | null>(() => (ranked.value === 'recomputed' ? rankingWith([]) : overYears.value));

  /** Only the units of one cell of the overview's cross table, where the address asks for it. */
  function keptUnder(rules: RuleSet | null, { grades: wanted }: RankingChoice): (row: RankingRow) => boolean {
    if (!wanted || !rules) return () => true;
    return (row) =>
      row.recomputed_grade === wanted.recomputed &&
      ownGrade(row.reported_total, row.reported_grade, rules.grades, rules.grade_aliases) === wanted.own;
  }
  const table = computed(() =>
    ranking.value ? tableRows(byYear(ranks.rows.value), ranking.value, keptUnder(ruleSet.value, choice.value)) : [],
  );
  /** Lowest coverage of a unit that has a total, for the control. */
  const lowestCoverage = computed(() => {
    const shares = (ranking.value?.rows ?? []).flatMap((row) =>
      row.coverage === null || row.recomputed_total === null ? [] : [Number(row.coverage)],
    );
    return shares.length > 0 ? Math.min(...shares) : null;
  });

  /**
   * What the CSV holds: the same question as the address puts it now, for it may change while the rows are on their
   * way; `words` are the parts of the file's name that tell which question it was.
   */
  async function exported(): Promise<{ rows: readonly RankingRow[]; words: readonly string[] }> {
    const { ruleSetId, yearText } = filters;
    const params = ranksParams();
    const { grades } = choice.value;
    const rules = ruleSetWith(ruleSetId);
    const kept = keptUnder(rules, choice.value);
    const words = [
      yearText,
      rules?.title ?? '',
      ...filters.words,
      ...(grades ? [`${grades.own}-${grades.recomputed}`] : []),
    ];
    await dataset.ensureScores(ruleSetId);
    const answer = await dataset.query<RankingRow>(rankingsSql, params);
    return { rows: answer.filter(kept), words };
  }

  return {
    choice,
    choose,
    shown,
    ruleSet,
    ties,
    leastCoverage,
    ranking,
    overYears,
    table,
    lowestCoverage,
    exported,
    severalYears: computed(() => new Set(ranks.rows.value.map((row) => row.fiscal_year)).size > 1),
    loaded: computed(
      () => ranks.loaded.value && predecessors.loaded.value && (ranking.value !== null || hasEarlier.value),
    ),
    stale: computed(() => ranks.loading.value || (ranked.value !== 'recomputed' && !hasEarlier.value)),
    movesStale: computed(() => ranks.loading.value || !hasEarlier.value),
    error: computed(() => ranks.error.value ?? earlier.error.value ?? predecessors.error.value),
  };
}
