/** What the sentence, the titles and the pictures stand on. Every figure is exact; every comparison uses the printed one. */
import { Exact, roundHalfUp } from '@/domain/decimal';
import { percentOf } from '@/domain/ratio';
import { isWithin, type Span } from '@/views/focus';
import type { Base } from './choice';
import type { UnitRow, YearRow } from './rows';

/** The year that the sentence speaks of: the latest of the span with actuals, else the latest with anything. */
export function focusYear(years: readonly YearRow[], span: Span): number | null {
  const inside = years.filter((row) => isWithin(row.fiscal_year, span));
  const filed = inside.filter((row) => row.no_actual_count < row.unit_count);
  const chosen = filed.length > 0 ? filed : inside;
  return chosen.reduce<number | null>((latest, row) => Math.max(latest ?? row.fiscal_year, row.fiscal_year), null);
}

/**
 * The base the page shows: the one chosen; unasked the adjusted budget, or the initial one where no unit of that
 * year has an adjusted one. Counting needs no base, so one answer of years.sql on any base decides it.
 */
export function shownBase(chosen: Base | null, year: YearRow | undefined): Base {
  if (chosen !== null) return chosen;
  return year && year.adjusted_count === 0 && year.initial_count > 0 ? 'initial_budget' : 'adjusted_budget';
}

/** 序时进度: month ÷ 12 in percent, as printed. */
export function pace(month: number): string {
  return roundHalfUp(new Exact(month).times(100).dividedBy(12), 2).toFixed(2);
}

/** Percentage points by which a rate is above the pace; negative is below. */
export function abovePace(rate: string | null, month: number): string | null {
  return rate === null ? null : new Exact(rate).minus(pace(month)).toFixed(2);
}

export const totalRate = (year: YearRow): string | null => percentOf(year.actual, year.budget);

export interface Shortfalls {
  /** Units below their budget, the largest shortfall first. */
  readonly units: readonly UnitRow[];
  /** Cumulated share in percent of the first 1, 2, … units. */
  readonly shares: readonly string[];
  /** How many units make up four fifths of it; 0 without any. */
  readonly mostOfIt: number;
  /** Σ of the shortfalls, a positive figure. */
  readonly total: string;
}

export function shortfalls(units: readonly UnitRow[]): Shortfalls {
  const short = units.filter(
    (row) => row.gap !== null && new Exact(row.gap).isNegative() && !new Exact(row.gap).isZero(),
  );
  const sorted = [...short].sort((a, b) => new Exact(a.gap ?? 0).comparedTo(b.gap ?? 0));
  const total = sorted.reduce((sum, row) => sum.minus(row.gap ?? 0), new Exact(0));
  let cumulated = new Exact(0);
  let mostOfIt = 0;
  const shares = sorted.map((row, index) => {
    cumulated = cumulated.minus(row.gap ?? 0);
    if (mostOfIt === 0 && cumulated.times(5).greaterThanOrEqualTo(total.times(4))) mostOfIt = index + 1;
    return percentOf(cumulated.toFixed(), total.toFixed()) ?? '0.00';
  });
  return { units: sorted, shares, mostOfIt, total: total.toFixed() };
}

export const isLow = (rate: string | null, low: string): boolean => rate !== null && new Exact(rate).lessThan(low);

/** Units below the line, the lowest rate first. */
export function lowUnits(units: readonly UnitRow[], low: string): UnitRow[] {
  return units
    .filter((row) => isLow(row.rate, low))
    .sort((a, b) => new Exact(a.rate ?? 0).comparedTo(b.rate ?? 0) || (a.unit_code < b.unit_code ? -1 : 1));
}

/** Why a unit has no rate on this base. */
export function whyNoRate(row: Pick<UnitRow, 'actual' | 'budget'>): 'noActual' | 'noBudget' | 'zeroBase' {
  if (row.budget === null) return 'noBudget';
  return row.actual === null ? 'noActual' : 'zeroBase';
}
