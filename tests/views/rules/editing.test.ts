import { describe, expect, it } from 'vitest';
import { RULE_SETS, readRuleSet } from '@/rules/ruleSet';
import { printAliases, readAliases } from '@/views/rules/aliases';
import { freeId, readIncoming } from '@/views/rules/incoming';
import { keepsPlace, typedNumber, valueAt, withValue, type Json } from '@/views/rules/paths';
import { boundOf, kindOf, newRow, newScoring, newStep, SCORING_KINDS, swapped, withBound } from '@/views/rules/steps';

const [national] = RULE_SETS;
const json = JSON.parse(JSON.stringify(national)) as Json;

describe('paths', () => {
  it('read and write one place and leave the old state alone', () => {
    const changed = withValue(json, 'bands.1.1', 50);
    expect(valueAt(changed, 'bands.1.1')).toBe(50);
    expect(valueAt(json, 'bands.1.1')).toBe(60);
    expect(valueAt(changed, 'bands.0')).toEqual([100, 80]);
    expect(readRuleSet(changed).ok).toBe(true);
    expect(valueAt(json, 'execution.weight')).toBeUndefined();
  });

  it('take a field away', () => {
    const step = withValue(json, 'steps.0', { names: ['a'], source: 'b' });
    expect(valueAt(withValue(step, 'steps.0.source', undefined), 'steps.0')).toEqual({ names: ['a'] });
  });

  it('lead to the same place only where no list on the way has got or lost rows', () => {
    const longer = withValue(json, 'grades.4', [0, '末']);
    expect(keepsPlace(longer, json, 'grades.0.0')).toBe(false);
    expect(keepsPlace(longer, json, 'grades')).toBe(true);
    expect(keepsPlace(longer, json, 'bands.1.1')).toBe(true);
    expect(keepsPlace(json, json, 'execution.scoring.kind')).toBe(true);
  });

  it.each([
    ['80', 80],
    [' 0.05 ', 0.05],
    ['-3', -3],
    ['80.', '80.'],
    ['', ''],
    ['1e3', '1e3'],
    ['八十', '八十'],
  ])('a typed %j is %j', (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });

  it('a refused number is refused at its field', () => {
    const reading = readRuleSet(withValue(json, 'thresholds.fund_shift', typedNumber('五')));
    expect(reading).toMatchObject({
      ok: false,
      faults: [{ field: 'thresholds.fund_shift', reason: '资金变动倍数须是数' }],
    });
  });
});

describe('aliases', () => {
  it('are read as they are printed', () => {
    const aliases = { 优秀: '优', 较差: '差' };
    expect(readAliases(printAliases(aliases))).toEqual(aliases);
    expect(readAliases('优秀＝优、良好 = 良')).toEqual({ 优秀: '优', 良好: '良' });
    expect(readAliases('')).toEqual({});
  });
  it('stay text where they are no list, which is refused', () => {
    expect(readAliases('优秀')).toBe('优秀');
    expect(readRuleSet(withValue(json, 'grade_aliases', readAliases('优秀='))).ok).toBe(false);
  });
});

describe('a file from outside', () => {
  const file = (patch: Record<string, unknown>): string => JSON.stringify({ ...national, id: 'own', ...patch });
  it('is accepted whole, with or without a byte order mark', () => {
    expect(readIncoming(file({}))).toMatchObject({ ok: true, ruleSet: { id: 'own' } });
    expect(readIncoming(`\uFEFF${file({})}`).ok).toBe(true);
  });
  it.each([
    ['{"id":', '', '不是一份完整的 JSON'],
    ['7', '', '字段不全，或有多余的字段'],
    [file({ equal_rule: 'half' }), 'equal_rule', '须为 ratio 或 zero'],
    [file({ bands: [[100, 80], [60, 80], [60, 0]] }), 'bands.1', '档次的下限不得大于上限'], // prettier-ignore
    [file({ more: 1 }), 'more', '没有这一项，请删去'],
    [file({ id: 'national-2020' }), 'id', '编号 national-2020 是随程序的规则集，不能覆盖，请换一个'],
    [file({ id: 'draft' }), 'id', '编号 draft 留作试算，请换一个'],
  ])('%s is refused at %j: %s', (text, field, reason) => {
    expect(readIncoming(text)).toEqual({ ok: false, faults: [{ field, reason }] });
  });
});

it('a copy gets an id that nobody has', () => {
  expect(freeId('national-2020', ['national-2020'])).toBe('national-2020-copy');
  expect(freeId('a-copy', ['a', 'a-copy', 'a-copy-2'])).toBe('a-copy-3');
});

describe('a step table', () => {
  it('starts as one that lacks nothing but its name', () => {
    const reading = readRuleSet(withValue(json, 'steps', [newStep()]));
    expect(reading).toMatchObject({ ok: false, faults: [{ field: 'steps.0.names.0', reason: '指标名称不得为空' }] });
    expect(readRuleSet(withValue(json, 'steps', [withValue(newStep(), 'names.0', '预算调整率')])).ok).toBe(true);
  });

  it.each(SCORING_KINDS)('of the kind %s starts as a valid one', (kind) => {
    const step = { names: ['预算调整率'], measure: 'percent', full: 3, scoring: newScoring(kind, 3) };
    expect(kindOf(step.scoring)).toBe(kind);
    expect(readRuleSet(withValue(json, 'steps', [step]))).toMatchObject({ ok: true });
  });

  it('has bounds that are in, out or none, and keeps the figure when that changes', () => {
    const row = { at_least: 95, below: 100, points: 3 };
    expect([boundOf(row, 'low'), boundOf(row, 'high'), boundOf({ points: 0 }, 'low')]).toEqual([
      { sign: 'in', field: 'at_least' },
      { sign: 'out', field: 'below' },
      { sign: 'none', field: '' },
    ]);
    expect(withBound(row, 'low', 'out')).toEqual({ above: 95, below: 100, points: 3 });
    expect(withBound(row, 'high', 'in')).toEqual({ at_least: 95, at_most: 100, points: 3 });
    expect(withBound(row, 'high', 'none')).toEqual({ at_least: 95, points: 3 });
    expect(withBound({ points: 0 }, 'low', 'in')).toEqual({ at_least: 0, points: 0 });
  });

  it('takes a new row, and rows change places', () => {
    expect(readRuleSet(withValue(json, 'steps', [{ names: ['a'], measure: 'number', full: 3, scoring: { kind: 'table', rows: [newRow()] } }])).ok).toBe(true); // prettier-ignore
    expect(swapped([1, 2, 3], 1, 0)).toEqual([2, 1, 3]);
    expect(swapped([1, 2, 3], 2, 3)).toEqual([1, 2, 3]);
  });
});
