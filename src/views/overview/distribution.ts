/**
 * Totals by classes of two points. The last class of the scale takes 100 with it; what lies below 0 or above 100 (filed
 * so, and found fault with) stands in one class of its own at either end.
 */
import { Exact, sortedByDecimal } from '@/domain/decimal';
import { gradeOfTotal, type GradeScale } from '@/views/grades';
import type { ScoreRow } from './rows';

export const CLASS_WIDTH = 2;
/** The picture always reaches down to here, so that grade edges stay in sight whatever the filter. */
const LEAST_START = 54;

export interface ScoreClass {
  /** Lower bound. */
  readonly from: number;
  readonly recomputed: number;
  readonly reported: number;
}

export interface GradeBand {
  readonly grade: string;
  readonly from: number;
  readonly to: number;
  readonly reported: number;
  readonly recomputed: number;
}

export interface Distribution {
  readonly classes: readonly ScoreClass[];
  readonly bands: readonly GradeBand[];
  readonly start: number;
  readonly end: number;
  readonly recomputed: number;
  readonly reported: number;
  /** Units outside 0…100. */
  readonly outside: number;
}

function classOf(total: Exact): number {
  if (total.lt(0)) return -CLASS_WIDTH;
  if (total.gt(100)) return 100;
  return total.eq(100) ? 100 - CLASS_WIDTH : total.div(CLASS_WIDTH).floor().times(CLASS_WIDTH).toNumber();
}

type Total = 'recomputed_total' | 'reported_total';

const totalsOf = (rows: readonly ScoreRow[], key: Total): string[] => rows.flatMap((row) => row[key] ?? []);

/** Thousands of units share some hundreds of totals: each is looked at once. */
function countBy(totals: readonly string[]): Map<number, number> {
  const units = new Map<string, number>();
  for (const total of totals) units.set(total, (units.get(total) ?? 0) + 1);
  const counts = new Map<number, number>();
  for (const [total, count] of units) {
    const from = classOf(new Exact(total));
    counts.set(from, (counts.get(from) ?? 0) + count);
  }
  return counts;
}

export function distribution(rows: readonly ScoreRow[], scale: GradeScale): Distribution | null {
  const recomputed = countBy(totalsOf(rows, 'recomputed_total'));
  const reported = countBy(totalsOf(rows, 'reported_total'));
  const met = [...recomputed.keys(), ...reported.keys()];
  if (met.length === 0) return null;
  const lowest = Math.min(...met);
  const start = Math.min(LEAST_START, lowest <= 0 ? lowest : lowest - CLASS_WIDTH);
  const end = Math.max(...met) >= 100 ? 100 + CLASS_WIDTH : 100;
  const classes: ScoreClass[] = [];
  for (let from = start; from < end; from += CLASS_WIDTH) {
    classes.push({ from, recomputed: recomputed.get(from) ?? 0, reported: reported.get(from) ?? 0 });
  }
  const sum = (counts: Map<number, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
  const outside = [-CLASS_WIDTH, 100].reduce(
    (n, from) => n + (recomputed.get(from) ?? 0) + (reported.get(from) ?? 0),
    0,
  );
  return {
    classes,
    bands: bandsOf(rows, scale, start, end),
    start,
    end,
    recomputed: sum(recomputed),
    reported: sum(reported),
    outside,
  };
}

function bandsOf(rows: readonly ScoreRow[], scale: GradeScale, start: number, end: number): GradeBand[] {
  const gradesOf = (key: Total): (string | null)[] => rows.map((row) => gradeOfTotal(row[key], scale));
  const [recomputed, reported] = [gradesOf('recomputed_total'), gradesOf('reported_total')];
  const bands: GradeBand[] = [];
  let to = end;
  for (const [bound, grade] of scale) {
    const from = Math.max(start, bound ?? start);
    const count = (grades: readonly (string | null)[]): number => grades.filter((each) => each === grade).length;
    if (to > from) bands.unshift({ grade, from, to, reported: count(reported), recomputed: count(recomputed) });
    to = Math.min(to, from);
  }
  return bands;
}

export type Spread = 'wider' | 'narrower' | 'same';
export type Shift = 'lower' | 'higher' | 'same';

/** What the picture shows: where the middle half went, and whether it lies further apart. Only of units that have both totals. */
export function movement(rows: readonly ScoreRow[]): { shift: Shift; spread: Spread } | null {
  const paired = rows.filter((row) => row.recomputed_total !== null && row.reported_total !== null);
  if (paired.length < 4) return null;
  const middle = (key: Total): { low: Exact; mid: Exact; high: Exact } => {
    const sorted = sortedByDecimal(totalsOf(paired, key), (total) => total);
    const at = (share: number): Exact => new Exact(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
    return { low: at(0.25), mid: at(0.5), high: at(0.75) };
  };
  const after = middle('recomputed_total');
  const before = middle('reported_total');
  const turn = after.mid.comparedTo(before.mid);
  const width = after.high.minus(after.low).comparedTo(before.high.minus(before.low));
  return {
    shift: turn < 0 ? 'lower' : turn > 0 ? 'higher' : 'same',
    spread: width > 0 ? 'wider' : width < 0 ? 'narrower' : 'same',
  };
}
