/** What units can be ranked by: the figure, which end comes first, and the figure that stands beside it. */
import { Exact } from '@/domain/decimal';
import type { RankingRow } from './rows';

export const MEASURES = ['recomputed', 'reported', 'gap', 'execution', 'control'] as const;
export type Measure = (typeof MEASURES)[number];
/** What is ranked in the end: where nobody has an adjusted budget, the rate on the initial one, under its own name. */
export type Ranked = Measure | 'completion';
export type Ties = 'competition' | 'dense';

export type FigureKey =
  'recomputed_total' | 'reported_total' | 'score_gap' | 'execution_rate' | 'completion_rate' | 'control_rate';

export interface MeasureSpec {
  readonly key: FigureKey;
  /** Which end has place 1. A control rate is the better the lower it is. */
  readonly first: 'high' | 'low';
  /** Scores and their differences are points, rates are percent. */
  readonly unit: 'points' | 'percent';
  /** The hollow dot. */
  readonly beside: FigureKey | null;
}

export const MEASURE_SPECS: Readonly<Record<Ranked, MeasureSpec>> = {
  recomputed: { key: 'recomputed_total', first: 'high', unit: 'points', beside: 'reported_total' },
  reported: { key: 'reported_total', first: 'high', unit: 'points', beside: 'recomputed_total' },
  gap: { key: 'score_gap', first: 'high', unit: 'points', beside: null },
  execution: { key: 'execution_rate', first: 'high', unit: 'percent', beside: null },
  completion: { key: 'completion_rate', first: 'high', unit: 'percent', beside: null },
  control: { key: 'control_rate', first: 'low', unit: 'percent', beside: null },
};

export function rankedBy(measure: Measure, rows: readonly RankingRow[]): Ranked {
  if (measure !== 'execution' || rows.some((row) => row.execution_rate !== null)) return measure;
  return rows.some((row) => row.completion_rate !== null) ? 'completion' : measure;
}

/** A unit in its place within one year. */
export interface Placed {
  readonly row: RankingRow;
  readonly value: string;
  readonly place: number;
}

/** Places counted along rows in order: equal figures share one. */
function counted<R extends { readonly row: RankingRow; readonly value: string }>(
  inOrder: readonly R[],
  ties: Ties,
  isSame: (one: R, other: R) => boolean,
): Placed[] {
  let place = 0;
  let before: R | null = null;
  return inOrder.map((each, index) => {
    if (before === null || !isSame(before, each)) place = ties === 'dense' ? place + 1 : index + 1;
    before = each;
    return { row: each.row, value: each.value, place };
  });
}

/**
 * The units of one year that have a place, first to last; equal printed figures share one. By recomputed total the list's
 * own order is it (which knows execution rates and the least coverage); by another figure they are put in order here.
 */
export function placedBy(rows: readonly RankingRow[], measure: Ranked, ties: Ties): Placed[] {
  const { key, first } = MEASURE_SPECS[measure];
  if (measure === 'recomputed') {
    const ranked = rows.flatMap((row) =>
      row.place_group > 0 || row.recomputed_total === null ? [] : [{ row, value: row.recomputed_total }],
    );
    return counted(ranked, ties, (one, other) => one.value === other.value);
  }
  const turn = first === 'high' ? -1 : 1;
  const sorted = rows
    .flatMap((row) => {
      const value = row[key];
      return value === null ? [] : [{ row, value, exact: new Exact(value) }];
    })
    .sort((a, b) => turn * a.exact.comparedTo(b.exact) || (a.row.unit_code < b.row.unit_code ? -1 : 1));
  return counted(sorted, ties, (one, other) => one.exact.eq(other.exact));
}

/** The first and the last `count`; where they would overlap, the first ones go before. */
export function bothEnds(
  placed: readonly Placed[],
  count: number,
): { first: readonly Placed[]; last: readonly Placed[] } {
  const first = placed.slice(0, count);
  return { first, last: placed.slice(Math.max(first.length, placed.length - count)) };
}

/** Middle value, exact, rounded to two decimals where it lies between two. `inOrder`: values one after the other, either way. */
export function medianOf(inOrder: readonly string[]): string | null {
  const half = Math.floor(inOrder.length / 2);
  const middle = inOrder[half];
  if (middle === undefined) return null;
  const one = new Exact(middle);
  if (inOrder.length % 2 === 1) return one.toFixed();
  return one
    .plus(inOrder[half - 1] ?? middle)
    .div(2)
    .toDecimalPlaces(2)
    .toFixed();
}

/** How far apart the first and the last of a list are. */
export function spanOf(placed: readonly Placed[]): string | null {
  const first = placed[0];
  const last = placed[placed.length - 1];
  return first && last ? new Exact(first.value).minus(last.value).abs().toFixed() : null;
}
