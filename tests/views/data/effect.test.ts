import { expect, it } from 'vitest';
import { i18n } from '@/locales';
import type { EffectEntry } from '@/stores/importTypes';
import { effectWords } from '@/views/data/effect';

const move = { fiscalYear: 2021, unitCode: '001', unitName: '甲单位', before: '90', after: '80' };
const entry = (moved: Partial<EffectEntry>): EffectEntry => ({
  type: 'effect',
  importId: 1,
  at: '2026-11-24T08:00:00.000Z',
  ruleSetTitle: '全国默认',
  totals: { moved: 0, appeared: 0, gone: 0, largest: null },
  amounts: { moved: 0, largest: null },
  ...moved,
});
const words = (moved: Partial<EffectEntry>): string[] => effectWords(entry(moved), i18n.global.t);

it('says what moved, and by how much at most: two decimals, or all that there are', () => {
  expect(
    words({
      totals: { moved: 1200, appeared: 2, gone: 1, largest: { ...move, item: null, delta: '-4.2' } },
      amounts: { moved: 1, largest: { ...move, item: 'expenditure.total', delta: '1234567.000001' } },
    }),
  ).toEqual([
    '1,200 个单位年度总分变动，最大 −4.20（甲单位，2021）',
    '2 个单位年度新有总分',
    '1 个单位年度不再有总分',
    '1 处金额变动，最大 +1,234,567.000001 万元（甲单位，2021，支出合计）',
  ]);
  expect(words({})).toEqual(['此前的总分和金额都没有变']);
});
