/** The page's questions, its controls in the address, and the ranking that comes of both. */
import { computed } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import { useQuery } from '@/composables/useQuery';
import type { RuleSet } from '@/rules/ruleSet';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { ownGrade } from '@/views/grades';
import { steady } from '@/views/steady';
import { readChoice, type RankingChoice } from './choice';
import { inView, type YearLists } from './inView';
import predecessorsSql from './predecessors.sql?raw';
import { rankingOf, type Ranking } from './ranking';
import rankingsSql from './rankings.sql?raw';
import type { PredecessorRow, RankingRow } from './rows';
import { tableRows } from './tableRows';
import { useYearLists, type ListQuestion } from './useYearLists';

/** rankings.sql: what the CSV holds. */
type ExportedRow = Omit<RankingRow, 'place_group'> & {
  rank: number | null;
  rule_set: string;
  last_rank: number | null;
};

/** Years before the charts' year that the moves look back on. */
const YEARS_BACK = 5;
const NONE: YearLists = new Map();

/** What the address asks for. */
interface Asked {
  readonly question: ListQuestion;
  readonly yearFrom: number | null;
  readonly yearText: string;
  readonly region: string | null;
  readonly category: string | null;
  readonly words: readonly string[];
  readonly shared: ReturnType<typeof useFilters>['shared'];
  /** Years with data that are in view, and the one before them. */
  readonly span: readonly number[];
  readonly beforeSpan: readonly number[];
}

/** The lists that answer a question. */
interface Shown {
  readonly about: Asked;
  readonly span: YearLists;
  readonly before: YearLists;
}

const sameLists = (one: YearLists, other: YearLists): boolean =>
  one.size === other.size && [...one].every(([year, list]) => other.get(year) === list);

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

  const asked = computed((before: Asked | undefined) => {
    const { yearFrom, yearTo, yearText, region, category, q, words, shared, ruleSetId } = filters;
    const { leastCoverage } = choice.value;
    const question: ListQuestion = { revision: dataset.revision, ruleSetId, q, leastCoverage };
    const span = dataset.years.filter((year) => year >= (yearFrom ?? year) && year <= (yearTo ?? year));
    const beforeSpan = dataset.years.filter((year) => yearFrom !== null && year === yearFrom - 1);
    return steady({ question, yearFrom, yearText, region, category, words, shared, span, beforeSpan }, before);
  });

  const lists = useYearLists();
  const predecessors = useQuery<PredecessorRow>(predecessorsSql, () => []);
  /** Other rules find the same ones: nothing is placed or drawn anew for them. */
  const cameOf = computed((before: readonly PredecessorRow[] | undefined) => steady(predecessors.rows.value, before));

  /** What is on screen: all words stay those of one question until the next one can be answered. */
  const shown = computed((shownBefore: Shown | null | undefined) => {
    const about = asked.value;
    const span = lists.of(about.question, about.span);
    const before = lists.of(about.question, about.beforeSpan);
    if (!span || !before) return shownBefore ?? null;
    const isSame = shownBefore?.about === about && sameLists(shownBefore.span, span);
    return isSame && sameLists(shownBefore.before, before) ? shownBefore : { about, span, before };
  });
  const ruleSetWith = (id: string): RuleSet | null => dataset.ruleSets.find((each) => each.id === id) ?? null;
  const ruleSet = computed(() => ruleSetWith(shown.value?.about.question.ruleSetId ?? ''));
  const ties = computed(() => choice.value.ties ?? ruleSet.value?.ranking ?? 'competition');
  const leastCoverage = computed(() => choice.value.leastCoverage ?? String(ruleSet.value?.least_coverage ?? 0));

  const inViewOf = (all: YearLists): YearLists =>
    inView(all, shown.value?.about.region ?? null, shown.value?.about.category ?? null);
  const rowsOfYear = computed(() => inViewOf(shown.value?.span ?? NONE));
  const rankingWith = (earlier: YearLists): Ranking | null =>
    rankingOf({
      rowsOfYear: rowsOfYear.value,
      earlier: inViewOf(earlier),
      measure: choice.value.measure,
      ties: ties.value,
      predecessors: cameOf.value,
    });
  const ranking = computed(() => rankingWith(shown.value?.before ?? NONE));

  const lookedBackOn = computed(() => {
    const from = shown.value?.about.yearFrom ?? null;
    const first = Math.max(...rowsOfYear.value.keys()) - YEARS_BACK;
    return from === null ? [] : dataset.years.filter((year) => year >= first && year < from);
  });
  const lookedBack = computed(() => shown.value && lists.of(shown.value.about.question, lookedBackOn.value));
  lists.follow({
    question: () => asked.value.question,
    years: () => [...new Set([...asked.value.beforeSpan, ...asked.value.span, ...lookedBackOn.value])],
    spare: () => nearestFirst(dataset.years, asked.value.span),
  });
  /** With the places of earlier years; while these are on their way, as it was. */
  const overYears = computed((before: Ranking | null | undefined) =>
    lookedBack.value ? rankingWith(new Map([...(shown.value?.before ?? NONE), ...lookedBack.value])) : (before ?? null),
  );

  /** Only the units of one cell of the overview's cross table, where the address asks for it. */
  function keptUnder(
    rules: RuleSet | null,
    { grades: wanted }: RankingChoice,
  ): ((row: Pick<RankingRow, 'recomputed_grade' | 'reported_total' | 'reported_grade'>) => boolean) | null {
    if (!wanted || !rules) return null;
    return (row) =>
      row.recomputed_grade === wanted.recomputed &&
      ownGrade(row.reported_total, row.reported_grade, rules.grades, rules.grade_aliases) === wanted.own;
  }
  const table = computed(() =>
    ranking.value ? tableRows(rowsOfYear.value, ranking.value, keptUnder(ruleSet.value, choice.value)) : [],
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
  async function exported(): Promise<{ rows: readonly ExportedRow[]; words: readonly string[] }> {
    const { ruleSetId, yearText } = filters;
    const { grades, leastCoverage: least, ties: asChosen } = choice.value;
    const params = [...filters.params, least, asChosen];
    const rules = ruleSetWith(ruleSetId);
    const kept = keptUnder(rules, choice.value);
    const words = [
      yearText,
      rules?.title ?? '',
      ...filters.words,
      ...(grades ? [`${grades.own}-${grades.recomputed}`] : []),
    ];
    await dataset.ensureScores(ruleSetId);
    const answer = await dataset.query<ExportedRow>(rankingsSql, params);
    return { rows: kept ? answer.filter(kept) : answer, words };
  }

  /** Places of the year before are part of every list: they wait for the predecessors of the same data, too. */
  const stale = computed(
    () => shown.value?.about !== asked.value || predecessors.revision.value !== asked.value.question.revision,
  );
  return {
    choice,
    choose,
    shown: computed(() => shown.value?.about ?? asked.value),
    ruleSet,
    ties,
    leastCoverage,
    ranking,
    overYears,
    table,
    lowestCoverage,
    exported,
    severalYears: computed(() => rowsOfYear.value.size > 1),
    loaded: computed(() => shown.value !== null && predecessors.loaded.value),
    stale,
    movesStale: computed(() => stale.value || !lookedBack.value),
    error: computed(() => lists.error.value ?? predecessors.error.value),
  };
}

/** The years nearest to the last one in view before the others. */
function nearestFirst(years: readonly number[], span: readonly number[]): number[] {
  const from = span[span.length - 1] ?? years[years.length - 1] ?? 0;
  return [...years].sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
}
