/** Sums and counts over the rows of a group, written once: as an aggregate of SQL, and over rows with decimal.js. */
import { Exact } from '@/domain/decimal';
import { evaluate, type Cells } from './evaluate';
import { always, type Expr } from './expr';
import { toSql } from './toSql';

export interface Aggregate {
  /** The amount that is summed; null: rows are counted. */
  readonly sum: Expr | null;
  readonly where: Expr;
}

export const sumOf = (value: Expr, where: Expr = always): Aggregate => ({ sum: value, where });
export const countOf = (where: Expr = always): Aggregate => ({ sum: null, where });

export type Aggregates = Readonly<Record<string, Aggregate>>;

/**
 * What a row adds to the aggregate `name`, as a column; NULL: nothing. Computed where there are few rows, before what they
 * stand for is multiplied: a filter inside the aggregate would look at every row again.
 */
function shareSql(name: string, { sum, where }: Aggregate): string {
  const value = sum ? toSql(sum) : 'true';
  return where === always ? `${value} AS ${name}` : `CASE WHEN ${toSql(where)} THEN ${value} END AS ${name}`;
}

export const sharesSql = (aggregates: Aggregates): string =>
  Object.entries(aggregates)
    .map(([name, each]) => shareSql(name, each))
    .join(', ');

/** Whether a row of such columns adds to any of the aggregates. */
export const addsSql = (aggregates: Aggregates): string =>
  Object.keys(aggregates)
    .map((name) => `${name} IS NOT NULL`)
    .join(' OR ');

/** The aggregates over such columns, which hold amounts (whole numbers of 10⁻¹⁶); a sum of nothing is 0. */
export const aggregatesSql = (aggregates: Aggregates): string =>
  Object.entries(aggregates)
    .map(([name, { sum }]) => (sum === null ? `count(${name}) AS ${name}` : `coalesce(sum(${name}), 0) AS ${name}`))
    .join(', ');

export function aggregate({ sum, where }: Aggregate, rows: readonly Cells[]): Exact {
  const met = rows.filter((row) => evaluate(where, row) === true);
  if (sum === null) return new Exact(met.length);
  return met.reduce((total, row) => {
    const value = evaluate(sum, row);
    return value instanceof Exact ? total.plus(value) : total;
  }, new Exact(0));
}
