/** The files of a folder as plain facts. Knows the canonical headers only, and stops at anything else. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecords, type Record_ } from './csvText';
import { num, type Num } from './exact';

/** 科目, in the order of every list: name, group, parent. */
export const ITEMS: readonly (readonly [name: string, group: string, parent: string])[] = [
  ['收入合计', '收入', ''],
  ['一般公共预算', '收入', '收入合计'],
  ['政府性基金预算', '收入', '收入合计'],
  ['国有资本经营预算', '收入', '收入合计'],
  ['其他收入', '收入', '收入合计'],
  ['支出合计', '支出', ''],
  ['基本支出', '支出', '支出合计'],
  ['人员经费', '支出', '基本支出'],
  ['公用经费', '支出', '基本支出'],
  ['项目支出', '支出', '支出合计'],
  ['三公经费合计', '三公', ''],
  ['因公出国（境）费', '三公', '三公经费合计'],
  ['公务用车购置及运行维护费', '三公', '三公经费合计'],
  ['公务用车购置费', '三公', '公务用车购置及运行维护费'],
  ['公务用车运行维护费', '三公', '公务用车购置及运行维护费'],
  ['公务接待费', '三公', '三公经费合计'],
];
export const STAGES = ['年初预算', '调整预算', '决算'] as const;
export type Stage = (typeof STAGES)[number];

export interface Facts {
  names: Map<string, string>;
  regions: Map<string, string>;
  changes: { from: string; to: string; year: number }[];
  /** year → code → `item|stage` → 万元 */
  amounts: Map<number, Map<string, Map<string, Num>>>;
  /** year → code → rows */
  indicators: Map<number, Map<string, Record_[]>>;
  conclusions: Map<number, Map<string, { total: string; grade: string }>>;
}

const IN_WAN: Record<string, string> = { 元: '10000', 万元: '1' };

function slot<T>(map: Map<number, Map<string, T>>, year: number, code: string, fresh: () => T): T {
  const inYear = map.get(year) ?? new Map<string, T>();
  map.set(year, inYear);
  const found = inYear.get(code) ?? fresh();
  inYear.set(code, found);
  return found;
}

function addAmount(facts: Facts, row: Record_, item: string, stage: string, text: string): void {
  if (text === '' || text === '—') return;
  const divisor = IN_WAN[row.金额单位 ?? ''];
  if (divisor === undefined || !ITEMS.some(([name]) => name === item))
    throw new Error(`unknown: ${item} ${row.金额单位 ?? ''}`);
  const amounts = slot(facts.amounts, Number(row.年度), row.单位编码 ?? '', () => new Map<string, Num>());
  if (amounts.has(`${item}|${stage}`)) throw new Error(`twice: ${item} ${stage}`);
  amounts.set(`${item}|${stage}`, num(text).div(divisor));
}

function addFile(facts: Facts, records: Record_[]): void {
  const header = Object.keys(records[0] ?? {});
  for (const row of records) {
    const [year, code] = [Number(row.年度), row.单位编码 ?? ''];
    if (header.includes('原单位编码')) {
      if (!row.新单位编码) continue;
      facts.changes.push({ from: row.原单位编码 ?? '', to: row.新单位编码, year: Number(row.生效年度) });
    } else if (header.includes('指标名称')) slot(facts.indicators, year, code, () => [] as Record_[]).push(row);
    else if (header.includes('自评总分')) {
      slot(facts.conclusions, year, code, () => ({ total: row.自评总分 ?? '', grade: row.自评等级 ?? '' }));
    } else if (header.includes('金额')) addAmount(facts, row, row.科目 ?? '', row.口径 ?? '', row.金额 ?? '');
    else if (header.includes('科目')) {
      for (const stage of STAGES) addAmount(facts, row, row.科目 ?? '', stage, row[stage] ?? '');
    } else if (header.includes('口径')) {
      for (const [item] of ITEMS) addAmount(facts, row, item, row.口径 ?? '', row[item] ?? '');
    } else if (header.includes('单位名称')) {
      facts.names.set(code, row.单位名称 ?? '');
      facts.regions.set(code, row.所属区划 ?? '');
    } else throw new Error(`unknown header: ${header.join(',')}`);
  }
}

export function readFacts(folder: string): Facts {
  const facts: Facts = {
    names: new Map(),
    regions: new Map(),
    changes: [],
    amounts: new Map(),
    indicators: new Map(),
    conclusions: new Map(),
  };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
    addFile(facts, parseRecords(readFileSync(join(folder, file), 'utf8')));
  }
  return facts;
}

export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function years(facts: Facts): number[] {
  return [...new Set([...facts.amounts.keys(), ...facts.indicators.keys(), ...facts.conclusions.keys()])].sort();
}

/** Units with any data in a year, by code. */
export function unitsOf(facts: Facts, year: number): string[] {
  const codes = [facts.amounts, facts.indicators, facts.conclusions].flatMap((map) => [
    ...(map.get(year)?.keys() ?? []),
  ]);
  return [...new Set(codes)].sort(byCodePoint);
}
