/** What is found of a file can be set by hand, and what was set is found again in the answers. */
import { describe, expect, it } from 'vitest';
import { Pipeline } from '@/import/pipeline';
import type { Answers, FileSummary, SourceFile } from '@/import/protocol';
import { readAsOf } from '@/import/readAs';
import { sourceLine } from '@/import/sourceLine';

const file = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });

function understood(source: SourceFile, answers: Answers = {}): FileSummary {
  const { files, refused } = new Pipeline().inspect([source], answers);
  if (!files[0]) throw new Error(refused[0]?.reason);
  return files[0];
}

// unit_code,unit_name and one row in Big5, whose bytes are GB18030 as well.
const BIG5 = Uint8Array.from([
  ...[
    0x75, 0x6e, 0x69, 0x74, 0x5f, 0x63, 0x6f, 0x64, 0x65, 0x2c, 0x75, 0x6e, 0x69, 0x74, 0x5f, 0x6e, 0x61, 0x6d, 0x65,
    0x0a,
  ],
  ...[0x31, 0x2c, 0xa5, 0xd2, 0xa7, 0xbd, 0x0a], // 1,甲局
]);

describe('a reading set by hand', () => {
  it('takes another encoding than the one that was found', () => {
    const source = { name: 'b.csv', bytes: BIG5 };
    expect(understood(source).encoding).toBe('gb18030');
    const big5 = understood(source, { 'encoding:b.csv': 'big5' });
    expect(big5).toMatchObject({ encoding: 'big5', setByHand: ['encoding'] });
    expect(big5.firstRows.at(-1)?.cells[1]?.text).toBe('甲局');
    expect(sourceLine(BIG5, 2, 'big5')).toBe('1,甲局');
  });
  it('takes another delimiter, and refuses the file where that makes no sense', () => {
    const source = file('d.csv', '单位编码;单位名称\n1;甲,乙\n');
    expect(understood(source).delimiter).toBe(';');
    const { files, refused } = new Pipeline().inspect([source], { 'delimiter:d.csv': ',' });
    expect(files).toEqual([]);
    expect(refused).toMatchObject([{ file: 'd.csv', delimiter: ',', setByHand: ['delimiter'] }]);
    expect(refused[0]?.firstRows[0]?.cells).toEqual([{ text: '单位编码;单位名称', read: null, fault: null }]);
    expect(new Pipeline().read([source], { 'delimiter:d.csv': ',' }).refused).toHaveLength(1);
  });
  it('takes the header from the line and the number of rows that are said', () => {
    const source = file('h.csv', '单位编码,单位名称\n旧,旧局\n单位编码,单位名称\n1,甲局\n');
    expect(understood(source)).toMatchObject({ headerLine: 1, headerRows: 1, rowCount: 3 });
    expect(understood(source, { 'headerLine:h.csv': '3' })).toMatchObject({ headerLine: 3, rowCount: 1 });
    const merged = file('m.csv', '年度,单位编码,口径,公务用车购置及运行费（元）,\n,,,购置费,运行费\n2021,1,决算,5,6\n');
    expect(understood(merged)).toMatchObject({ headerRows: 2, rowCount: 1 });
    expect(understood(merged, { 'headerRows:m.csv': '1' })).toMatchObject({ headerRows: 1, rowCount: 2 });
  });
  it('is what `read` does too', () => {
    const source = file('h.csv', '单位编码,单位名称\n旧,旧局\n单位编码,单位名称\n1,甲局\n');
    expect(new Pipeline().read([source], { 'headerLine:h.csv': '3' }).staging[0]?.rowCount).toBe(1);
  });
  it('counts for nothing where it is none of the known words', () => {
    const answers = { 'encoding:a': 'koi8', 'delimiter:a': '|', 'headerLine:a': '0', 'headerRows:a': '99' };
    expect(readAsOf(answers, 'a')).toEqual({});
    expect(readAsOf({ 'delimiter:a': 'tab' }, 'a')).toEqual({ delimiter: '\t' });
  });
});

describe('the first rows', () => {
  const rows = understood(
    file(
      '2021年部门决算.csv',
      '2021年部门决算表\n,,单位：元\n年度,单位,口径,科目,金额\n2021年,001-甲局,决算数,基本支出,"1,234.50"\n2021,002-乙局,决算,项目支出,12.3.4\n合计,,,,9\n',
    ),
  ).firstRows;
  it('are above, header, rows, set aside or rejected, with their lines', () => {
    expect(rows.map(({ line, role }) => `${String(line)} ${role}`)).toEqual([
      '1 above',
      '2 above',
      '3 header',
      '4 row',
      '5 rejected',
      '6 aside',
    ]);
  });
  it('stand raw beside what they are read as', () => {
    expect(rows[3]?.cells.map(({ text, read }) => [text, read])).toEqual([
      ['2021年', '2021'],
      ['001-甲局', '001 · 甲局'],
      ['决算数', '决算'],
      ['基本支出', null],
      ['1,234.50', '0.12345 万元'],
    ]);
  });
  it('say of a cell why it cannot be read', () => {
    expect(rows[4]?.cells[4]).toEqual({ text: '12.3.4', read: null, fault: '不是数字' });
  });
});

describe('a file that no kind fits', () => {
  it('is not refused for a quote that is open only under a delimiter it does not use', () => {
    const [refusal] = new Pipeline().inspect([file('x.csv', '甲,乙\n"1\n2",3\n')]).refused;
    expect(refusal?.reason).toBe('看不出是哪一类表：没有找到认得的表头');
  });
  it('is refused for its own open quote, with the line', () => {
    const [refusal] = new Pipeline().inspect([file('x.csv', '甲,乙\n1,2\n"1,3\n')]).refused;
    expect(refusal).toMatchObject({ line: 3, reason: '引号没有配对，从这一行起无法分清各列' });
  });
});
