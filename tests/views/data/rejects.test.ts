import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { countText, sizeText } from '@/views/data/count';
import { askedColumns, looksNumeric, proposals, questionsOf } from '@/views/data/questions';
import { byFile, type RejectRow } from '@/views/data/rejects';
import { rejectsCsv } from '@/views/data/rejectsCsv';
import { rejectsName } from '@/views/data/saveRejects';
import type { Inspection } from '@/stores/importTypes';

const reject = (patch: Partial<RejectRow>): RejectRow => ({
  file_name: '2021年决算.csv',
  line: 4,
  column_name: '金额',
  value: '12,34',
  reason: '不是数',
  remedy: '改为 12.34 或 1,234',
  is_cell: false,
  is_mended: false,
  ...patch,
});

describe('the saved reject list', () => {
  const content = {
    head: [['2021年度部门决算'], ['单位：元'], ['单位编码', '科目', '金额', '备注']],
    delimiter: '\t',
    rows: [
      { line: 4, cells: ['="002001"', '支出合计', '12,34', '两行\n备注'] },
      { line: 9, cells: ['002002', '基本支出', 'x'] },
    ],
  };
  const text = rejectsCsv(content, [
    reject({}),
    reject({ column_name: '科目', value: '支出合计', reason: '重复' }),
    reject({ line: 9, value: 'x' }),
  ]);
  const rows = Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: ',' }).data;

  it('keeps the titles and units above the header, so that a mended file means the same', () => {
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(rows[0]).toEqual(['2021年度部门决算']);
    expect(rows[1]).toEqual(['单位：元']);
    expect(rows[2]?.slice(0, 4)).toEqual(['单位编码', '科目', '金额', '备注']);
  });
  it('puts the faults of one row into one row, behind its own columns', () => {
    expect(rows).toHaveLength(5);
    const [, , header = [], first = [], second = []] = rows;
    expect(first).toHaveLength(header.length);
    expect(second).toHaveLength(header.length);
    expect(first.slice(2, 4)).toEqual(['12,34', '两行\n备注']);
    expect(first[4]).toBe('2021年决算.csv');
    expect(first[6]).toBe('金额；科目');
    expect(first[8]).toBe('不是数；重复');
    expect(second[3]).toBe('');
  });
  it('guards text that a spreadsheet would run', () => {
    expect(rows[3]?.[0]).toBe(`'="002001"`);
  });
  it('is one file per source, and its name still says year and stage', () => {
    expect(
      byFile([reject({}), reject({ file_name: 'b.csv' }), reject({ line: 9 })]).map((each) => each.rejects.length),
    ).toEqual([2, 1]);
    expect(rejectsName('2021年决算.csv')).toBe('退回_2021年决算.csv');
  });
});

describe('questions of an import', () => {
  const entry = (id: string, file: string, column: string | null, proposal: string) => ({
    id,
    file,
    column,
    proposal,
    choices: [],
    examples: [],
  });
  const inspection: Inspection = {
    files: [],
    refused: [],
    questions: [
      {
        id: 'period',
        kind: 'period',
        entries: [entry('year:a', 'a', '年度', '2021'), entry('year:b', 'b', '年度', '')],
      },
      { id: 'unit', kind: 'amount_unit', entries: [entry('unit:a', 'a', null, '万元')] },
    ],
  };
  it('are counted per file, and stand answered as proposed', () => {
    expect(questionsOf(inspection, 'a')).toBe(2);
    expect(questionsOf(inspection, 'b')).toBe(1);
    expect(proposals(inspection.questions)).toEqual({ 'year:a': '2021', 'year:b': '', 'unit:a': '万元' });
    expect([...askedColumns(inspection, 'a')]).toEqual(['年度']);
  });
  it('set columns of figures right, but not codes', () => {
    expect(looksNumeric(['1,234.50', '(12.30)', '３．０', ''])).toBe(true);
    expect(looksNumeric(['002001', '002002'])).toBe(false);
    expect(looksNumeric(['', ''])).toBe(false);
    expect(looksNumeric(['某局', '12'])).toBe(false);
  });
});

describe('counts and sizes', () => {
  it('are grouped and short', () => {
    expect(countText(1234567)).toBe('1,234,567');
    expect(sizeText(0)).toBe('0 B');
    expect(sizeText(48_200_000)).toBe('48.2 MB');
    expect(sizeText(1_500_000_000)).toBe('1.5 GB');
  });
});
