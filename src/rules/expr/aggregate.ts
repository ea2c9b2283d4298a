/** Sums and counts over the rows of a group, written once: as an aggregate of SQL, and over rows with decimal.js. */
import { Exact } from '@/domain/decimal';
import { evaluate, type Cells } from './evaluate';
import { always, type Expr } from './expr';
import { toSql } from './toSql';

export interface Aggregate {
  /** The column that is summed; none: rows are counted. */
  readonly sum: string | null;
  readonly where: Expr;
}

export const sumOf = (column: string, where: Expr = always): Aggregate => ({ sum: column, where });
export const countOf = (where: Expr = always): Aggregate => ({ sum: null, where });

/**
 * What a row adds to the aggregate `name`, as a column; null: nothing. Computed where there are few rows, before what they
 * stand for is multiplied: a filter inside the aggregate would look at every row again.
 */
export function shareSql(name: string, { sum, where }: Aggregate): string {
  const value = sum ?? 'true';
  return where === always ? `${value} AS ${name}` : `CASE WHEN ${toSql(where)} THEN ${value} END AS ${name}`;
}

/** The aggregate over such columns, which hold amounts (whole numbers of 10⁻¹⁶); a sum of nothing is 0. */
export const aggregateSql = (name: string, { sum }: Aggregate): string =>
  sum === null ? `count(${name}) AS ${name}` : `coalesce(sum(${name}), 0::HUGEINT) AS ${name}`;

export function aggregate({ sum, where }: Aggregate, rows: readonly Cells[]): Exact {
  const met = rows.filter((row) => evaluate(where, row) === true);
  if (sum === null) return new Exact(met.length);
  return met.reduce((total, row) => {
    const value = row[sum];
    return value instanceof Exact ? total.plus(value) : total;
  }, new Exact(0));
}
