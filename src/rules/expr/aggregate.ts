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
export const countOf = (where: Expr): Aggregate => ({ sum: null, where });

/** Over columns that hold amounts (whole numbers of 10⁻¹⁶); a sum of nothing is 0. */
export function aggregateSql({ sum, where }: Aggregate): string {
  const filter = where === always ? '' : ` FILTER (WHERE ${toSql(where)})`;
  return sum === null ? `count(*)${filter}` : `coalesce(sum(${sum})${filter}, 0::HUGEINT)`;
}

export function aggregate({ sum, where }: Aggregate, rows: readonly Cells[]): Exact {
  const met = rows.filter((row) => evaluate(where, row) === true);
  if (sum === null) return new Exact(met.length);
  return met.reduce((total, row) => {
    const value = row[sum];
    return value instanceof Exact ? total.plus(value) : total;
  }, new Exact(0));
}
