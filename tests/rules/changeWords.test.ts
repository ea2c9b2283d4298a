import { describe, expect, it } from 'vitest';
import { changeWords } from '@/rules/changeWords';
import { RULE_SETS, readRuleSet, type RuleSet } from '@/rules/ruleSet';
import { stepWords } from '@/rules/stepWords';

const of = (id: string): RuleSet => {
  const found = RULE_SETS.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const national = of('national-2020');
const local = of('local-example');

describe('words of changes', () => {
  it('are none where nothing changed', () => {
    expect(changeWords(local, structuredClone(local))).toEqual([]);
  });

  const cases: readonly (readonly [Partial<RuleSet>, string])[] = [
    [{ title: '本局' }, '名称：全国默认 → 本局'],
    [{ equal_rule: 'zero' }, '“＝”未达到：按较小比 → 得0分'],
    [{ strict_rule: 'deduct' }, '“＞”“＜”恰等于目标：视为达到 → 扣分'],
    [{ strict_share: 0.05 }, '恰等于目标的扣减：分值的0 → 分值的0.05'],
    [{ ratio_places: 0 }, '比率取整：不取整 → 0位小数'],
    [{ bands: [[100, 80], [80, 50], [60, 0]] }, '定性“部分达成”下限：60% → 50%'], // prettier-ignore
    [{ overshoot: [[2, 0.1]] }, '超额扣分：只提示，不扣分 → 达到2倍扣分值的0.1'],
    [{ missing: 'exclude' }, '缺失的指标：得0分 → 剔除'],
    [{ grades: [[85, '优'], [null, '差']] }, '等级：优≥90，良≥80，中≥60，以下差 → 优≥85，以下差'], // prettier-ignore
    [{ grade_aliases: {} }, '等级别名：优秀=优，良好=良，中等=中，较差=差 → 没有'],
    [{ ranking: 'dense' }, '并列名次：1、2、2、4 → 1、2、2、3'],
    [{ thresholds: { ...national.thresholds, fund_shift: 4 } }, '资金规模悬殊的倍数：5倍 → 4倍'],
    [
      { execution: { weight: 20, base: 'initial_budget', scoring: { kind: 'tiers', tiers: [[90, 1], [80, 0.5]] } } }, // prettier-ignore
      '预算执行指标：不加 → 加20分，以年初预算为分母，分档（≥90%得1，≥80%得0.5，以下不得分）',
    ],
  ];
  it.each(cases)('%j', (patch, words) => {
    expect(changeWords(national, { ...national, ...patch })).toEqual([words]);
  });

  it('are there for every parameter of the schema', () => {
    const silent = Object.keys(national).filter((key) => {
      const other: Record<string, unknown> = {
        ...national,
        id: 'x',
        title: 'x',
        source: 'x',
        version: 'x',
        ratio_places: 3,
        score_places: 3,
        total_places: 3,
        equal_rule: 'zero',
        strict_rule: 'deduct',
        strict_share: 0.5,
        bands: [[99, 80], [80, 60], [60, 0]], // prettier-ignore
        missing: 'exclude',
        weights: 'normalise_to_100',
        overshoot: [[3, 0.2]],
        execution: local.execution,
        steps: local.steps,
        least_coverage: 5,
        grades: [[null, '差']],
        grade_aliases: { 佳: '优' },
        ranking: 'dense',
        thresholds: { ...national.thresholds, income_gap: 1 },
      };
      const reading = readRuleSet({ ...national, [key]: other[key] });
      if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
      return changeWords(national, reading.ruleSet).length === 0;
    });
    expect(silent).toEqual([]);
  });

  it('are English in the English interface, names and grades apart', () => {
    const other: RuleSet = { ...local, thresholds: { ...local.thresholds, income_gap: 1 }, grade_aliases: {} };
    const lines = changeWords({ ...national, steps: local.steps.slice(0, 1) }, other, 'en');
    expect(lines).toContain(
      'Execution indicator: none → 20 points added, measured against the adjusted budget, in proportion',
    );
    expect(lines).toContain('Lower end of “partly reached”: 60% → 50%');
    expect(lines.filter((line) => /[，。；：]|分|得/u.test(line) && !line.includes('Step table'))).toEqual([]);
    expect(changeWords(local, { ...local, steps: [] }, 'en')[0]).toBe('Step table “在职人员控制率” removed');
  });

  it('are there for every threshold', () => {
    for (const key of Object.keys(national.thresholds)) {
      const thresholds = { ...national.thresholds, [key]: 7 };
      expect(changeWords(national, { ...national, thresholds }), key).toHaveLength(1);
    }
  });

  it('tell step tables that came, went, changed or changed places', () => {
    const [first, second, ...rest] = local.steps;
    if (!first || !second) throw new Error('no steps');
    expect(changeWords(local, { ...local, steps: [second, ...rest] })).toEqual(['删去计分表“在职人员控制率”']);
    expect(changeWords({ ...local, steps: rest }, { ...local, steps: [...rest, first] })).toEqual([
      `增加计分表：${stepWords(first)}`,
    ]);
    expect(changeWords(local, { ...local, steps: [{ ...first, full: 6 }, second, ...rest] })[0]).toContain('满分6分');
    expect(changeWords(local, { ...local, steps: [second, first, ...rest] })).toEqual(['计分表的先后改变']);
  });
});

describe('words of step tables', () => {
  const named = (name: string): string => {
    const step = local.steps.find((each) => each.names.includes(name));
    return step ? stepWords(step) : '';
  };
  it('say bounds, deductions and the better of two', () => {
    expect(named('预算调整率')).toBe(
      '预算调整率，满分3分：等于0%得3分，＞0%且≤10%得2分，＞10%且≤20%得1分，＞20%且≤30%得0.5分，＞30%得0分。',
    );
    expect(named('三公经费控制率')).toBe(
      '三公经费控制率（又名三公控制率），满分6分：不超过100%得6分，每超1个百分点扣1分，扣完为止。',
    );
    expect(named('预算完成率')).toBe('预算完成率，满分8分：达到100%得8分，每低5个百分点扣2分，扣完为止。');
    expect(named('资金结余')).toBe(
      '资金结余（又名资金结余与上年之比），满分3分：与上年相比（本年÷上年），≤0%得3分，＞0%且≤100%得2分，＞100%得0分。',
    );
    expect(named('支付进度')).toContain('没有差错得3分，每处扣0.5分');
    expect(named('结转结余率')).toContain('取较高的一种：达到9%得3分，未达到的按比例；或达到-30%');
  });
  it('say the same in English', () => {
    const english = (name: string): string => {
      const step = local.steps.find((each) => each.names.includes(name));
      return step ? stepWords(step, 'en') : '';
    };
    expect(english('预算调整率')).toBe(
      '预算调整率, out of 3 points: exactly 0%: 3, > 0% and ≤10%: 2, > 10% and ≤20%: 1, > 20% and ≤30%: 0.5, > 30%: 0.',
    );
    expect(english('预算完成率')).toContain('8 from 100% on, 2 less for each 5 pp below, down to 0');
    expect(english('结转结余率')).toContain('the better of two ways: 3 at 9%');
  });
});
