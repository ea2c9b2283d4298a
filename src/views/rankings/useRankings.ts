/** The page's questions, its controls in the address, and the ranking that comes of both. */
import { computed } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import { useQuery } from '@/composables/useQuery';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { ownGrade } from '@/views/grades';
import { readChoice } from './choice';
import controlSql from './control.sql?raw';
import predecessorsSql from './predecessors.sql?raw';
import { byYear, rankingOf } from './ranking';
import rankingsSql from './rankings.sql?raw';
import type { PredecessorRow, RankingRow } from './rows';
import { tableRows } from './tableRows';

type Param = ReturnType<typeof useFilters>['params'][number];

/** Years before the charts' year that the moves look back on. */
const YEARS_BACK = 5;

export function useRankings() {
  const route = useRoute();
  const router = useRouter();
  const dataset = useDataset();
  const filters = useFilters();

  const choice = computed(() =>
    readChoice((key) => {
      const cell = route.query[key];
      return (Array.isArray(cell) ? cell[0] : cell) ?? null;
    }),
  );
  function choose(patch: LocationQueryRaw): void {
    const query = Object.fromEntries(
      Object.entries({ ...route.query, ...patch }).filter(([, value]) => value !== null && value !== undefined),
    );
    void router.push({ path: route.path, query });
  }

  const ruleSet = computed(() => dataset.ruleSets.find((each) => each.id === filters.ruleSetId) ?? null);
  const ties = computed(() => choice.value.ties ?? ruleSet.value?.ranking ?? 'competition');
  const leastCoverage = computed(() => choice.value.leastCoverage ?? String(ruleSet.value?.least_coverage ?? 0));

  /** Asked from some years earlier than the span, for last year's places and the moves; the table and the CSV do not show them. */
  const yearFrom = computed(() => {
    if (filters.yearFrom === null) return null;
    const last = filters.yearTo ?? filters.yearFrom;
    return Math.min(filters.yearFrom - 1, last - YEARS_BACK);
  });
  const since = (from: Param): Param[] => [from, ...filters.params.slice(1)];
  const ranksParams = (from: Param): Param[] => [...since(from), choice.value.leastCoverage, choice.value.ties];

  const ranks = useQuery<Omit<RankingRow, 'control_rate'>>(rankingsSql, () => ranksParams(yearFrom.value));
  const controls = useQuery<{ fiscal_year: number; unit_code: string; control_rate: string }>(controlSql, () =>
    since(yearFrom.value),
  );
  const predecessors = useQuery<PredecessorRow>(predecessorsSql, () => []);

  const rows = computed<RankingRow[]>(() => {
    const rates = new Map(
      controls.rows.value.map((row) => [`${String(row.fiscal_year)}/${row.unit_code}`, row.control_rate]),
    );
    return ranks.rows.value.map((row) => ({
      ...row,
      control_rate: rates.get(`${String(row.fiscal_year)}/${row.unit_code}`) ?? null,
    }));
  });
  const ranking = computed(() =>
    rankingOf({
      rows: rows.value,
      yearFrom: filters.yearFrom,
      measure: choice.value.measure,
      ties: ties.value,
      predecessors: predecessors.rows.value,
    }),
  );

  /** Only the units of one cell of the overview's cross table, where the address asks for it. */
  function kept(row: RankingRow): boolean {
    const wanted = choice.value.grades;
    const rules = ruleSet.value;
    if (!wanted || !rules) return true;
    return (
      row.recomputed_grade === wanted.recomputed &&
      ownGrade(row.reported_total, row.reported_grade, rules.grades, rules.grade_aliases) === wanted.own
    );
  }
  const rowsInSpan = computed(() =>
    rows.value.filter((row) => filters.yearFrom === null || row.fiscal_year >= filters.yearFrom),
  );
  const table = computed(() =>
    ranking.value ? tableRows(byYear(rowsInSpan.value), ranking.value, ties.value, kept) : [],
  );
  /** Lowest coverage of a unit that has a total, for the control. */
  const lowestCoverage = computed(() => {
    const shares = (ranking.value?.rows ?? []).flatMap((row) =>
      row.coverage === null || row.recomputed_total === null ? [] : [Number(row.coverage)],
    );
    return shares.length > 0 ? Math.min(...shares) : null;
  });

  /** The rows of the CSV: the same question over the span alone. */
  async function exportRows(): Promise<readonly RankingRow[]> {
    await dataset.ensureScores(filters.ruleSetId);
    const answer = await dataset.query<RankingRow>(rankingsSql, ranksParams(filters.yearFrom));
    return answer.filter(kept);
  }

  return {
    choice,
    choose,
    ruleSet,
    ties,
    leastCoverage,
    ranking,
    table,
    lowestCoverage,
    exportRows,
    severalYears: computed(() => new Set(rowsInSpan.value.map((row) => row.fiscal_year)).size > 1),
    loaded: computed(() => ranks.loaded.value && controls.loaded.value && predecessors.loaded.value),
    stale: computed(() => ranks.loading.value || controls.loading.value),
    error: computed(() => ranks.error.value ?? controls.error.value ?? predecessors.error.value),
  };
}
