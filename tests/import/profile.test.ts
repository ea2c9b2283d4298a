import { describe, expect, it } from 'vitest';
import { MOST_DISTINCT, Profiler } from '@/import/profile';
import type { ColumnProfile } from '@/import/protocol';

function profile(...values: readonly (string | readonly [string, number])[]): ColumnProfile {
  const profiler = new Profiler();
  for (const value of values) {
    if (typeof value === 'string') profiler.take(0, value);
    else profiler.take(0, ...value);
  }
  const [column] = profiler.finish(['金额'], new Map([[0, '金额']]));
  if (!column) throw new Error('no column');
  return column;
}

describe('what a column holds', () => {
  it('counts filled, empty and distinct cells, as often as they stand there', () => {
    expect(profile(['5', 3], '', '—', ['无', 2], '7', '5')).toMatchObject({ filled: 5, empties: 4, distinct: 2 });
  });
  it('orders numbers by value, as they stand in the file', () => {
    expect(profile('９', '1,234.50', '(12.30)', '100')).toMatchObject({ lowest: '(12.30)', highest: '1,234.50' });
  });
  it('orders figures that no binary number tells apart', () => {
    const close = ['9007199254740993', '9,007,199,254,740,992', '9007199254740993.5'];
    expect(profile(...close)).toMatchObject({ lowest: close[1], highest: close[2] });
    const shares = ['0.1000000000000000055', '0.10000000000000000555', '0.1'];
    expect(profile(...shares)).toMatchObject({ lowest: shares[2], highest: shares[1] });
  });
  it('orders text by code point, even where some of it is a number', () => {
    expect(profile('乙局', '甲局', '3', '丙局')).toMatchObject({ lowest: '3', highest: '甲局', look: 'plain' });
    expect(profile('B', 'A')).toMatchObject({ lowest: 'A', highest: 'B', look: 'none' });
  });
  it.each([
    [['12', '3.5'], 'plain'],
    [['1,234.50', '3'], 'point'],
    [['1.653.000,00', '2.400'], 'comma'],
    [['1.234', '2.400'], 'undecided'],
    [['—', ''], 'none'],
  ] as const)('%j is written in style %s', (values, look) => expect(profile(...values).look).toBe(look));
  it('reads extremes in the style that the column turned out to have', () => {
    expect(profile('1.653.000,00', '2.400', '999')).toMatchObject({ lowest: '999', highest: '1.653.000,00' });
  });
  it('says where it stopped counting, and still knows the extremes', () => {
    const profiler = new Profiler();
    for (let i = 0; i < MOST_DISTINCT + 5; i += 1) profiler.take(0, String(i));
    expect(profiler.finish(['a'], new Map())[0]).toMatchObject({
      distinct: MOST_DISTINCT,
      distinctCapped: true,
      highest: String(MOST_DISTINCT + 4),
      became: null,
    });
  });
});
