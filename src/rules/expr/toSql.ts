/** An expression → DuckDB SQL over HUGEINT. No bare least/greatest, no division of decimals: both lose exactness or nulls. */
import type { Expr } from './expr';

/** Places of an amount in SQL. */
export const AMOUNT_PLACES = 10;

const power = (places: number): string => (10n ** BigInt(places)).toString();

/** value × part ÷ whole in two whole-number divisions; `step` is 10^places, the result a whole number of 10⁻¹⁰ again. */
const divided = (type: string): string => {
  const [value, part, whole, step] = ['value', 'part', 'whole', 'step'].map((name) => `CAST(${name} AS ${type})`);
  const product = `(${value} * ${part})`;
  return `(${product} // ${whole} * ${step} + (${product} % ${whole} * ${step}) // ${whole} + 5000000000) // 10000000000
    * (10000000000 // ${step})`;
};

/**
 * No intermediate leaves 128 bits while value < 10^16 and part, whole < 10^22. Division of such numbers is slow:
 * weights and figures of an ordinary size take a way of 64 bits to the same result.
 */
export const EXPR_MACROS: readonly string[] = [
  `CREATE OR REPLACE MACRO share_of(value, part, whole, step) AS CASE
  WHEN value < 9000000000000 AND part <= whole AND whole < 1000000 THEN CAST(${divided('BIGINT')} AS HUGEINT)
  ELSE ${divided('HUGEINT')} END`,
  `CREATE OR REPLACE MACRO ratio_of(part, whole, step) AS (2 * part * step + whole) // (2 * whole)`,
  // By its digits: a decimal times 10^10 may leave 38 digits.
  `CREATE OR REPLACE MACRO to_amount(value) AS CAST(replace(CAST(CAST(value AS DECIMAL(38,10)) AS VARCHAR), '.', '') AS HUGEINT)`,
  `CREATE OR REPLACE MACRO from_amount(value) AS CAST(value AS DECIMAL(38,0)) * CAST(0.0000000001 AS DECIMAL(11,10))`,
];

export function toSql(expr: Expr): string {
  switch (expr.op) {
    case 'amount':
    case 'column':
      return expr.name;
    case 'count':
      return `${expr.value.toString()}::HUGEINT`;
    case 'text':
      return `'${expr.value.replaceAll("'", "''")}'`;
    case 'none':
      return 'NULL';
    case 'truth':
      return expr.value ? 'true' : 'false';
    case 'fixed':
      return `${expr.value.toString()}${'0'.repeat(AMOUNT_PLACES)}::HUGEINT`;
    case 'and':
    case 'or':
      return `(${expr.of.map(toSql).join(expr.op === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `(NOT ${toSql(expr.of)})`;
    case 'isNone':
      return `(${toSql(expr.of)} IS NULL)`;
    case 'compare':
      return `(${toSql(expr.left)} ${expr.sign} ${toSql(expr.right)})`;
    case 'when': {
      const cases = expr.cases.map(([condition, value]) => `WHEN ${toSql(condition)} THEN ${toSql(value)}`);
      return `CASE ${cases.join(' ')} ELSE ${toSql(expr.otherwise)} END`;
    }
    case 'add':
      return `(${toSql(expr.left)} + ${toSql(expr.right)})`;
    case 'subtract':
      return `(${toSql(expr.left)} - ${toSql(expr.right)})`;
    case 'multiply':
      return `(${toSql(expr.left)} * ${toSql(expr.right)})`;
    case 'share':
      return `share_of(${toSql(expr.of)}, ${toSql(expr.part)}, ${toSql(expr.whole)}, ${power(expr.places)}::HUGEINT)`;
    case 'ratio':
      return `ratio_of(${toSql(expr.part)}, ${toSql(expr.whole)}, ${power(expr.places)}::HUGEINT)`;
  }
}
