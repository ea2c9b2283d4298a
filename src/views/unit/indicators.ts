/** The indicators of a year as the table shows them: the list's row joined with its cells. Pure; no text from here. */
import { Exact } from '@/domain/decimal';
import { stateOf, type ScoreState } from '@/components/words';
import type { CellsRow } from './rows';

/** unit.sql: one indicator as the export prints it. */
export type ScoredRow = {
  fiscal_year: number;
  unit_code: string;
  indicator_no: string | null;
  indicator: string;
  target: string | null;
  achieved: string | null;
  weight: string;
  reported_score: string | null;
  computed_score: string | null;
  working: string | null;
  state: string;
  indicator_id: number;
};

/** What the table shows of it: the same from the list or from the working (explained.ts). */
export type ShownRow = Omit<ScoredRow, 'fiscal_year' | 'unit_code'>;

export interface IndicatorRow {
  readonly id: number;
  readonly no: string;
  readonly name: string;
  readonly target: string | null;
  readonly achieved: string | null;
  readonly weight: string;
  readonly reported_score: string | null;
  readonly computed_score: string | null;
  /** Computed − reported; none where one is absent. */
  readonly difference: Exact | null;
  readonly working: string | null;
  readonly state: ScoreState;
  readonly cells: CellsRow | null;
}

export function indicatorsOf(scored: readonly ShownRow[], cells: readonly CellsRow[]): IndicatorRow[] {
  const byId = new Map(cells.map((row) => [row.indicator_id, row]));
  return scored.map((row) => ({
    id: row.indicator_id,
    no: row.indicator_no ?? '',
    name: row.indicator,
    target: row.target,
    achieved: row.achieved,
    weight: row.weight,
    reported_score: row.reported_score,
    computed_score: row.computed_score,
    difference:
      row.computed_score === null || row.reported_score === null
        ? null
        : new Exact(row.computed_score).minus(row.reported_score),
    working: row.working,
    state: stateOf(row.state),
    cells: byId.get(row.indicator_id) ?? null,
  }));
}

export const sumOf = (values: readonly (string | null)[]): Exact =>
  values.reduce<Exact>((sum, value) => (value === null ? sum : sum.plus(value)), new Exact(0));

/** What recomputing changed: how many, and the indicator that moved most. */
export function changesOf(rows: readonly IndicatorRow[]): { count: number; most: IndicatorRow | null } {
  const changed = rows.filter((row) => row.difference !== null && !row.difference.isZero());
  const most = changed.reduce<IndicatorRow | null>((best, row) => {
    if (!best?.difference || !row.difference) return row;
    return row.difference.abs().gt(best.difference.abs()) ? row : best;
  }, null);
  return { count: changed.length, most };
}
