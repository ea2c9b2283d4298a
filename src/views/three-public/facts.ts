/** What the sentence, the titles and the pictures stand on. Every figure is exact; ratios come from sums, never from averages. */
import { compareDecimals, Exact, roundHalfUp, sortedByDecimal } from '@/domain/decimal';
import { changeOf, percentOf } from '@/domain/ratio';
import { isWithin, type Span } from '@/views/focus';
import type { Scope } from './choice';
import { PARTS, TOTAL, type LineItem } from './items';
import type { BaseYearRow, UnitRow, YearRow } from './rows';

/** Rows by item and year. */
export class YearTable {
  private readonly byKey = new Map<string, YearRow>();
  readonly years: readonly number[];

  constructor(rows: readonly YearRow[]) {
    for (const row of rows) this.byKey.set(`${row.item} ${String(row.fiscal_year)}`, row);
    this.years = [...new Set(rows.map((row) => row.fiscal_year))].sort((a, b) => a - b);
  }

  at(item: LineItem, year: number | null): YearRow | undefined {
    return year === null ? undefined : this.byKey.get(`${item} ${String(year)}`);
  }

  /** The parts that have a figure in one of the years. */
  parts(years: readonly number[] = this.years): LineItem[] {
    return PARTS.filter((item) => years.some((year) => this.at(item, year) !== undefined));
  }
}

/** The latest year of the span with an actual total, else the latest with anything. */
export function focusYear(table: YearTable, span: Span): number | null {
  const inside = table.years.filter((year) => isWithin(year, span));
  const filed = inside.filter((year) =>
    [TOTAL, ...PARTS].some((item) => (table.at(item, year)?.actual_count ?? 0) > 0),
  );
  return (filed.length > 0 ? filed : inside).reduce<number | null>(
    (latest, year) => Math.max(latest ?? year, year),
    null,
  );
}

export const controlRate = (row: YearRow): string | null => percentOf(row.paired_actual, row.paired_budget);
export const yearChange = (row: YearRow): string | null => changeOf(row.comparable_actual, row.last_actual);
export const baseYearChange = (row: BaseYearRow): string | null => changeOf(row.actual, row.base_actual);

/** 三公人均 in 元 a head, two decimals; none without staff. */
export function perHead(actual: string | null, staff: string | null): string | null {
  if (actual === null || staff === null) return null;
  const heads = new Exact(staff);
  if (!heads.greaterThan(0)) return null;
  return roundHalfUp(new Exact(actual).times(10_000).dividedBy(heads), 2).toFixed(2);
}

/** Why a change has no figure: nothing to compare with, or a base that cannot be divided by. */
export type NoChange = 'none' | 'zeroBase';
export const whyNoChange = (base: string | null): NoChange => (base === null ? 'none' : 'zeroBase');

/** A ratio as it stands in a table. */
export interface Ratio {
  readonly value: string | null;
  /** Over a base of zero: said in words. */
  readonly isZeroBase: boolean;
  readonly why: string;
}

const above = (a: string | null, b: string | null): boolean => a !== null && b !== null && compareDecimals(a, b) > 0;
export const isUp = (row: UnitRow): boolean => above(row.actual, row.last_actual);
export const isOver = (row: UnitRow): boolean => above(row.actual, row.budget);

export function inScope(units: readonly UnitRow[], scope: Scope): readonly UnitRow[] {
  if (scope === 'all') return units;
  return units.filter(scope === 'up' ? isUp : isOver);
}

const descending = (units: readonly UnitRow[], figure: (row: UnitRow) => string | null): UnitRow[] =>
  sortedByDecimal(
    units,
    (row) => figure(row) ?? '0',
    (a, b) => (a.unit_code < b.unit_code ? -1 : 1),
    'descending',
  );

/** Units above last year, the largest increase first. */
export const upUnits = (units: readonly UnitRow[]): UnitRow[] => descending(units.filter(isUp), (row) => row.change);

export const excess = (row: UnitRow): string | null =>
  row.actual === null || row.budget === null ? null : new Exact(row.actual).minus(row.budget).toFixed();

/** Units over their budget, the largest excess first. */
export const overUnits = (units: readonly UnitRow[]): UnitRow[] => descending(units.filter(isOver), excess);

/** For the small multiples: the one picked, those that grew most, then the largest. */
export function chosenUnits(units: readonly UnitRow[], picked: string | null, most: number): UnitRow[] {
  const filed = units.filter((row) => row.actual !== null);
  const ordered = [
    ...filed.filter((row) => row.unit_code === picked),
    ...upUnits(filed),
    ...descending(filed, (row) => row.actual),
  ];
  return [...new Set(ordered)].slice(0, most);
}

/** The part with the largest share of the year's parts, in percent of them. */
export function largestPart(table: YearTable, year: number): { item: LineItem; share: string } | null {
  const amounts = table.parts([year]).map((item) => ({ item, actual: new Exact(table.at(item, year)?.actual ?? 0) }));
  const sum = amounts.reduce((total, entry) => total.plus(entry.actual), new Exact(0));
  const [largest] = [...amounts].sort((a, b) => b.actual.comparedTo(a.actual));
  const share = largest ? percentOf(largest.actual.toFixed(), sum.toFixed()) : null;
  return largest && share !== null ? { item: largest.item, share } : null;
}
