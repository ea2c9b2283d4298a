/** Everything that the unit page asks: one question per `.sql` file, all following the address. */
import { computed } from 'vue';
import { useQuery } from '@/composables/useQuery';
import type { RuleSet } from '@/rules/ruleSet';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import changesSql from './changes.sql?raw';
import { explainAll, shownRows, type Explained } from './explained';
import findingCountsSql from './finding-counts.sql?raw';
import findingsSql from './findings.sql?raw';
import identitySql from './identity.sql?raw';
import { indicatorsOf, type IndicatorRow } from './indicators';
import neighboursSql from './neighbours.sql?raw';
import peersSql from './peers.sql?raw';
import { cellsSql } from './queries';
import type * as Rows from './rows';
import sourcesSql from './sources.sql?raw';
import spendingSql from './spending.sql?raw';
import { yearInView } from './year';
import yearsSql from './years.sql?raw';

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

  const years = useQuery<Rows.YearRow>(yearsSql, () => [code(), filters.ruleSetId]);
  const yearNumbers = computed(() => years.rows.value.map((row) => row.fiscal_year));
  const year = computed(() => yearInView(yearNumbers.value, filters.yearFrom, filters.yearTo));

  const cells = useQuery<Rows.CellsRow>(cellsSql, () => [code(), year.value]);
  const spending = useQuery<Rows.SpendingRow>(spendingSql, () => [code(), year.value]);
  const identity = useQuery<Rows.IdentityRow>(identitySql, () => [code(), year.value]);
  const category = computed(() => identity.rows.value[0]?.unit_category ?? null);
  const peers = useQuery<Rows.PeerRow>(peersSql, () =>
    category.value === null ? null : [year.value, category.value, filters.ruleSetId],
  );
  const sources = useQuery<Rows.SourceRow>(sourcesSql, () => [code(), year.value]);
  const neighbours = useQuery<Rows.NeighbourRow>(neighboursSql, () => [...filters.params, code()]);
  const changes = useQuery<Rows.ChangeRow>(changesSql, () => [code()]);
  const findings = useQuery<Rows.FindingRow>(findingsSql, () => [code(), year.value, filters.ruleSetId]);
  const findingCounts = useQuery<Rows.FindingCountRow>(findingCountsSql, () => [code(), filters.ruleSetId]);

  const side = (name: 'previous' | 'next'): Neighbour | null => {
    const row = neighbours.rows.value.find((each) => each.side === name);
    return row?.unit_code ? { code: row.unit_code, name: row.unit_name ?? row.unit_code } : null;
  };

  const asked = [years, cells, spending, identity, sources, neighbours, changes] as const;
  const checked = [findings, findingCounts] as const;
  const isChecked = computed(() => checked.every((each) => !each.loading.value && each.error.value === null));
  /** Every answer is there, and it is about this unit and year. */
  const complete = computed(
    () =>
      years.asked.value?.[0] === code() &&
      identity.asked.value?.[0] === code() &&
      identity.asked.value[1] === year.value &&
      asked.every((each) => !each.loading.value) &&
      (category.value === null || !peers.loading.value) &&
      (isChecked.value || !dataset.found.has(filters.ruleSetId)),
  );

  function whole(): UnitPage {
    const money = spending.rows.value[0] ?? null;
    const explained = explainAll(dataset.ruleSets, cells.rows.value, money);
    const own = explained.find((each) => each.ruleSet.id === filters.ruleSetId);
    const counts = new Map(findingCounts.rows.value.map((row) => [row.fiscal_year, row.finding_count]));
    return {
      code: code(),
      years: years.rows.value.map((row) => ({
        ...row,
        finding_count: isChecked.value ? (counts.get(row.fiscal_year) ?? 0) : null,
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
      peers: category.value === null ? [] : peers.rows.value,
      sources: sources.rows.value,
      findings: isChecked.value ? findings.rows.value : null,
    };
  }
  /** Set anew in one go when everything is there, so that figures of two units never stand side by side. */
  const page = computed<UnitPage | null>((before) => (complete.value ? whole() : (before ?? null)));

  return {
    page,
    stale: computed(() => !complete.value),
    failure: computed(
      () => [...asked, ...checked].map((each) => each.error.value).find((each) => each !== null) ?? peers.error.value,
    ),
  };
}
