/**
 * Expressions in layers: each layer's names are columns to the next. What several expressions need is computed once,
 * in SQL as well, where a CASE that repeats a long expression would compute it again.
 */
import { evaluate, type Cell, type Cells } from './evaluate';
import type { Expr } from './expr';
import { toSql } from './toSql';

export type Layer = Readonly<Record<string, Expr>>;

/** `from`: a query or table; its columns stay, those of the layers come behind them. */
export const layersSql = (layers: readonly Layer[], from: string): string =>
  layers.reduce((inner, layer) => {
    const columns = Object.entries(layer).map(([name, expr]) => `${toSql(expr)} AS ${name}`);
    return `(SELECT *, ${columns.join(', ')} FROM ${inner})`;
  }, from);

export function evaluateLayers(layers: readonly Layer[], row: Cells): Cells {
  const cells: Record<string, Cell> = { ...row };
  for (const layer of layers) {
    // All of a layer before any of it is a column: its expressions do not look at each other.
    const found = Object.entries(layer).map(([name, expr]) => [name, evaluate(expr, cells)] as const);
    for (const [name, value] of found) cells[name] = value;
  }
  return cells;
}
