/** The same expression for one row, with decimal.js: what the database computes, read a second time. */
import { Exact, roundHalfUp } from '@/domain/decimal';
import { percentCount } from '@/domain/ratio';
import { fraction } from '@/domain/reading/fraction';
import type { CompareSign, Expr } from './expr';

export type Cell = Exact | string | boolean | null;
export type Cells = Readonly<Record<string, Cell>>;

export function evaluate(expr: Expr, row: Cells): Cell {
  switch (expr.op) {
    case 'amount':
    case 'column':
      return row[expr.name] ?? null;
    case 'count':
      return constantOf(expr, expr.value.toString());
    case 'fixed':
      return constantOf(expr, expr.digits);
    case 'text':
      return expr.value;
    case 'none':
      return null;
    case 'truth':
      return expr.value;
    case 'and':
      return settle(expr.of, row, false);
    case 'or':
      return settle(expr.of, row, true);
    case 'not':
      return negate(truth(evaluate(expr.of, row)));
    case 'isNone':
      return evaluate(expr.of, row) === null;
    case 'compare':
      return order(evaluate(expr.left, row), expr.sign, evaluate(expr.right, row));
    case 'when':
      for (const [condition, value] of expr.cases) if (evaluate(condition, row) === true) return evaluate(value, row);
      return evaluate(expr.otherwise, row);
    case 'add':
    case 'subtract':
    case 'multiply':
      return calculate(expr.op, evaluate(expr.left, row), evaluate(expr.right, row));
    case 'share':
      return shareOf(evaluate(expr.of, row), evaluate(expr.part, row), evaluate(expr.whole, row), expr.places);
    case 'ratio': {
      const quotient = shareOf(new Exact(1), evaluate(expr.part, row), evaluate(expr.whole, row), expr.places);
      return quotient === null ? null : quotient.times(new Exact(10).pow(expr.places));
    }
    case 'percent': {
      const [part, whole] = [evaluate(expr.part, row), evaluate(expr.whole, row)];
      return isNumber(part) && isNumber(whole) ? percentCount(part, whole) : null;
    }
    case 'digits': {
      const value = evaluate(expr.of, row);
      return isNumber(value) ? value.dividedBy(new Exact(10).pow(expr.places)).toFixed() : null;
    }
    case 'lowest': {
      const [part, whole] = [evaluate(expr.part, row), evaluate(expr.whole, row)];
      if (!isNumber(part) || !isNumber(whole)) return null;
      const reduced = fraction(BigInt(part.toFixed()), BigInt(whole.toFixed()));
      return `${reduced.part.toString()}/${reduced.whole.toString()}`;
    }
    case 'joined': {
      const texts = expr.of.map((each) => evaluate(each, row));
      return texts.includes(null) ? null : texts.map(textOf).join('');
    }
    case 'listed': {
      const texts = expr.of.map((each) => evaluate(each, row)).filter((each) => each !== null);
      return texts.map(textOf).join(expr.mark);
    }
    case 'oneLine': {
      const value = evaluate(expr.of, row);
      return value === null ? null : textOf(value).replaceAll('\n', '');
    }
  }
}

const textOf = (cell: Cell): string => (isNumber(cell) ? cell.toFixed() : String(cell));

function truth(cell: Cell): boolean | null {
  return typeof cell === 'boolean' ? cell : null;
}
function negate(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}
/** `and` is settled by the first false, `or` by the first true; without one, none makes the whole none. */
function settle(conditions: readonly Expr[], row: Cells, by: boolean): boolean | null {
  let hasNone = false;
  for (const condition of conditions) {
    const value = truth(evaluate(condition, row));
    if (value === by) return by;
    hasNone ||= value === null;
  }
  return hasNone ? null : !by;
}

/** A rule's numbers are read once. */
const constants = new WeakMap<Expr, Exact>();
function constantOf(expr: Expr, digits: string): Exact {
  const known = constants.get(expr);
  if (known) return known;
  const value = new Exact(digits);
  constants.set(expr, value);
  return value;
}

const isNumber = (cell: Cell): cell is Exact => cell instanceof Exact;

function order(left: Cell, sign: CompareSign, right: Cell): boolean | null {
  if (left === null || right === null) return null;
  const difference = isNumber(left) && isNumber(right) ? left.comparedTo(right) : left === right ? 0 : null;
  if (difference === null) return false;
  switch (sign) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '=':
      return difference === 0;
    case '>=':
      return difference >= 0;
    case '>':
      return difference > 0;
  }
}

function calculate(op: 'add' | 'subtract' | 'multiply', left: Cell, right: Cell): Exact | null {
  if (!isNumber(left) || !isNumber(right)) return null;
  if (op === 'add') return left.plus(right);
  return op === 'subtract' ? left.minus(right) : left.times(right);
}

/** The division at a precision of 120 digits is exact or, where it does not end, never within reach of a half. */
function shareOf(of: Cell, part: Cell, whole: Cell, places: number): Exact | null {
  if (!isNumber(of) || !isNumber(part) || !isNumber(whole) || whole.isZero()) return null;
  return roundHalfUp(of.times(part).dividedBy(whole), places);
}
