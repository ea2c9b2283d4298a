import { describe, expect, it } from 'vitest';
import { fileName } from '@/export/fileName';

describe('fileName', () => {
  it('joins what there is', () => {
    expect(fileName(['排名', '2021', '全国默认', null, '', '甲区'], 'csv')).toBe('排名_2021_全国默认_甲区.csv');
    expect(fileName([], 'csv')).toBe('jilan.csv');
  });

  it('drops what file systems refuse and what could hide the extension', () => {
    expect(fileName(['a/b\\c:d*e?f"g<h>i|j'], 'csv')).toBe('abcdefghij.csv');
    expect(fileName(['..', '.hidden.', 'x\u202Egnp'], 'png')).toBe('hidden_xgnp.png');
    expect(fileName(['排 名\n2021\u0000'], 'csv')).toBe('排名2021.csv');
  });

  it('stays short, and never cuts a character in two', () => {
    const long = fileName(['𠮷'.repeat(300)], 'csv');
    expect([...long]).toHaveLength(124);
    // A lone half of a pair cannot be encoded.
    expect(() => encodeURIComponent(long)).not.toThrow();
  });
});
