/** Everything that the unit page asks, all following the address. */
import { computed } from 'vue';
import { useQuery, type QueryState } from '@/composables/useQuery';
import type { Row } from '@/composables/answers';
import type { RuleSet } from '@/rules/ruleSet';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { explainAll, shownRows, type Explained } from './explained';
import { indicatorsOf, type IndicatorRow } from './indicators';
import { peersOf } from './peers';
import * as questions from './questions';
import type * as Rows from './rows';
import { yearInView } from './year';

/** One unit in one year with all that the page says of it. */
export interface UnitPage {
  readonly code: string;
  readonly years: readonly Rows.YearWithFindings[];
  readonly year: number | null;
  readonly ofYear: Rows.YearRow | null;
  /** Null where nothing is known under this code. */
  readonly unit: Rows.IdentityRow | null;
  readonly ruleSet: RuleSet | null;
  readonly changes: readonly Rows.ChangeRow[];
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly indicators: readonly IndicatorRow[];
  readonly explained: readonly Explained[];
  readonly spending: Rows.SpendingRow | null;
  readonly peers: readonly Rows.PeerRow[];
  readonly sources: readonly Rows.SourceRow[];
  /** Null while the checks are at it: the page does not wait for them. */
  readonly findings: readonly Rows.FindingRow[] | null;
}

interface Neighbour {
  readonly code: string;
  readonly name: string;
}

export function useUnit(code: () => string) {
  const filters = useFilters();
  const dataset = useDataset();

  const about = (ofYear: number | null): questions.About => ({
    code: code(),
    year: ofYear,
    ruleSetId: filters.ruleSetId,
    params: filters.params,
  });
  const years = useQuery<Rows.YearRow>(questions.YEARS.sql, () => questions.YEARS.values(about(null)));
  const yearNumbers = computed(() => years.rows.value.map((row) => row.fiscal_year));
  const year = computed(() => yearInView(yearNumbers.value, filters.yearFrom, filters.yearTo));

  const useQuestion = <T extends Row>({ sql, values }: questions.UnitQuestion): QueryState<T> =>
    useQuery<T>(sql, () => values(about(year.value)));
  const cells = useQuestion<Rows.CellsRow>(questions.CELLS);
  const spending = useQuestion<Rows.SpendingRow>(questions.SPENDING);
  const identity = useQuestion<Rows.IdentityRow>(questions.IDENTITY);
  /** Without a category, or a year with data, there is nobody to stand beside, and nothing is asked. */
  const peerCategory = computed(() => (year.value === null ? null : (identity.rows.value[0]?.unit_category ?? null)));
  const peers = useQuery<Rows.UnitPeer>(questions.PEERS.sql, () =>
    peerCategory.value === null ? null : questions.PEERS.values(about(year.value), peerCategory.value),
  );
  const sources = useQuestion<Rows.SourceRow>(questions.SOURCES);
  const neighbours = useQuestion<Rows.NeighbourRow>(questions.NEIGHBOURS);
  const changes = useQuestion<Rows.ChangeRow>(questions.CHANGES);
  const findings = useQuestion<Rows.FindingRow>(questions.FINDINGS);

  const side = (name: 'previous' | 'next'): Neighbour | null => {
    const row = neighbours.rows.value.find((each) => each.side === name);
    return row?.unit_code ? { code: row.unit_code, name: row.unit_name ?? row.unit_code } : null;
  };

  const asked = [years, cells, spending, identity, sources, neighbours, changes] as const;
  const isChecked = computed(() => !findings.loading.value && findings.error.value === null);
  /** Every answer is there, and it is about this unit and year. */
  const complete = computed(
    () =>
      years.asked.value?.[0] === code() &&
      identity.asked.value?.[0] === code() &&
      identity.asked.value[1] === year.value &&
      asked.every((each) => !each.loading.value) &&
      (peerCategory.value === null || !peers.loading.value) &&
      (isChecked.value || !dataset.found.has(filters.ruleSetId)),
  );

  function whole(): UnitPage {
    const money = spending.rows.value[0] ?? null;
    const explained = explainAll(dataset.ruleSets, cells.rows.value, money);
    const own = explained.find((each) => each.ruleSet.id === filters.ruleSetId);
    const foundIn = (fiscalYear: number) => findings.rows.value.filter((row) => row.fiscal_year === fiscalYear);
    return {
      code: code(),
      years: years.rows.value.map((row) => ({
        ...row,
        finding_count: isChecked.value ? foundIn(row.fiscal_year).length : null,
      })),
      year: year.value,
      ofYear: years.rows.value.find((row) => row.fiscal_year === year.value) ?? null,
      unit: identity.rows.value[0] ?? null,
      ruleSet: own?.ruleSet ?? null,
      changes: changes.rows.value,
      previous: side('previous'),
      next: side('next'),
      indicators: own ? indicatorsOf(shownRows(own, cells.rows.value), cells.rows.value) : [],
      explained,
      spending: money,
      peers: peerCategory.value === null ? [] : peersOf(peers.rows.value),
      sources: sources.rows.value,
      findings: isChecked.value ? (year.value === null ? [] : foundIn(year.value)) : null,
    };
  }
  /** Set anew in one go when everything is there, so that figures of two units never stand side by side. */
  const page = computed<UnitPage | null>((before) => (complete.value ? whole() : (before ?? null)));

  return {
    page,
    stale: computed(() => !complete.value),
    failure: computed(
      () => [...asked, findings].map((each) => each.error.value).find((each) => each !== null) ?? peers.error.value,
    ),
  };
}
