/** Everything that the unit page asks: one question per `.sql` file, all following the address. */
import { computed } from 'vue';
import { useQuery } from '@/composables/useQuery';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import changesSql from './changes.sql?raw';
import { explainAll } from './explained';
import findingsSql from './findings.sql?raw';
import identitySql from './identity.sql?raw';
import { indicatorsOf, type ScoredRow } from './indicators';
import neighboursSql from './neighbours.sql?raw';
import peersSql from './peers.sql?raw';
import { cellsSql } from './queries';
import type * as Rows from './rows';
import sourcesSql from './sources.sql?raw';
import spendingSql from './spending.sql?raw';
import unitSql from './unit.sql?raw';
import { yearInView } from './year';
import yearsSql from './years.sql?raw';

export function useUnit(code: () => string) {
  const filters = useFilters();
  const dataset = useDataset();

  const years = useQuery<Rows.YearRow>(yearsSql, () => [code(), filters.ruleSetId]);
  const yearNumbers = computed(() => years.rows.value.map((row) => row.fiscal_year));
  const year = computed(() => yearInView(yearNumbers.value, filters.yearFrom, filters.yearTo));
  const ofYear = computed(() => years.rows.value.find((row) => row.fiscal_year === year.value) ?? null);

  const identity = useQuery<Rows.IdentityRow>(identitySql, () => [code(), year.value]);
  const changes = useQuery<Rows.ChangeRow>(changesSql, () => [code()]);
  const neighbours = useQuery<Rows.NeighbourRow>(neighboursSql, () => [...filters.params, code()]);
  const scored = useQuery<ScoredRow>(unitSql, () => [
    year.value,
    year.value,
    null,
    null,
    null,
    filters.ruleSetId,
    code(),
  ]);
  const cells = useQuery<Rows.CellsRow>(cellsSql, () => [code(), year.value]);
  const indicators = computed(() => indicatorsOf(scored.rows.value, cells.rows.value));
  const spending = useQuery<Rows.SpendingRow>(spendingSql, () => [code(), year.value]);
  const explained = computed(() => explainAll(dataset.ruleSets, cells.rows.value, spending.rows.value[0] ?? null));
  const unit = computed(() => identity.rows.value[0] ?? null);
  const peers = useQuery<Rows.PeerRow>(peersSql, () => [
    year.value,
    unit.value?.unit_category ?? null,
    filters.ruleSetId,
  ]);
  const sources = useQuery<Rows.SourceRow>(sourcesSql, () => [code(), year.value]);
  const findings = useQuery<Rows.FindingRow>(findingsSql, () => [code(), year.value, filters.ruleSetId]);

  const side = (name: 'previous' | 'next') =>
    computed(() => {
      const row = neighbours.rows.value.find((each) => each.side === name);
      return row?.unit_code ? { code: row.unit_code, name: row.unit_name ?? row.unit_code } : null;
    });

  return {
    loaded: computed(() => years.loaded.value && identity.loaded.value),
    failure: computed(() => years.error.value ?? identity.error.value ?? scored.error.value),
    years: years.rows,
    yearNumbers,
    year,
    ofYear,
    unit,
    changes: changes.rows,
    previous: side('previous'),
    next: side('next'),
    indicators,
    explained,
    spending: computed(() => spending.rows.value[0] ?? null),
    peers: peers.rows,
    sources: sources.rows,
    findings: findings.rows,
  };
}
