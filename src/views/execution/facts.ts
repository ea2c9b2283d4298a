/** What the sentence, the titles and the pictures stand on. Every figure is exact; every comparison uses the printed one. */
import { compareDecimals, Exact, roundHalfUp, sortedByDecimal, wholeOf } from '@/domain/decimal';
import { percentOf, percentOfWhole } from '@/domain/ratio';
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
  const short = units.flatMap((row) =>
    row.gap !== null && compareDecimals(row.gap, '0') < 0 ? [{ row, size: row.gap.slice(1) }] : [],
  );
  const sorted = sortedByDecimal(short, ({ size }) => size, undefined, 'descending');
  const places = Math.max(0, ...sorted.map(({ size }) => size.split('.')[1]?.length ?? 0));
  const sizes = sorted.map(({ size }) => wholeOf(size, places));
  const total = sizes.reduce((sum, size) => sum + size, 0n);
  let cumulated = 0n;
  let mostOfIt = 0;
  const shares = sizes.map((size, index) => {
    cumulated += size;
    if (mostOfIt === 0 && cumulated * 5n >= total * 4n) mostOfIt = index + 1;
    return percentOfWhole(cumulated, total);
  });
  const inUnits = new Exact(total.toString()).dividedBy(new Exact(10).pow(places));
  return { units: sorted.map(({ row }) => row), shares, mostOfIt, total: inUnits.toFixed() };
}

export const isLow = (rate: string | null, low: string): boolean => rate !== null && compareDecimals(rate, low) < 0;

/** Units below the line, the lowest rate first. */
export const lowUnits = (units: readonly UnitRow[], low: string): UnitRow[] =>
  sortedByDecimal(
    units.filter((row) => isLow(row.rate, low)),
    (row) => row.rate ?? '0',
    (a, b) => (a.unit_code < b.unit_code ? -1 : 1),
  );

/** Why a unit has no rate on this base. */
export function whyNoRate(row: Pick<UnitRow, 'actual' | 'budget'>): 'noActual' | 'noBudget' | 'zeroBase' {
  if (row.budget === null) return 'noBudget';
  return row.actual === null ? 'noActual' : 'zeroBase';
}
