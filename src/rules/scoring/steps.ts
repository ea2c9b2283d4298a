/** Step tables → the share of the weight that the single achieved value (value_part ÷ value_whole) earns. */
import { fraction, over, times, type Fraction } from '@/domain/reading/fraction';
import { and, column, compare, count, multiply, not, subtract, when, type CompareSign, type Expr } from '../expr/expr';
import type { SimpleScoring, Step } from '../ruleSteps';
import { constant, ONE, partOf, wholeOf, ZERO } from './constants';

export interface StepShare {
  readonly part: Expr;
  readonly whole: Expr;
}

const P = column('value_part');
const Q = column('value_whole');

/** value <sign> bound, without a division: value_whole is positive. */
function value(sign: CompareSign, bound: Fraction): Expr {
  return compare(multiply(P, wholeOf(bound)), sign, multiply(Q, partOf(bound)));
}

/** Longer figures would leave the exact range of the database. */
const STEP_LIMIT = count(10n ** 9n);
export const isShortAs = (part: Expr, whole: Expr): Expr =>
  and(compare(part, '<', STEP_LIMIT), compare(subtract(ZERO, part), '<', STEP_LIMIT), compare(whole, '<', STEP_LIMIT));
export const isShort = isShortAs(P, Q);

/** Nothing is nothing in any unit. */
export const isZero: Expr = value('=', fraction(0));

/** A bare number up to 1 under a table in per cent: 0.96 may be 96%. */
export const isDoubtful: Expr = and(not(isZero), value('<=', fraction(1)), value('>=', fraction(-1)));

function rowCondition(row: Extract<SimpleScoring, { kind: 'table' }>['rows'][number]): Expr {
  const bounds: [CompareSign, number | undefined][] = [
    ['>=', row.at_least],
    ['>', row.above],
    ['<=', row.at_most],
    ['<', row.below],
  ];
  return and(...bounds.flatMap(([sign, bound]) => (bound === undefined ? [] : [value(sign, constant(bound))])));
}

/** Full up to (or from) the limit, beyond it `rate` less for each 1 of the distance, down to nothing. */
function lesser(rate: Fraction, limit: Fraction, side: 'above' | 'below'): StepShare {
  // 1 − rate × (P/Q − limit), with rate = n/d and limit = l/m: (d·m·Q − n·(m·P − l·Q)) ÷ (d·m·Q).
  const base = multiply(Q, count(BigInt(rate.whole) * BigInt(limit.whole)));
  const [mine, bound] = [multiply(P, wholeOf(limit)), multiply(Q, partOf(limit))];
  const distance = side === 'above' ? subtract(mine, bound) : subtract(bound, mine);
  const rest = subtract(base, multiply(distance, partOf(rate)));
  return {
    part: when(
      [
        [value(side === 'above' ? '<=' : '>=', limit), base],
        [compare(rest, '<', ZERO), ZERO],
      ],
      rest,
    ),
    whole: base,
  };
}

function shareOf(scoring: SimpleScoring, full: Fraction): StepShare {
  switch (scoring.kind) {
    case 'table': {
      const hundredths = ({ part, whole }: Fraction): Expr => count((BigInt(part) * 100n) / BigInt(whole));
      const scaled = (points: number): Expr => hundredths(constant(points));
      const rows = scoring.rows.map((row): [Expr, Expr] => [rowCondition(row), scaled(row.points)]);
      const most = hundredths(full);
      const points = when(rows, ZERO);
      return { part: when([[compare(points, '>', most), most]], points), whole: most };
    }
    case 'excess':
    case 'shortfall': {
      const rate = over(constant(scoring.deduct), times(constant(scoring.per), full));
      return lesser(rate, constant(scoring.limit), scoring.kind === 'excess' ? 'above' : 'below');
    }
    case 'faults':
      return lesser(over(constant(scoring.deduct), full), fraction(0), 'above');
    case 'proportion':
      return proportion(constant(scoring.target));
  }
}

function proportion(target: Fraction): StepShare {
  const zero = fraction(0);
  if (target.part > 0) {
    // t ÷ v = n·Q ÷ (d·P), beyond the target.
    const beyond = value('>', target);
    return {
      part: when(
        [
          [value('<', zero), ZERO],
          [beyond, multiply(Q, partOf(target))],
        ],
        ONE,
      ),
      whole: when([[beyond, multiply(P, wholeOf(target))]], ONE),
    };
  }
  // v ÷ t = d·(−P) ÷ (−n·Q), short of the target.
  const short = and(value('>', target), value('<', zero));
  return {
    part: when(
      [
        [value('>=', zero), ZERO],
        [short, multiply(subtract(ZERO, P), wholeOf(target))],
      ],
      ONE,
    ),
    whole: when([[short, multiply(Q, count(-target.part))]], ONE),
  };
}

export function stepShare(step: Step): StepShare {
  const full = constant(step.full);
  if (step.scoring.kind !== 'better') return shareOf(step.scoring, full);
  const [a, b] = step.scoring.of.map((each) => shareOf(each, full));
  if (!a || !b) return { part: ZERO, whole: ONE };
  const better = compare(multiply(a.part, b.whole), '>=', multiply(b.part, a.whole));
  return { part: when([[better, a.part]], b.part), whole: when([[better, a.whole]], b.whole) };
}
