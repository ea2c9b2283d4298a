import { describe, expect, test } from 'vitest';
import { isNone, readNumber } from '@/domain/number';

const shown = (text: string, style?: 'point' | 'comma'): string => {
  const reading = readNumber(text, style);
  if (reading.kind === 'number') return `${reading.value.toFixed()}|${reading.unit}`;
  return reading.kind === 'none' ? 'none' : reading.reason;
};

describe('no figure', () => {
  test.each([
    '',
    ' ',
    '—',
    '-',
    '--',
    '———',
    '/',
    '／',
    '……',
    '…',
    '无',
    'N/A',
    'n/a',
    'Ｎ／Ａ',
    '--（基数为0，不可比）',
    '－(不可比)',
    '− −',
    '--【注】',
  ])('%j', (text) => expect(isNone(text)).toBe(true));
  test.each(['0', '0.00', '-(12.30)', '--(1,234.50)', '-(5%)', '-(1E3)', '不适用', '#N/A', '-a', '()', '无人'])(
    'not %j',
    (text) => expect(isNone(text)).toBe(false),
  );
});

describe('numbers', () => {
  test.each([
    ['1,234.50', '1234.5|'],
    ['1，234.50', '1234.5|'],
    ['1\u00a0234.50', '1234.5|'],
    ['３．０３', '3.03|'],
    ['99.9%', '99.9|%'],
    ['９９．９％', '99.9|%'],
    ['(12.30)', '-12.3|'],
    ['（12.30）', '-12.3|'],
    ['(1,234.5)%', '-1234.5|%'],
    ['-12.30', '-12.3|'],
    ['−12.30', '-12.3|'],
    ['－12.30', '-12.3|'],
    ['+5', '5|'],
    ['-0', '0|'],
    ['.5', '0.5|'],
    ['15分', '15|分'],
    ['3.87万元', '3.87|万元'],
    ['3.87 万元', '3.87|万元'],
    ['￥1,234.50', '1234.5|元'],
    ['007', '7|'],
    ['1234567890123456789.123456', '1234567890123456789.123456|'],
  ])('%j is %s', (text, reading) => expect(shown(text)).toBe(reading));

  test.each([
    '12.3.4',
    '12,34',
    '1,2345',
    '1 23',
    '#N/A',
    '#DIV/0!',
    'NaN',
    'Infinity',
    '∞',
    '九十',
    '95%%',
    '(12',
    '(-12)',
    '-(12.30)',
    '1-3',
    '①',
    '5.',
    '--5',
  ])('%j is no number', (text) => expect(shown(text)).toMatch(/不是数字/));
  test.each(['1.2E+3', '1E1', '1e-5', '(1E5)', '１Ｅ５'])('%j is scientific', (text) =>
    expect(shown(text)).toMatch(/科学计数法/),
  );
});

test('the comma style is read only when a column says so', () => {
  expect(shown('1.653.000,00', 'comma')).toBe('1653000|');
  expect(shown('12,5%', 'comma')).toBe('12.5|%');
  expect(shown('1.653.000,00')).toMatch(/不是数字/);
});
