/**
 * How a unit-year's scores came about under each rule set: from its cells alone, with decimal.js, so that no rule set has
 * to be scored in the database for one unit's sake.
 */
import type { RuleSet } from '@/rules/ruleSet';
import { explainUnit, type IndicatorExplanation, type UnitExplanation } from '@/rules/scoring';
import type { ShownRow } from './indicators';
import type { CellsRow, SpendingRow, WorkingRow } from './rows';

export interface Explained {
  readonly ruleSet: RuleSet;
  readonly unit: UnitExplanation;
  /** Of a filed indicator by its id, of the one that the program adds (ids below 0) under null. */
  readonly workingOf: (indicatorId: number) => WorkingRow | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const workingRow = (each: IndicatorExplanation): WorkingRow => ({
  state: each.state,
  weight: each.weight,
  score: each.score,
  basis: each.basis,
  reason: each.reason,
  comparator_sign: text(each.cells.comparator_sign),
  comparator_assumed: each.cells.comparator_assumed === true,
  middle: each.middle,
});

function explain(ruleSet: RuleSet, rows: readonly CellsRow[], spending: SpendingRow | null): Explained {
  const unit = explainUnit(ruleSet, rows, spending);
  const places = new Map(rows.map((row, index) => [row.indicator_id, index]));
  return {
    ruleSet,
    unit,
    workingOf: (indicatorId) => {
      const place = indicatorId < 0 ? rows.length : places.get(indicatorId);
      const found = place === undefined ? undefined : unit.indicators[place];
      return found ? workingRow(found) : null;
    },
  };
}

interface Known {
  readonly of: readonly unknown[];
  readonly explained: readonly Explained[];
}
/** Of one unit only: half a megabyte for each. */
let last: Known | null = null;

/** In the order of the rule sets. Of the same answers again: they may have been explained before the page is opened. */
export function explainAll(
  ruleSets: readonly RuleSet[],
  rows: readonly CellsRow[],
  spending: SpendingRow | null,
): readonly Explained[] {
  const of = [ruleSets, rows, spending];
  if (last?.of.every((each, index) => each === of[index])) return last.explained;
  last = { of, explained: ruleSets.map((ruleSet) => explain(ruleSet, rows, spending)) };
  return last.explained;
}

const blankNumber = (row: CellsRow): boolean => row.indicator_no === null || row.indicator_no === '';

/** The unit-year's indicators in the order of the list (unit.sql), the one that the program adds where its name belongs. */
export function shownRows({ unit }: Explained, rows: readonly CellsRow[]): ShownRow[] {
  const shown = unit.indicators.map((each, index): ShownRow => {
    const filed = rows[index];
    return {
      indicator_id: filed?.indicator_id ?? -1,
      indicator_no: filed?.indicator_no ?? null,
      indicator: each.indicator,
      target: text(each.cells.target_form),
      achieved: text(each.cells.achieved_form),
      weight: each.weight,
      reported_score: filed?.reported_score ?? null,
      computed_score: each.score,
      working: each.working,
      state: each.state,
    };
  });
  const filed = shown.slice(0, rows.length);
  const before = rows.filter((row) => blankNumber(row) && row.indicator < (shown[rows.length]?.indicator ?? '')).length;
  return [...filed.slice(0, before), ...shown.slice(rows.length), ...filed.slice(before)];
}
