/** An expression → DuckDB SQL over HUGEINT. No bare least/greatest, no division of decimals: both lose exactness or nulls. */
import type { Expr } from './expr';
import { wholeOf } from '@/domain/decimal';
import { sqlText } from '@/domain/sqlText';

/** Places of an amount in SQL. */
export const AMOUNT_PLACES = 16;
const UNIT = 10n ** BigInt(AMOUNT_PLACES);

const power = (places: number): string => (10n ** BigInt(places)).toString();

const small = (name: string): string => `CAST(${name} AS BIGINT)`;
/** One in the last place that `step` = 10^places leaves. */
const unitAs = (type: string): string => `(${UNIT.toString()} // CAST(step AS ${type}))`;

/**
 * value × part ÷ whole, half-up at `step` = 10^places, as a whole number of 10⁻¹⁶ again. By long division in two limbs,
 * so that no intermediate leaves 128 bits while value < 10^22 and part, whole < 10^22 (a value × part of 10^46 otherwise).
 */
function divided(type: string): string {
  const as = (name: string): string => `CAST(${name} AS ${type})`;
  const [value, part, whole] = [as('value'), as('part'), as('whole')];
  const limb = '100000000';
  const high = `(${value} // ${limb} * ${part})`;
  const low = `(${high} % ${whole} * ${limb} + ${value} % ${limb} * ${part})`;
  const unit = unitAs(type);
  return `(${high} // ${whole} * ${limb} + ${low} // ${whole} + ${unit} // 2) // ${unit} * ${unit}`;
}

/** The same of a value that has no more places than are left (six at most): one division. */
const dividedByUnits = (): string =>
  `(2 * (${small('value')} // ${unitAs('BIGINT')}) * ${small('part')} + ${small('whole')}) // (2 * ${small('whole')}) * ${unitAs('BIGINT')}`;

/** 10⁻⁴ as an amount: weights have mostly no more places. */
const FOURTH_PLACE = power(AMOUNT_PLACES - 4);
const inFourthPlaces = (name: string): string => `(${small(name)} // ${FOURTH_PLACE})`;

/** part × step ÷ whole, half-up. */
const ratioOf = (part: string, step: string, whole: string): string =>
  `(2 * ${part} * ${step} + ${whole}) // (2 * ${whole})`;

/**
 * Division of 128 bits is slow, and each of 64 bits counts too: weights below 900 points, quotients of an ordinary size
 * and amounts of few places take shorter ways to the same result. Conditions that convert stand within those that make
 * sure that it can be done.
 */
export const EXPR_MACROS: readonly string[] = [
  `CREATE OR REPLACE MACRO share_of(value, part, whole, step) AS CASE
  WHEN value < 9000000000000000000 AND part <= whole AND whole < 100000000 THEN CAST(CASE
    WHEN ${small('value')} % ${unitAs('BIGINT')} = 0 THEN ${dividedByUnits()}
    ELSE ${divided('BIGINT')} END AS HUGEINT)
  ELSE ${divided('HUGEINT')} END`,
  `CREATE OR REPLACE MACRO ratio_of(part, whole, step) AS CASE
  WHEN part <= whole AND whole < 10000000000 THEN CAST(${ratioOf(small('part'), small('step'), small('whole'))} AS HUGEINT)
  WHEN part <= whole AND whole < 9000000000000000000 THEN CASE
    WHEN ${small('whole')} % ${FOURTH_PLACE} = 0 AND ${small('part')} % ${FOURTH_PLACE} = 0
    THEN CAST(${ratioOf(inFourthPlaces('part'), small('step'), inFourthPlaces('whole'))} AS HUGEINT)
    ELSE ${ratioOf('part', 'step', 'whole')} END
  ELSE ${ratioOf('part', 'step', 'whole')} END`,
  // By its digits: a decimal times 10^16 may leave 38 digits, and a division of 128 bits takes twice as long.
  `CREATE OR REPLACE MACRO to_amount(value) AS CAST(replace(CAST(CAST(value AS DECIMAL(38,16)) AS VARCHAR), '.', '') AS HUGEINT)`,
  `CREATE OR REPLACE MACRO from_amount(value) AS CAST(value AS DECIMAL(38,0)) * CAST(0.${'1'.padStart(AMOUNT_PLACES, '0')} AS DECIMAL(${String(AMOUNT_PLACES + 1)},${String(AMOUNT_PLACES)}))`,
  // 100 × part ÷ whole as a whole number of hundredths of a per cent, half-up away from zero; over zero or less: none.
  `CREATE OR REPLACE MACRO percent_count(part, whole) AS CASE
  WHEN whole IS NULL OR part IS NULL OR whole <= 0 THEN NULL
  WHEN whole < 400000000000000 AND abs(part) < 400000000000000 THEN
    CAST(sign(part)::BIGINT * ((20000 * abs(part)::BIGINT + whole::BIGINT) // (2 * whole::BIGINT)) AS HUGEINT)
  ELSE sign(part) * ((20000 * abs(part) + whole) // (2 * whole)) END`,
  // Decimals as they are read: without trailing zeros.
  `CREATE OR REPLACE MACRO plain_number(value) AS
  CASE WHEN contains(CAST(value AS VARCHAR), '.') THEN rtrim(rtrim(CAST(value AS VARCHAR), '0'), '.') ELSE CAST(value AS VARCHAR) END`,
  `CREATE OR REPLACE MACRO lowest_terms(part, whole) AS
  CAST(part // gcd(part, whole) AS VARCHAR) || '/' || CAST(whole // gcd(part, whole) AS VARCHAR)`,
];

/** A whole number of 10^−places as a decimal. */
export const scaledSql = (count: string, places: number): string =>
  places === 0
    ? `CAST(${count} AS DECIMAL(38,0))`
    : `CAST(${count} AS DECIMAL(38,0)) * CAST(0.${'1'.padStart(places, '0')} AS DECIMAL(${String(places + 1)},${String(places)}))`;

export function toSql(expr: Expr): string {
  switch (expr.op) {
    case 'amount':
    case 'column':
      return expr.name;
    case 'count':
      return `${expr.value.toString()}::HUGEINT`;
    case 'text':
      return sqlText(expr.value);
    case 'none':
      return 'NULL';
    case 'truth':
      return expr.value ? 'true' : 'false';
    case 'fixed':
      return `CAST('${wholeOf(expr.digits, AMOUNT_PLACES).toString()}' AS HUGEINT)`;
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
    case 'percent':
      return `percent_count(${toSql(expr.part)}, ${toSql(expr.whole)})`;
    case 'digits':
      return `plain_number(${expr.places === 0 ? toSql(expr.of) : scaledSql(toSql(expr.of), expr.places)})`;
    case 'lowest':
      return `lowest_terms(${toSql(expr.part)}, ${toSql(expr.whole)})`;
    case 'joined':
      return `(${expr.of.map(toSql).join(' || ')})`;
    case 'listed':
      return `concat_ws(${sqlText(expr.mark)}, ${expr.of.map(toSql).join(', ')})`;
    case 'oneLine':
      return `replace(${toSql(expr.of)}, chr(10), '')`;
  }
}
