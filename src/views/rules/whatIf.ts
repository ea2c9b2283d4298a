/** Two rankings of the same units side by side: who moves, by how much, and what that makes of the mean and the grades. */
import { Exact, roundHalfUp } from '@/domain/decimal';
import type { Origin } from './origins';

/** A row of the rankings question, as far as it is needed here. */
export interface RankedUnit {
  readonly fiscal_year: number;
  readonly rank: number | null;
  readonly unit_code: string;
  readonly unit_name: string | null;
  readonly recomputed_total: string | null;
  readonly recomputed_grade: string | null;
  readonly [key: string]: string | number | null;
}

export type MoveRow = {
  fiscal_year: number;
  unit_code: string;
  unit_name: string | null;
  left_total: string | null;
  right_total: string | null;
  /** Right less left. */
  difference: string | null;
  left_rank: number | null;
  right_rank: number | null;
  /** Places won (above zero) or lost; null without a rank on either side. */
  move: number | null;
  left_grade: string | null;
  right_grade: string | null;
};

export interface WhatIf {
  readonly units: number;
  /** Of the units that have a total on both sides; two decimals. */
  readonly leftMean: string | null;
  readonly rightMean: string | null;
  readonly gradeChanges: number;
  readonly rankChanges: number;
  readonly farMoves: number;
  /** By unit: which indicators' scores are other ones. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** All units, most moved first. */
  readonly rows: readonly MoveRow[];
}

/** Places from which a move counts as far. */
export const FAR = 10;

function difference(left: string | null, right: string | null): string | null {
  return left === null || right === null ? null : new Exact(right).minus(left).toFixed();
}

function mean(totals: readonly string[]): string | null {
  if (totals.length === 0) return null;
  const sum = totals.reduce((whole, total) => whole.plus(total), new Exact(0));
  return roundHalfUp(sum.div(totals.length), 2).toFixed(2);
}

const distance = (row: MoveRow): number => Math.abs(row.move ?? 0);

export const rankChanged = (row: MoveRow): boolean => row.left_rank !== row.right_rank;
export const gradeChanged = (row: MoveRow): boolean => row.left_grade !== row.right_grade;
/** Rank, grade or total is another. */
export const touched = (row: MoveRow): boolean =>
  rankChanged(row) ||
  gradeChanged(row) ||
  (row.left_total === null) !== (row.right_total === null) ||
  (row.difference !== null && !new Exact(row.difference).isZero());

export function whatIf(
  left: readonly RankedUnit[],
  right: readonly RankedUnit[],
  origins: ReadonlyMap<string, Origin> = new Map(),
): WhatIf {
  const before = new Map(left.map((row) => [row.unit_code, row]));
  const rows = right.map((now): MoveRow => {
    const old = before.get(now.unit_code);
    const oldRank = old?.rank ?? null;
    const oldTotal = old?.recomputed_total ?? null;
    return {
      fiscal_year: now.fiscal_year,
      unit_code: now.unit_code,
      unit_name: now.unit_name,
      left_total: oldTotal,
      right_total: now.recomputed_total,
      difference: difference(oldTotal, now.recomputed_total),
      left_rank: oldRank,
      right_rank: now.rank,
      move: oldRank === null || now.rank === null ? null : oldRank - now.rank,
      left_grade: old?.recomputed_grade ?? null,
      right_grade: now.recomputed_grade,
    };
  });
  const both = rows.flatMap(({ left_total: a, right_total: b }) => (a === null || b === null ? [] : [[a, b] as const]));
  return {
    units: rows.length,
    leftMean: mean(both.map(([total]) => total)),
    rightMean: mean(both.map(([, total]) => total)),
    gradeChanges: rows.filter(gradeChanged).length,
    rankChanges: rows.filter(rankChanged).length,
    farMoves: rows.filter((row) => distance(row) >= FAR).length,
    origins,
    // A stable sort: equal distances stay in the order of the new ranking.
    rows: [...rows].sort((a, b) => distance(b) - distance(a)),
  };
}
