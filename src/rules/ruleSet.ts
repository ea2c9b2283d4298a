/**
 * A rule set is data: an analyst copies one and changes it. Numbers come as JSON wrote them; the rules take them
 * over digit by digit (`exactly`), never as binary fractions.
 */
import * as v from 'valibot';
import { Exact } from '@/domain/decimal';
import { fail, number, places, share, text } from './ruleFields';
import { stepSchema } from './ruleSteps';
import local from './sets/local-example.json';
import national from './sets/national-2020.json';
import ratioOne from './sets/ratio-1.json';

const band = v.pipe(
  v.strictTuple([number('档次上限', 0, 100), number('档次下限', 0, 100)], fail('每档须是 [上限, 下限]')),
  v.check(([high, low]) => high >= low, '档次的下限不得大于上限'),
);

const grade = v.strictTuple(
  [v.nullable(number('等级下限', -1000, 1000)), text('等级名称', 10)],
  fail('每级须是 [下限, 名称]'),
);

const gradeList = v.pipe(
  v.array(grade, fail('须是 [下限, 名称] 的列表')),
  v.minLength(1, '至少要有一级'),
  v.check((rows) => rows[rows.length - 1]?.[0] === null, '最后一级的下限须为 null，以便任何总分都有等级'),
  v.check((rows) => rows.slice(0, -1).every(([from]) => from !== null), '除最后一级外，下限不得为空'),
  v.check((rows) => rows.slice(1).every(([from], i) => from === null || from < (rows[i]?.[0] ?? 0)), '下限须由高到低'),
);

const overshootTier = v.strictTuple(
  [number('完成比', 0, 1e9, 6), share('扣减比例')],
  fail('每级须是 [完成比, 扣减比例]'),
);

const executionTier = v.strictTuple(
  [number('执行率下限', 0, 1000, 2), number('得分比例', 0, 1, 2)],
  fail('每档须是 [执行率下限, 得分比例]'),
);

/** The indicator that the program adds: execution rate of 支出合计 on one budget; in proportion, or by tiers of the printed rate. */
const execution = v.strictObject(
  {
    weight: number('执行率分值', 0, 1000),
    base: v.picklist(['adjusted_budget', 'initial_budget'], '须为 adjusted_budget 或 initial_budget'),
    scoring: v.variant(
      'kind',
      [
        v.strictObject({ kind: v.literal('linear') }, fail('多余的字段')),
        v.strictObject(
          { kind: v.literal('tiers'), tiers: v.pipe(v.array(executionTier), v.minLength(1, '至少要有一档')) },
          fail('多余的字段'),
        ),
      ],
      'kind 须为 linear 或 tiers',
    ),
  },
  fail('须有 weight、base、scoring'),
);

const thresholds = v.strictObject(
  {
    low_execution: number('执行率下限', 0, 1000, 2),
    score_tolerance: number('得分容差', 0, 100, 6),
    overshoot_note: number('超额完成倍数', 0, 1e6, 6),
    fund_shift: number('资金变动倍数', 1, 1e6, 6),
    income_gap: number('收支差额', 0, 1e9, 6),
  },
  fail('阈值的字段不全，或有多余的字段'),
);

export const ruleSetSchema = v.strictObject(
  {
    id: v.pipe(text('编号', 60), v.regex(/^[A-Za-z0-9_-]+$/, '编号只能用字母、数字、- 和 _')),
    title: text('名称', 60),
    source: text('依据', 200),
    version: text('版本', 60),
    ratio_places: v.nullable(places('比率位数')),
    score_places: places('得分位数'),
    total_places: places('总分位数'),
    equal_rule: v.picklist(['ratio', 'zero'], '须为 ratio 或 zero'),
    strict_rule: v.picklist(['as_reached', 'deduct'], '须为 as_reached 或 deduct'),
    strict_share: share('扣减比例'),
    bands: v.strictTuple([band, band, band], fail('须恰有三档')),
    missing: v.picklist(['zero', 'exclude'], '须为 zero 或 exclude'),
    weights: v.picklist(['as_reported', 'normalise_to_100'], '须为 as_reported 或 normalise_to_100'),
    overshoot: v.array(overshootTier, fail('须是列表')),
    execution: v.nullable(execution),
    steps: v.array(stepSchema, fail('须是列表')),
    least_coverage: number('最低可重算比重', 0, 100, 2),
    grades: gradeList,
    grade_aliases: v.record(v.string(), v.string(), fail('须是 别名: 等级')),
    ranking: v.picklist(['competition', 'dense'], '须为 competition 或 dense'),
    thresholds,
  },
  fail('字段不全，或有多余的字段'),
);

export type RuleSet = v.InferOutput<typeof ruleSetSchema>;

export interface RuleSetFault {
  /** Path of the field, `bands.1.0`; empty for the whole. */
  readonly field: string;
  readonly reason: string;
}

export type RuleSetReading =
  { readonly ok: true; readonly ruleSet: RuleSet } | { readonly ok: false; readonly faults: readonly RuleSetFault[] };

/** From outside (a file, the editor): every fault is named with its field. */
export function readRuleSet(data: unknown): RuleSetReading {
  const result = v.safeParse(ruleSetSchema, data);
  if (result.success) return { ok: true, ruleSet: result.output };
  return {
    ok: false,
    faults: result.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', reason: issue.message })),
  };
}

/** The three that ship; each is checked when the program starts. */
export const RULE_SETS: readonly RuleSet[] = [national, ratioOne, local].map((data) => v.parse(ruleSetSchema, data));

/** A number of a rule set as it was written: JSON numbers print their shortest digits, and these are taken over. */
export const exactly = (value: number): Exact => new Exact(value.toString());
