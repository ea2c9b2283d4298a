/** Every reason for which a field of a rule set is refused has English words: shipped sets are broken in every place. */
import { describe, expect, it } from 'vitest';
import { faultWords } from '@/rules/faultWords';
import { readRuleSet, RULE_SETS } from '@/rules/ruleSet';
import { idFault, readIncoming } from '@/views/rules/incoming';

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

const BAD: readonly (Json | undefined)[] = [
  undefined,
  null,
  '',
  'x'.repeat(300),
  -1e12,
  1e12,
  1e-9,
  0,
  2.5,
  0.123456789,
  true,
  [],
  {},
  { kind: 'magic' },
];

function* broken(whole: Json, put: (part: Json | undefined) => Json): Generator<Json> {
  for (const bad of BAD) if (bad !== undefined) yield put(bad);
  if (Array.isArray(whole)) {
    yield put([...whole].reverse());
    yield put([...whole, ...whole]);
    for (const [at, part] of whole.entries()) {
      yield* broken(part, (other) => put(whole.map((each, index) => (index === at ? (other ?? null) : each))));
    }
  } else if (whole !== null && typeof whole === 'object') {
    yield put({ ...whole, colour: 'red' });
    for (const [key, part] of Object.entries(whole)) {
      yield put(Object.fromEntries(Object.entries(whole).filter(([other]) => other !== key)));
      yield* broken(part, (other) => put({ ...whole, [key]: other ?? null }));
    }
  }
}

/** The shipped sets name every kind of field but these. */
const base = RULE_SETS[2] as unknown as { [key: string]: Json };
const whole: Json = {
  ...base,
  overshoot: [[2, 0.1]],
  execution: { weight: 10, base: 'initial_budget', scoring: { kind: 'tiers', tiers: [[90, 1]] } },
};

describe('reasons in English', () => {
  const reasons = new Set<string>();
  for (const data of broken(whole, (part) => part ?? null)) {
    const reading = readRuleSet(data);
    if (!reading.ok) for (const fault of reading.faults) reasons.add(fault.reason);
  }
  for (const id of ['draft', 'ratio-1']) reasons.add(idFault(id)?.reason ?? '');
  const incoming = readIncoming('{');
  if (!incoming.ok) for (const fault of incoming.faults) reasons.add(fault.reason);

  it('are many, and none keeps a Chinese word', () => {
    expect(reasons.size).toBeGreaterThan(70);
    const left = [...reasons].filter((reason) => /\p{Script=Han}/u.test(faultWords(reason, 'en')));
    expect(left).toEqual([]);
  });

  it('stay as they are in Chinese', () => {
    for (const reason of reasons) expect(faultWords(reason, 'zh-CN')).toBe(reason);
  });

  it('name the field and the bound', () => {
    expect(faultWords('档次下限不得大于 100', 'en')).toBe('the lower end must not be above 100');
    expect(faultWords('得分位数须是整数', 'en')).toBe('the places of scores must be a whole number');
    expect(faultWords('须为 zero 或 exclude', 'en')).toBe('must be zero or exclude');
  });
});
