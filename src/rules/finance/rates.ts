/** Ratios of money, written once: what the database computes for lists, and decimal.js for the working. */
import { column, percent, subtract, type Expr } from '../expr/expr';
import { scaledSql, toSql } from '../expr/toSql';

const [initial, adjusted] = [column('initial_whole'), column('adjusted_whole')];
const [actual, last] = [column('actual_whole'), column('last_whole')];

/** Counts of hundredths of a per cent, of amounts in whole millionths of 万元. */
export const RATES: Readonly<Record<'execution_rate' | 'completion_rate' | 'adjustment_rate' | 'change_rate', Expr>> = {
  execution_rate: percent(actual, adjusted),
  completion_rate: percent(actual, initial),
  adjustment_rate: percent(subtract(adjusted, initial), initial),
  change_rate: percent(subtract(actual, last), last),
};

export const ratesSql = (): string =>
  Object.entries(RATES)
    .map(([name, rate]) => `${scaledSql(toSql(rate), 2)} AS ${name}`)
    .join(', ');
