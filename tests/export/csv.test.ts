import Papa from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv, type CsvColumn } from '@/export/csv';

const text: CsvColumn = { key: 'a', label: '单位名称', kind: 'text' };
const exact: CsvColumn = { key: 'a', label: '金额(万元)', kind: 'exact' };
const rate: CsvColumn = { key: 'a', label: '执行率(%)', kind: 'rate' };
const integer: CsvColumn = { key: 'a', label: '名次', kind: 'integer' };

/** The one data cell as it stands in the file, quotes included. */
function cell(column: CsvColumn, value: string | number | null): string {
  const lines = toCsv([column], [{ a: value }]).split('\r\n');
  return lines[1] ?? '';
}

describe('toCsv', () => {
  it('begins with a byte order mark and ends each line with CRLF', () => {
    expect(toCsv([text, { key: 'b', label: '名次', kind: 'integer' }], [{ a: '甲局', b: 1 }])).toBe(
      '\uFEFF单位名称,名次\r\n甲局,1\r\n',
    );
    expect(toCsv([text], [])).toBe('\uFEFF单位名称\r\n');
  });

  it.each([
    ['2305', '2305.00'],
    ['2305.5', '2305.50'],
    ['0.158942', '0.158942'],
    ['14.985', '14.985'],
    ['14.98500', '14.985'],
    ['-4.6', '-4.60'],
    ['0', '0.00'],
    ['-0.00', '0.00'],
    ['9007199254740993.12', '9007199254740993.12'],
    ['1234567890123456.78', '1234567890123456.78'],
  ])('prints the exact figure %s as %s', (value, printed) => {
    expect(cell(exact, value)).toBe(printed);
  });

  it.each([
    ['113.53', '113.53'],
    ['100', '100.00'],
    ['0.005', '0.01'],
    ['-0.005', '-0.01'],
    ['-0.004', '0.00'],
    ['99.995', '100.00'],
  ])('prints the rate %s as %s', (value, printed) => {
    expect(cell(rate, value)).toBe(printed);
  });

  it('prints integers without a point, whatever type they come in', () => {
    expect(cell(integer, 2021)).toBe('2021');
    expect(cell(integer, '117.00')).toBe('117');
  });

  it.each([text, exact, rate, integer])('leaves a missing $kind cell empty', (column) => {
    expect(cell(column, null)).toBe('');
    expect(cell(column, '')).toBe('');
    expect(toCsv([column], [{}])).toBe(`\uFEFF${column.label}\r\n\r\n`);
  });

  it.each(['=1+1', '＝1+1', '+A1', '-A1', '@SUM(A1)', '-', '=', '+1+2', '-5%x', '-1,000'])(
    'guards the text %s',
    (value) => {
      expect(Papa.parse<string[]>(cell(text, value)).data[0]?.[0]).toBe(`'${value}`);
    },
  );

  it.each(['\tx', '\rx'])('guards text that begins with a control character', (value) => {
    expect(cell(text, value)).toContain(`'${value}`);
  });

  it.each(['-5', '+5', '-5%', '-0.5', '+.5', '100%', '≥95%', '等于100%', '1-3天', "'x"])(
    'leaves the text %s as it is',
    (value) => {
      expect(cell(text, value)).toBe(value);
    },
  );

  it('quotes only what needs it', () => {
    expect(cell(text, 'a,b')).toBe('"a,b"');
    expect(cell(text, '说“好”')).toBe('说“好”');
    expect(cell(text, '他说"好"')).toBe('"他说""好"""');
    expect(toCsv([text], [{ a: '两\n行' }])).toContain('"两\n行"');
    expect(cell(text, ' 空格 ')).toBe(' 空格 ');
    expect(cell(text, '甲，乙')).toBe('甲，乙');
  });

  it('guards before it quotes, in headers too', () => {
    expect(cell(text, '=a,b')).toBe(`"'=a,b"`);
    expect(toCsv([{ key: 'a', label: '=x', kind: 'text' }], [])).toBe(`\uFEFF'=x\r\n`);
  });

  it('reads back as what went in, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: 'binary' }), { minLength: 1, maxLength: 8 }), (values) => {
        const csv = toCsv(
          [text, { ...text, key: 'b' }],
          values.map((value) => ({ a: value, b: '尾' })),
        );
        const read = Papa.parse<string[]>(csv.slice(1), { newline: '\r\n' }).data.slice(1, -1);
        const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)%?$/;
        expect(read.map((row) => row[0])).toEqual(
          values.map((value) => (/^[=＝+\-@\t\r]/.test(value) && !plain.test(value) ? `'${value}` : value)),
        );
      }),
    );
  });
});
