import { describe, expect, it } from 'vitest';
import { readRuleSet, RULE_SETS } from '@/rules/ruleSet';

const base = (): Record<string, unknown> => structuredClone(RULE_SETS[0]) as unknown as Record<string, unknown>;
const faults = (change: Record<string, unknown>): string[] => {
  const result = readRuleSet({ ...base(), ...change });
  return result.ok ? [] : result.faults.map((fault) => `${fault.field}: ${fault.reason}`);
};

describe('rule sets', () => {
  it('ship three, with the titles that exports print', () => {
    expect(RULE_SETS.map((each) => [each.id, each.title])).toEqual([
      ['national-2020', '全国默认'],
      ['ratio-1', '比率保留一位'],
      ['local-example', '地方办法示例'],
    ]);
  });

  it('differ only where they say so', () => {
    const [national, ratioOne] = RULE_SETS;
    expect({ ...ratioOne, id: '', title: '', ratio_places: null, score_places: 2 }).toEqual({
      ...national,
      id: '',
      title: '',
    });
    expect(ratioOne).toMatchObject({ ratio_places: 1, score_places: 3 });
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a missing field', { bands: undefined }, /^bands: /],
    ['a foreign field', { colour: 'red' }, /^colour: 没有这一项/],
    ['places', { score_places: 2.5 }, /^score_places: 得分位数须是整数/],
    ['a share above 1', { strict_share: 1.5 }, /^strict_share: 扣减比例不得大于 1/],
    [
      'a band upside down',
      {
        bands: [
          [80, 100],
          [80, 60],
          [60, 0],
        ],
      },
      /^bands\.0: 档次的下限不得大于上限/,
    ],
    [
      'grades that rise',
      {
        grades: [
          [60, '中'],
          [80, '良'],
          [null, '差'],
        ],
      },
      /^grades: 下限须由高到低/,
    ],
    ['grades without an end', { grades: [[90, '优']] }, /^grades: 最后一级的下限须为 null/],
    ['an unknown word', { missing: 'skip' }, /^missing: 须为 zero 或 exclude/],
    [
      'a step without points',
      { steps: [{ names: ['甲'], measure: 'percent', full: 5, scoring: { kind: 'table', rows: [{}] } }] },
      /^steps\.0\.scoring\.rows\.0\.points: /,
    ],
    [
      'an unknown kind of step',
      { steps: [{ names: ['甲'], measure: 'percent', full: 5, scoring: { kind: 'magic' } }] },
      /^steps\.0\.scoring(\.kind)?: kind 须为/,
    ],
    [
      'an execution indicator on no base',
      { execution: { weight: 20, base: 'actual', scoring: { kind: 'linear' } } },
      /^execution\.base: 须为/,
    ],
  ])('%s is refused with its field', (_, change, expected) => {
    expect(faults(change)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });

  it('are refused when they are no object', () => {
    expect(readRuleSet('[]').ok).toBe(false);
    expect(readRuleSet(null).ok).toBe(false);
  });
});
