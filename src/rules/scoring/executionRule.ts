/**
 * The indicator that the program adds: 预算执行率 of 支出合计. From `actual` and `budget`, whole numbers of a millionth of
 * 万元, to the columns by which every other indicator is scored.
 */
import { EXACT_LIMIT } from '@/domain/reading';
import {
  and,
  column,
  compare,
  count,
  digits,
  isNone,
  joined,
  none,
  not,
  or,
  percent,
  text,
  when,
  type Expr,
} from '../expr/expr';
import type { RuleSet } from '../ruleSet';
import { ZERO } from './constants';
import { isShortAs } from './steps';

type Execution = NonNullable<RuleSet['execution']>;

export type ExecutionColumn =
  | 'reading'
  | 'reason'
  | 'reached'
  | 'part'
  | 'whole'
  | 'target_form'
  | 'achieved_form'
  | 'ratio_top'
  | 'ratio_bottom'
  | 'value_part'
  | 'value_whole'
  | 'value_kind';

const TOO_LONG = '支出合计的金额超出精确计算的范围';
const HUNDRED = count(100n);
const MILLIONTHS = 6;

const [actual, budget] = [column('actual'), column('budget')];

/** Of a sum over nothing or a negative one there is no rate. */
const hasRate = and(not(isNone(actual)), not(isNone(budget)), compare(budget, '>', ZERO));
const isLong = or(...[actual, budget].map((each) => compare(each, '>=', count(EXACT_LIMIT))));
const falls = and(hasRate, compare(actual, '<', budget));
const rate = when([[hasRate, percent(actual, budget)]]);

export function executionRule(execution: Execution): Readonly<Record<ExecutionColumn, Expr>> {
  const word = execution.base === 'adjusted_budget' ? '调整预算' : '年初预算';
  const byTiers = execution.scoring.kind === 'tiers';
  const tooLong = byTiers ? or(isLong, not(isShortAs(rate, HUNDRED))) : isLong;
  return {
    reading: when(
      [
        [not(hasRate), text('text')],
        [tooLong, text('manual')],
      ],
      text('decided'),
    ),
    reason: when([
      [not(hasRate), text(`支出合计的${word}或决算缺失，或${word}不为正`)],
      [tooLong, text(TOO_LONG)],
    ]),
    reached: when([[hasRate, not(compare(actual, '<', budget))]]),
    part: when([[falls, when([[compare(actual, '>', ZERO), actual]], ZERO)]]),
    whole: when([[falls, budget]]),
    target_form: byTiers ? none : text('≥100%'),
    achieved_form: joined(digits(rate, 2), '%'),
    ratio_top: digits(actual, MILLIONTHS),
    ratio_bottom: digits(budget, MILLIONTHS),
    // By tiers: the printed rate is looked up.
    value_part: byTiers ? rate : none,
    value_whole: byTiers ? when([[hasRate, HUNDRED]]) : none,
    value_kind: byTiers ? when([[hasRate, text('percent')]]) : none,
  };
}
