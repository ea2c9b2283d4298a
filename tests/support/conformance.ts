/**
 * The conformance set: its input loaded into the base tables, and its expected files as rows.
 * The loader is deliberately naive (it takes the expected rejects as given), so that the rules can be tested without the importer.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { Engine } from '@/database/engine';
import { ITEMS } from '@/domain/items';
import { isNone, readNumber } from '@/domain/number';
import { READING_COLUMNS, readIndicator } from '@/domain/reading';
import { STAGES } from '@/domain/stages';
import { matchKey } from '@/domain/text';
import { makeWritable } from './tables';

const ROOT = fileURLToPath(new URL('../conformance/', import.meta.url));

export type CsvRow = Record<string, string>;
export interface FileRow {
  readonly line: number;
  readonly cells: CsvRow;
}

export function conformanceText(path: string): string {
  return readFileSync(ROOT + path, 'utf8').replace(/^\uFEFF/, '');
}

/** Rows with the physical line on which each begins. */
export function fileRows(path: string): FileRow[] {
  const text = conformanceText(path);
  const rows: FileRow[] = [];
  let line = 1;
  let from = 0;
  let header: string[] = [];
  Papa.parse<string[]>(text, {
    delimiter: ',',
    step: ({ data, meta }) => {
      if (header.length === 0) header = data;
      else if (data.length > 1)
        rows.push({ line, cells: Object.fromEntries(header.map((name, i) => [name, data[i] ?? ''])) });
      line += text.slice(from, meta.cursor).split('\n').length - 1;
      from = meta.cursor;
    },
  });
  return rows;
}

export function expectedRows(path: string): CsvRow[] {
  return fileRows(`expected/${path}`).map((row) => row.cells);
}

const FILES = {
  unit: '单位表',
  finance: '预算与决算',
  indicator: '绩效指标',
  conclusion: '自评结论',
  unit_change: '单位沿革',
} as const;
type Kind = keyof typeof FILES;

/** Rows of one file without the rejected ones, rejected cells emptied, repeated keys dropped. */
export function acceptedRows(kind: Kind, key: readonly string[]): FileRow[] {
  const name = `${FILES[kind]}.csv`;
  const badCells = new Map<number, string[]>();
  for (const reject of expectedRows('rejects.csv')) {
    if (reject.文件 === name)
      badCells.set(Number(reject.行), [...(badCells.get(Number(reject.行)) ?? []), reject.列 ?? '']);
  }
  const required = new Set(['', '新单位编码', '分值', '金额']);
  const seen = new Map<string, CsvRow>();
  const accepted: FileRow[] = [];
  for (const row of fileRows(`in/${name}`)) {
    const bad = badCells.get(row.line) ?? [];
    if (bad.some((column) => required.has(column))) continue;
    const cells = { ...row.cells };
    for (const column of bad) cells[column] = '';
    const identity = key.map((column) => matchKey(cells[column] ?? '')).join('|');
    const first = seen.get(identity);
    // A repeated row changes nothing, but the name it carries is still a name of the unit.
    if (first && kind !== 'unit') first.单位名称 = first.单位名称 || (cells.单位名称 ?? '');
    if (first) continue;
    accepted.push({ line: row.line, cells });
    // "No figure" beside an amount of the same key is no contradiction, and does not stand in its way.
    if (kind !== 'finance' || !isNone(cells.金额 ?? '')) seen.set(identity, cells);
  }
  return accepted;
}

const MONEY: Readonly<Record<string, string>> = { 元: '0.0001', 千元: '0.1', 万元: '1', 百万元: '100', 亿元: '10000' };
const ITEM_OF = new Map(
  ITEMS.flatMap((item) => [item.label, ...item.aliases].map((name) => [matchKey(name), item] as const)),
);
const STAGE_OF = new Map(
  STAGES.flatMap((stage) => [stage.label, ...stage.aliases].map((name) => [name, stage.code] as const)),
);

/** Plain decimal text, or null where the cell states no figure. */
export function figure(cell: string | undefined): string | null {
  const reading = readNumber(cell ?? '');
  return reading.kind === 'number' ? reading.value.toFixed() : null;
}

function words(cell: string | undefined): string | null {
  return (cell ?? '').trim() || null;
}

export function literal(value: string | number | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

export async function insertRows(
  engine: Engine,
  table: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    const values = rows.slice(from, from + 1000).map((row) => `(${row.map(literal).join(',')})`);
    await engine.run(`INSERT INTO ${table} VALUES ${values.join(',')}`);
  }
}

function financeValues(): (string | number | null)[][] {
  const rows = acceptedRows('finance', ['年度', '单位编码', '科目', '口径']).map(({ line, cells }) => {
    const reading = readNumber(cells.金额 ?? '');
    const amount = reading.kind === 'number' ? reading.value.times(MONEY[cells.金额单位 ?? ''] ?? '1').toFixed() : null;
    const itemName = matchKey(cells.科目 ?? '');
    const item = ITEM_OF.get(itemName)?.code ?? '';
    const stage = STAGE_OF.get(cells.口径 ?? '') ?? '';
    return { line, cells, amount, itemName, key: [cells.年度, cells.单位编码, item, stage].join('|'), item, stage };
  });
  const withTotal = new Set(
    rows.filter((row) => !row.itemName.includes('总计') && row.amount !== null).map((row) => row.key),
  );
  return rows
    .filter((row) => !(row.itemName.includes('总计') && withTotal.has(row.key)))
    .map(({ line, cells, amount, itemName, item, stage }) => [
      Number(cells.年度),
      words(cells.单位编码),
      words(cells.单位名称),
      item,
      itemName,
      stage,
      amount,
      2,
      line,
    ]);
}

const READING_NAMES = READING_COLUMNS.map((column) => column.name).join(', ');
const INDICATOR_COLUMNS =
  'fiscal_year, unit_code, unit_name, indicator_no, level1, level2, indicator, kind, comparator, target, achieved, ' +
  `numerator, denominator, measure_unit, weight, reported_score, file_id, line, indicator_id, ${READING_NAMES}`;
const INDICATOR_CELLS = [
  '指标序号',
  '一级指标',
  '二级指标',
  '指标名称',
  '指标性质',
  '比较符',
  '目标值',
  '完成值',
  '完成分子',
  '完成分母',
  '计量单位',
];

function indicatorValues(): (string | number | null)[][] {
  return acceptedRows('indicator', ['年度', '单位编码', '指标序号', '指标名称']).map(({ line, cells }, i) => [
    Number(cells.年度),
    words(cells.单位编码),
    words(cells.单位名称),
    ...INDICATOR_CELLS.map((name) => words(cells[name])),
    figure(cells.分值),
    figure(cells.自评得分),
    3,
    line,
    i + 1,
    ...readIndicator({
      level1: words(cells.一级指标),
      level2: words(cells.二级指标),
      kind: words(cells.指标性质),
      comparator: words(cells.比较符),
      target: words(cells.目标值),
      achieved: words(cells.完成值),
      numerator: words(cells.完成分子),
      denominator: words(cells.完成分母),
      measureUnit: words(cells.计量单位),
    }),
  ]);
}

/** Rejected rows of the indicator file, with the unit-year that they name. */
function rejectValues(): (string | number | null)[][] {
  const rows = new Map(fileRows('in/绩效指标.csv').map((row) => [String(row.line), row.cells]));
  return expectedRows('rejects.csv')
    .filter((reject) => reject.文件 === '绩效指标.csv')
    .map((reject) => {
      const cells = rows.get(reject.行 ?? '');
      const isCell = !['', '分值'].includes(reject.列 ?? '');
      return [
        1,
        3,
        '绩效指标.csv',
        Number(reject.行),
        reject.列 ?? null,
        reject.原值 ?? null,
        reject.原因 ?? null,
        null,
        isCell ? 'true' : 'false',
        'indicator',
        Number(cells?.年度),
        words(cells?.单位编码),
      ];
    });
}

/** Loads the input, with the indicators' readings. */
export async function loadConformance(engine: Engine): Promise<void> {
  const kinds = Object.keys(FILES) as Kind[];
  await insertRows(
    engine,
    'source_file',
    kinds.map((kind, i) => [i + 1, 1, `${FILES[kind]}.csv`, kind, '']),
  );
  await insertRows(
    engine,
    'unit',
    acceptedRows('unit', ['单位编码']).map(({ line, cells }) => [
      words(cells.单位编码),
      words(cells.单位名称),
      words(cells.单位类别),
      words(cells.所属区划),
      words(cells.主管部门),
      figure(cells.编制数),
      figure(cells.在职人数),
      1,
      line,
    ]),
  );
  await makeWritable(engine);
  await insertRows(engine, 'finance', financeValues());
  await insertRows(engine, 'reject', rejectValues());
  await insertRows(engine, `indicator (${INDICATOR_COLUMNS})`, indicatorValues());
  await insertRows(
    engine,
    'conclusion',
    acceptedRows('conclusion', ['年度', '单位编码']).map(({ line, cells }) => [
      Number(cells.年度),
      words(cells.单位编码),
      words(cells.单位名称),
      figure(cells.自评总分),
      readNumber(cells.自评等级 ?? '').kind === 'none' ? null : words(cells.自评等级),
      4,
      line,
    ]),
  );
  await insertRows(
    engine,
    'unit_change',
    acceptedRows('unit_change', ['原单位编码', '新单位编码']).map(({ line, cells }) => [
      words(cells.原单位编码),
      words(cells.新单位编码),
      Number(cells.生效年度),
      5,
      line,
    ]),
  );
}
