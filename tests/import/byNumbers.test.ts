/**
 * Files are read as numbers of their distinct values, bulky kinds without making texts of their rows. The longer way, row
 * by row as PapaParse gives them, stays in use for whatever is not plain: both must come to the same.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { codeBytes } from '@/import/codeBytes';
import { codeTexts } from '@/import/codeTexts';
import { rowTexts, type CodedRows } from '@/import/coded';
import { planFile, type FilePlan } from '@/import/plan';
import type { StagingPlain } from '@/import/protocol';
import { newWriters, readerFor } from '@/import/readers';
import type { RowReader } from '@/import/readerBase';
import { readBatches } from '@/import/rows';
import { settle } from '@/import/settle';
import { surveyFile } from '@/import/survey';

/** A file is made, read twice and compared, a hundred times over. */
vi.setConfig({ testTimeout: 60_000 });

const silent = (): void => undefined;

/** Texts of cells: plain ones, and all that makes a row be looked at whole. */
const ODD = [
  ...[
    '',
    ' ',
    '合计',
    '小计',
    '注：数据来自决算',
    '说明',
    '年度',
    '单位编码',
    '#N/A',
    '1.2E+05',
    '12.3.4',
    '无',
    '-',
    '/',
    "'=1",
  ],
  ...['a"b', 'x,y', '一\n二', '一\r\n二', '"', '""', '\0', '\ufffd', '　', '１２', '-5', '1,234.5', '(3)', '12,34'],
];
const odd = fc.constantFrom(...ODD);
const mostly = (plain: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...plain) }, { weight: 1, arbitrary: odd });

interface Shape {
  readonly header: readonly string[];
  readonly row: readonly fc.Arbitrary<string>[];
}

const INDICATORS: Shape = {
  header: [
    '年度',
    '单位编码',
    '单位名称',
    '指标序号',
    '一级指标',
    '指标名称',
    '指标性质',
    '比较符',
    '目标值',
    '调整指标值',
    '完成值',
    '完成分子',
    '完成分母',
    '计量单位',
    '分值',
    '自评得分',
    '备注栏',
  ],
  row: [
    mostly(['2021', '2022', '113年']),
    mostly(['001', '002', 'A3']),
    mostly(['甲局', '乙局', '']),
    mostly(['1', '2', '2.1']),
    mostly(['产出指标', '成本指标']),
    mostly(['完成率', '完成率 ', '满意度', '数量']),
    mostly(['定量', '定性', '']),
    mostly(['≥', '≤', '=', '']),
    mostly(['100%', '95', '≥90%', '有效提升']),
    mostly(['', '', '90%']),
    mostly(['99.9%', '100', '达成预期指标', '80%']),
    mostly(['', '37568']),
    mostly(['', '37611']),
    mostly(['%', '个', '']),
    mostly(['15', '10', '7.5']),
    mostly(['15', '9.9', '']),
    mostly(['', '见附件']),
  ],
};
const LONG: Shape = {
  header: ['年度', '单位编码', '单位名称', '口径', '科目', '金额', '金额单位'],
  row: [
    mostly(['2021', '2022']),
    mostly(['001', '002']),
    mostly(['甲局', '']),
    mostly(['年初预算', '调整预算', '决算']),
    mostly(['支出合计', '基本支出', '项目支出', '收入总计', '收入合计']),
    mostly(['12.50', '0', '1234.5678', '100', '-3.2']),
    mostly(['万元', '元', '']),
  ],
};
const WIDE: Shape = {
  header: ['年度', '单位编码', '单位名称', '口径', '支出合计（万元）', '基本支出（万元）', '项目支出（万元）'],
  row: [
    mostly(['2021', '2022']),
    mostly(['001', '002']),
    mostly(['甲局', '']),
    mostly(['年初预算', '决算']),
    ...[1, 2, 3].map(() => mostly(['12.5', '', '1234.56', '0.3'])),
  ],
};

/** Cells as a file may hold them: quoted where they must be, and sometimes where they need not. */
function quoted(cell: string, always: boolean): string {
  return always || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const file = ({ header, row }: Shape): fc.Arbitrary<string> =>
  fc
    .record({
      rows: fc.array(
        fc.record({
          cells: fc.tuple(...row),
          cut: fc.oneof(
            { weight: 15, arbitrary: fc.constant(0) },
            { weight: 1, arbitrary: fc.integer({ min: -2, max: 4 }) },
          ),
          quotes: fc.boolean(),
          blank: fc.integer({ min: 0, max: 12 }),
        }),
        { minLength: 1, maxLength: 25 },
      ),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      last: fc.boolean(),
    })
    .map(({ rows, end, last }) => {
      const lines = rows.flatMap(({ cells, cut, quotes, blank }) => {
        const kept = cut >= 0 ? cells.slice(0, cells.length - cut) : [...cells, '', '多'].slice(0, cells.length - cut);
        const line = kept.map((cell, i) => quoted(cell, quotes && i % 3 === 0)).join(',');
        return blank === 0 ? ['', line] : blank === 1 ? [header.join(','), line] : [line];
      });
      return [header.join(','), ...lines].join(end) + (last ? end : '');
    });

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function planOf(bytes: Uint8Array<ArrayBuffer>): FilePlan {
  return planFile('2021年决算.csv', bytes);
}

/** Rows in which anything stands: others are no rows. */
function rowsOf(rows: CodedRows): { line: number; cells: string[] }[] {
  const all = rows.chunks.flatMap((chunk) =>
    Array.from({ length: chunk.rowCount }, (_, i) => ({ line: chunk.lines[i] ?? 0, cells: rowTexts(rows, chunk, i) })),
  );
  return all.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

const decoder = new TextDecoder();
const textOf = ({ parts }: Pick<StagingPlain, 'parts'>): string =>
  parts.map(({ bytes }) => decoder.decode(bytes)).join('');

/** What a reader has come to: its staged rows with what their numbers stand for, and what it told. */
function outcome(plan: FilePlan, rows: CodedRows, read: (reader: RowReader) => void): unknown {
  const settings = settle(plan, surveyFile(plan, rows), {});
  if (typeof settings === 'string') return settings;
  const writers = newWriters();
  const reader = readerFor(plan, settings, 7, writers);
  read(reader);
  const staged = writers[plan.header.kind].finish();
  // Years and units, and names of indicators, are numbered in the order in which they are met: that is no part of it.
  const isNumbered = (name: string): boolean => name === 'head' || name === 'subject';
  const parents = staged.parents.map((parent) => {
    const lines = textOf(parent).split(/\n(?=\d+,)/);
    return new Map(
      lines.map((line) => [
        line.slice(0, line.indexOf(',')),
        line.slice(line.indexOf(',') + 1).replace(isNumbered(parent.name) ? /,\d+\n?$/ : /\n$/, ''),
      ]),
    );
  });
  const said = textOf(staged)
    .split('\n')
    .map((line) => {
      const cells = line.split(',');
      return [...parents.map((parent, i) => parent.get(cells[i] ?? '')), ...cells.slice(parents.length)].join(' | ');
    });
  const { rowCount, sourceRows, hasTwins } = staged;
  return { said, rowCount, sourceRows, hasTwins, tally: reader.tally, rejects: reader.rejects };
}

function compare(text: string): void {
  const bytes = bytesOf(text);
  const plan = planOf(bytes);
  const rows = codeBytes(plan, bytes, silent) ?? codeTexts(plan, bytes, silent);
  const short = outcome(plan, rows, (reader) => reader.takeAll(rows, silent));
  const long = outcome(plan, rows, (reader) => {
    for (const batch of readBatches(bytes, plan.reading, plan.delimiter))
      batch.rows.forEach((row, i) => {
        const line = batch.lines[i] ?? 0;
        if (line > plan.headEnd) reader.take(row, line, batch.damaged);
      });
  });
  expect(short).toEqual(long);
}

describe('rows by numbers', () => {
  it.each([
    ['indicators', INDICATORS],
    ['amounts, one a row', LONG],
    ['amounts, several a row', WIDE],
  ])('come to what the longer way comes to: %s', (_, shape) => {
    fc.assert(fc.property(file(shape), compare), { numRuns: 120 });
  });

  it('have the cells and lines that PapaParse finds, whatever stands in them', () => {
    const part = fc.oneof(
      fc.constantFrom('"', '""', ',', '\n', '\r', '\r\n', '一', 'a', '1', ' ', '\0', '多,', '"x"', '"a\nb"', '"a""b",'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    );
    let scanned = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const bytes = bytesOf(`单位编码,单位名称,单位类别\n${parts.join('')}`);
        const plan = planOf(bytesOf('单位编码,单位名称,单位类别\n001,甲,乙\n'));
        const found = codeBytes(plan, bytes, silent);
        if (!found) return;
        scanned += 1;
        expect(rowsOf(found)).toEqual(rowsOf(codeTexts(plan, bytes, silent)));
      }),
      { numRuns: 1500 },
    );
    expect(scanned).toBeGreaterThan(200);
  });

  it('are found among the bytes of GB18030 as in its text, broken characters included', () => {
    const byte = fc.oneof(
      fc.constantFrom(0x2c, 0x0a, 0x0d, 0x22, 0x81, 0x30, 0x39, 0xff, 0x80, 0xb5, 0xa5, 0x41, 0x7c),
      fc.integer({ min: 0, max: 255 }),
    );
    const plan = {
      ...planOf(bytesOf('单位编码,单位名称,单位类别\n001,甲,乙\n')),
      reading: { encoding: 'gb18030' as const, start: 0 },
    };
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 60 }), (bytes) => {
        const given = new Uint8Array(bytes);
        const found = codeBytes(plan, given, silent);
        if (found) expect(rowsOf(found)).toEqual(rowsOf(codeTexts(plan, given, silent)));
      }),
      { numRuns: 2500 },
    );
  });
});
