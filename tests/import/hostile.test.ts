/** Files made to break a reader: it neither hangs nor throws what no one can read, and text stays text. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import type { ReadResult, Refusal } from '@/import/protocol';
import { openEngine } from '../support/engine';
import { clearImported } from '../support/tables';

const encoder = new TextEncoder();
const MILLION = 1_000_000;
const UNITS = '单位编码,单位名称,所属区划';

function inspectAndRead(text: string): ReadResult {
  const files = [{ name: '甲.csv', bytes: encoder.encode(text) }];
  const pipeline = new Pipeline();
  const inspection = pipeline.inspect(files);
  const read = pipeline.read(files);
  const said = ({ line, reason }: Refusal): string => `${String(line)} ${reason}`;
  expect(inspection.refused.map(said)).toEqual(read.refused.map(said));
  return read;
}

describe('through the database', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  }, 60_000);
  afterAll(() => engine.close());

  async function units(
    text: string,
  ): Promise<readonly { unit_code: string; unit_name: string; region: string | null }[]> {
    await clearImported(engine);
    const report = await stage(engine, inspectAndRead(text), { importId: 1 });
    await commitStage(engine);
    expect(report.counts).toMatchObject({ rejected: 0, cells: 0, refused: 0 });
    return engine.query('SELECT unit_code, unit_name, region FROM unit ORDER BY unit_code');
  }

  test('formulas, markup, SQL, paths and placeholders of other languages are text', async () => {
    const texts = [
      `=cmd|' /C calc'!A0`,
      '@SUM(1+1)*cmd',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '&lt;b&gt;&amp;',
      `甲'; DROP TABLE unit; --`,
      `甲" OR 1=1 --`,
      '$1 $2 ? :name {{name}} ${name} %s %n',
      '../../etc/passwd',
      'C:\\Windows\\x.dll',
      '\\n \\0 \\u0041 \\',
      '__proto__',
      'constructor',
      'NULL',
      'null',
      'undefined',
      '[object Object]',
      '甲\tb,c;d|e',
      '甲 -- /* 乙 */',
      '😀𠀀',
      'e\u0301',
      '\u202e倒着写',
    ];
    const rows = texts.map((text, index) => `${String(100 + index)},"${text.replaceAll('"', '""')}",甲区`);
    const read = await units([UNITS, ...rows].join('\n'));
    // Direction marks are seen by no one and go.
    expect(read.map((row) => row.unit_name)).toEqual(texts.map((text) => text.replace('\u202e', '')));
  });

  test('a cell of a million characters, one of a hundred thousand quotes, one of two thousand lines', async () => {
    const long = '甲'.repeat(MILLION);
    const quotes = '"'.repeat(MILLION / 10);
    const lines = Array.from({ length: 2_000 }, () => '行').join('\n');
    const text = `${UNITS}\n1,${long},a\n2,"${'""'.repeat(MILLION / 10)}",b\n3,"${lines}",c\n4,丁,d\n`;
    const read = await units(text);
    expect(read.map((row) => row.unit_name.length)).toEqual([long.length, quotes.length, lines.length, 1]);
    expect(read[1]?.unit_name === quotes && read[2]?.unit_name === lines).toBe(true);
  });

  test('ten thousand columns, in the header and in the rows', async () => {
    const extra = Array.from({ length: 10_000 }, (_, index) => `列${String(index)}`).join(',');
    const values = Array.from({ length: 10_000 }, (_, index) => String(index)).join(',');
    const read = await units(`${UNITS},${extra}\n1,甲,a,${values}\n2,乙,b,${values}\n3,丙,c\n`);
    expect(read.map((row) => row.unit_code)).toEqual(['1', '2', '3']);
  });

  test('a header of a million characters stands beside the known ones', async () => {
    const read = await units(`${UNITS},${'长'.repeat(MILLION)}\n1,甲,a,x\n`);
    expect(read).toEqual([{ unit_code: '1', unit_name: '甲', region: 'a' }]);
  });
});

describe('refused or rejected in words', () => {
  const refusals = (text: string): string[] =>
    inspectAndRead(text).refused.map(({ line, reason }) => `${String(line)} ${reason}`);

  test.each([
    ['a million quotes', `${UNITS}\n${'"'.repeat(MILLION + 1)}`, /^2 引号没有配对/],
    [
      'a quote opened a hundred thousand lines before the end',
      `${UNITS}\n1,"甲,a${'\n2,乙,b'.repeat(100_000)}`,
      /^2 引号没有配对/,
    ],
    ['a million delimiters', ','.repeat(MILLION), /看不出是哪一类表/],
    ['a hundred thousand line ends', '\n'.repeat(MILLION / 10), /看不出是哪一类表/],
    ['one line of a million characters', 'x'.repeat(MILLION), /看不出是哪一类表/],
    ['only a header', UNITS, /没有数据行/],
    ['a header a thousand lines down', `${'封面\n'.repeat(1000)}${UNITS}\n1,甲,a\n`, /看不出是哪一类表/],
  ])('%s', (_, text, reason) => {
    const [refusal, ...more] = refusals(text);
    expect(more).toEqual([]);
    expect(refusal).toMatch(reason);
  });

  test('a row with ten thousand cells too many is rejected, its neighbours are not', () => {
    const { rejects, counts, staging } = inspectAndRead(`${UNITS}\n1,甲,a${',x'.repeat(10_000)}\n2,乙,b\n`);
    expect(rejects.map(({ line, reason }) => `${String(line)} ${reason}`)).toEqual(['2 这一行的列数多于表头']);
    expect([counts.rejected, staging[0]?.rowCount]).toEqual([1, 1]);
  });

  test('numbers of twenty thousand digits are no numbers', () => {
    const digits = '9'.repeat(20_000);
    const text = `年度,单位编码,口径,科目,金额（万元）\n2021,1,决算,收入合计,${digits}\n2021,1,决算,支出合计,0.${digits}\n2021,1,决算,基本支出,${digits.slice(0, 9)}e${digits}\n`;
    const { rejects } = inspectAndRead(text);
    expect(rejects.map(({ line, reason }) => `${String(line)} ${reason}`)).toEqual([
      '2 不是数字',
      '3 不是数字',
      '4 不是数字',
    ]);
  });

  test('brackets, dashes and remarks nested ten thousand deep are read or rejected at once', () => {
    const deep = [
      `${'('.repeat(10_000)}1${')'.repeat(10_000)}`,
      `-${'（'.repeat(10_000)}`,
      '—'.repeat(10_000),
      `1${',000'.repeat(10_000)}x`,
    ];
    const rows = deep.map((text, index) => `2021,${String(index)},决算,收入合计,"${text}"`);
    const { rejects } = inspectAndRead(['年度,单位编码,口径,科目,金额（万元）', ...rows].join('\n'));
    expect(rejects.map(({ line }) => line)).toEqual([2, 3, 5]);
  });
});
