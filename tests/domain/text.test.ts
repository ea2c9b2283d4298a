import { describe, expect, test } from 'vitest';
import { matchKey, normaliseText, asFiled, wordKey } from '@/domain/text';

describe('normaliseText', () => {
  test.each([
    ['３．０３', '3.03'],
    ['１，２３４．５０％', '1,234.50%'],
    ['﹣﹪﹦', '-%='],
    ['\u00a0达成\r\n预期指标\u3000', '达成 预期指标'],
    ['21\u200b90\ufeff01', '219001'],
    ['①', '①'],
    ['a  b', 'a b'],
    ['', ''],
  ])('%j becomes %j', (raw, plain) => expect(normaliseText(raw)).toBe(plain));
});

test('names that differ only by width, brackets or blanks have one key', () => {
  expect(matchKey('某局（ 本级 ）')).toBe(matchKey('某局【本级】'));
  expect(matchKey('某局(本级)')).not.toBe(matchKey('某局'));
  expect(matchKey('ABC')).not.toBe(matchKey('abc'));
});

test('fixed words ignore quotes and case', () => {
  expect(wordKey('“三公” 经费')).toBe(wordKey('三公经费'));
  expect(wordKey('Unit_Code')).toBe('unit_code');
});

test('a name as filed keeps its width and brackets', () => {
  expect(asFiled(' 某局（本级）\u200b ')).toBe('某局（本级）');
});
