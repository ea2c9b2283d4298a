/**
 * 算式, written once: begins with `w ×`, ends with `= score`; between them the numbers that went in, the rule, its source
 * and the line. Looks at a scored indicator's columns and at those of its rule set.
 */
import {
  and,
  column,
  count,
  digits,
  equals,
  isNone,
  joined,
  listed,
  lowest,
  not,
  oneLine,
  or,
  orEmpty,
  ratio,
  text,
  when,
  type Expr,
} from '../expr/expr';

const MOST_PLACES = 6;

const basis = (...words: string[]): Expr => or(...words.map((word) => equals(column('basis'), text(word))));
const [achieved, target] = [column('achieved_form'), column('target_form')];
const [top, bottom] = [column('ratio_top'), column('ratio_bottom')];
const quotient = joined(top, ' ÷ ', bottom);
const [part, whole] = [column('part'), column('whole')];
const ratioPlaces = column('ratio_places');
const reason = orEmpty(column('reason'));
const weight = digits(column('weight'));
const reported = digits(column('reported_score'));

/** The percentage of `ratio_places` decimals that the ratio was rounded to. */
const roundedRatio = when(
  Array.from({ length: MOST_PLACES + 1 }, (_, places) => [
    equals(ratioPlaces, count(BigInt(places))),
    joined(digits(ratio(part, whole, places + 2), places), '%'),
  ]),
);
const isRounded = and(not(isNone(ratioPlaces)), not(equals(part, count(0n))));

/** What the weight is multiplied by. */
export const middle: Expr = when(
  [
    [basis('full'), text('100%')],
    [basis('deducted'), joined(digits(ratio(column('kept_part'), column('kept_whole'), MOST_PLACES), 4), '%')],
    [or(basis('zero', 'missing'), and(basis('ratio'), isNone(top))), text('0')],
    [and(basis('ratio'), isRounded), roundedRatio],
    [basis('ratio'), quotient],
    [basis('step'), lowest(column('kept_part'), column('kept_whole'))],
    [basis('banded'), joined('[', column('band_word'), ']')],
  ],
  joined('自评得分 ', reported, ' ÷ 分值 ', weight),
);

const scorePlaces = joined('得分保留', digits(column('score_places')), '位');

const why = when([
  [and(basis('full'), column('is_bound')), joined(achieved, ' 必达 ', target)],
  [basis('full'), joined(achieved, ' 达到 ', when([[isNone(target), text('目标')]], target))],
  [basis('deducted'), joined(achieved, ' 达到 ', when([[isNone(target), text('目标')]], target), '，按规则扣减')],
  [basis('zero'), joined(achieved, ' 不等于 ', target, '，未达标不得分')],
  [and(basis('ratio'), isNone(top)), joined(achieved, ' 未达到 ', target, '，不得分')],
  [
    and(basis('ratio'), isRounded),
    joined('未达标，按完成比 ', quotient, '，比率保留', digits(ratioPlaces), '位，', scorePlaces),
  ],
  [basis('ratio'), joined('未达标，按完成比，', scorePlaces)],
  [basis('step'), joined('按分段计分表，完成值 ', achieved, '，', scorePlaces)],
  [basis('banded'), joined('完成值“', oneLine(achieved), '”，自评 ', reported, '，档内照自评，档外取近端')],
  [basis('reported'), joined('采用自评，未经核实：', reason)],
  [basis('manual'), joined('规则无法判定：', reason)],
  [and(basis('missing'), column('is_added')), reason],
  [basis('missing'), joined('无自评得分：', reason)],
]);

/** Worth saying only where it decided anything. */
const assumed = when([
  [
    and(column('comparator_assumed'), basis('full', 'deducted', 'ratio', 'manual')),
    joined('未标明比较符，按', column('comparator_sign')),
  ],
]);

const place = joined(column('file_name'), ' 第', digits(column('line')), '行');

/** What stands in brackets: why, the rule's source, and the line. */
export const remark: Expr = listed('；', why, assumed, column('rule_source'), place);

/** Looks at `middle` and `remark` by name. */
export const working: Expr = when(
  [
    [
      and(isNone(column('score')), equals(column('state'), text('not_applicable'))),
      text('不适用：不计分，其余指标按比例折算'),
    ],
    [isNone(column('score')), column('remark')],
  ],
  joined(weight, ' × ', column('middle'), '（', column('remark'), '）= ', digits(column('score'))),
);
