/**
 * Finds the header under titles and unit lines, one to three rows deep, and says what each column is.
 * Under merged cells a column is read by its path (`公务用车购置及运行费 / 购置费`), its leaf first.
 */
import type { Stage } from '../domain/stages';
import { normaliseText, wordKey as keyOfWord } from '../domain/text';
import { CODE_AND_NAME_HEADERS, DATASETS, KIND_MARKS, REJECT_COLUMNS, type Kind } from './datasets';
import { pathItem } from './itemPath';
import { memoise } from '../domain/memo';
import { splitHeaderUnit as splitUnit, type NamedUnit } from './money';
import { isTotalWord, itemOf, stageOf, type ItemWord } from './words';

export interface AmountColumn {
  readonly index: number;
  readonly item: ItemWord | null;
  readonly stage: Stage | null;
}

export interface Header {
  readonly kind: Kind;
  /** Index of its first row, and how many rows it takes. */
  readonly first: number;
  readonly depth: number;
  /** Each column's header as the file has it (paths joined by ` / `); the unit of money that it names. */
  readonly titles: readonly string[];
  readonly units: readonly (NamedUnit | null)[];
  /** Column of datasets.ts → index in the row. */
  readonly found: ReadonlyMap<string, number>;
  /** Columns of items or stages of a wide finance file; empty for all other files. */
  readonly amounts: readonly AmountColumn[];
  /** Indexes that mean nothing here. */
  readonly unknown: readonly number[];
  readonly missing: readonly string[];
}

const HEADER_ROWS = 40;
const MAX_DEPTH = 3;
/** The same cells are looked at over and over: as headers of each kind, of each depth. */
const splitHeaderUnit = memoise(splitUnit);
const wordKey = memoise(keyOfWord);

const IGNORED: ReadonlySet<string> = new Set(REJECT_COLUMNS.map(wordKey));

/** What a file's name or title can say in place of a column. */
const PROPOSED: ReadonlySet<string> = new Set(['fiscal_year', 'stage']);

const ALIASES = new Map<Kind, Map<string, string>>();
for (const [kind, columns] of Object.entries(DATASETS) as [Kind, (typeof DATASETS)[Kind]][]) {
  const names = new Map<string, string>();
  for (const { name, label, aliases } of columns)
    for (const word of [name, label, ...aliases]) names.set(wordKey(word), name);
  ALIASES.set(kind, names);
}

/** Names under which files of a kind carry their columns. */
export const headerWords = (kind: Kind): ReadonlySet<string> => new Set(ALIASES.get(kind)?.keys());

/** `from` and `rowCount`: where the header stands, if somebody said so. */
export function findHeader(rows: readonly (readonly string[])[], from?: number, rowCount?: number): Header | null {
  let best: Header | null = null;
  let bestWorth = Number.NEGATIVE_INFINITY;
  const end = from === undefined ? Math.min(rows.length, HEADER_ROWS) : from + 1;
  for (let first = Math.max(0, from ?? 0); first < end; first += 1) {
    for (let depth = rowCount ?? 1; depth <= (rowCount ?? MAX_DEPTH) && first + depth <= rows.length; depth += 1) {
      const header = readHeader(rows.slice(first, first + depth), first);
      if (!header) continue;
      // Of two that find the same, the shorter: a unit line above the header is no part of it.
      // Year and stage may come from the file's name or title, so their absence speaks against no header; but a further
      // row that says them (支出合计 over 决算数) belongs to it.
      const proposed = header.missing.filter((name) => PROPOSED.has(name)).length;
      const absent = header.missing.length - proposed;
      const worth = header.found.size + header.amounts.length - 1.5 * absent - 0.25 * proposed - 0.1 * depth;
      // Found by itself, a header must be worth more than what it lacks; said by somebody, it counts.
      if (worth > bestWorth && (worth > 0 || from !== undefined)) {
        best = header;
        bestWorth = worth;
      }
    }
  }
  return best;
}

function readHeader(rows: readonly (readonly string[])[], first: number): Header | null {
  const paths = columnPaths(rows);
  for (const [kind, marks] of KIND_MARKS) {
    const header = asKind(kind, paths, first, rows.length);
    if (isOfKind(header, marks) && header.found.size + header.amounts.length >= 2) return header;
  }
  return null;
}

function isOfKind(header: Header, marks: readonly string[]): boolean {
  const has = (name: string): boolean => header.found.has(name);
  switch (header.kind) {
    case 'unit':
      return marks.every(has) || holdsCodesWithNames(header);
    case 'unit_change':
      return marks.every(has);
    case 'finance':
      return has('amount') || header.amounts.length > 0;
    default:
      return marks.some(has);
  }
}

/** A unit table whose codes stand before the names (`219001-某某镇人民政府` under 预算单位): told by a column of its own. */
function holdsCodesWithNames({ found, titles }: Header): boolean {
  const title = normaliseText(titles[found.get('unit_name') ?? -1] ?? '');
  const own = ['unit_category', 'region', 'parent_code', 'staff_quota', 'staff_actual'].some((name) => found.has(name));
  return own && CODE_AND_NAME_HEADERS.some((header) => title.endsWith(header));
}

/** For each column its header cells from the top; a blank right of a merged cell belongs to it. */
function columnPaths(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(...rows.map((row) => row.length));
  const filled = rows.map((row) => Array.from({ length: width }, (_, i) => (row[i] ?? '').trim()));
  for (let depth = 0; depth < filled.length - 1; depth += 1) {
    const row = filled[depth] ?? [];
    for (let i = 1; i < width; i += 1) {
      const below = filled.slice(depth + 1).some((lower) => lower[i] !== '');
      const startsAbove = depth > 0 && (rows[depth - 1]?.[i] ?? '').trim() !== '';
      if (row[i] === '' && below && !startsAbove) row[i] = row[i - 1] ?? '';
    }
  }
  return Array.from({ length: width }, (_, i) =>
    filled.map((row) => row[i] ?? '').filter((cell, at, path) => cell !== '' && cell !== path[at - 1]),
  );
}

function asKind(kind: Kind, paths: readonly string[][], first: number, depth: number): Header {
  const names = ALIASES.get(kind) ?? new Map<string, string>();
  const found = new Map<string, number>();
  const amounts: AmountColumn[] = [];
  const unknown: number[] = [];
  const units: (NamedUnit | null)[] = [];
  paths.forEach((path, index) => {
    const leaf = path[path.length - 1] ?? '';
    const { name, unit } = splitHeaderUnit(leaf);
    units.push(unit ?? path.map((part) => splitHeaderUnit(part).unit).find((upper) => upper !== null) ?? null);
    if (path.length === 0) return;
    const column = columnOf(names, leaf, name);
    if (column !== undefined && !found.has(column)) {
      found.set(column, index);
      return;
    }
    const amount = kind === 'finance' && column === undefined ? amountOf(path, index) : null;
    if (amount) amounts.push(amount);
    else if (!IGNORED.has(wordKey(leaf))) unknown.push(index);
  });
  const titles = paths.map((path) => path.join(' / '));
  const long = found.has('amount') && found.has('item');
  const wide = long ? [] : amounts.map((amount) => wholeOf(amount, amounts, paths[amount.index] ?? []));
  const required = DATASETS[kind].filter((column) => column.required).map((column) => column.name);
  const missing = required.filter((name) => !found.has(name) && !(kind === 'finance' && impliedBy(name, wide)));
  return { kind, first, depth, titles, units, found, amounts: wide, unknown, missing };
}

function columnOf(names: ReadonlyMap<string, string>, leaf: string, name: string): string | undefined {
  const whole = wordKey(leaf).replace(/^\*|\*$/g, '');
  return (
    names.get(whole) ?? names.get(wordKey(name).replace(/^\*|\*$/g, '')) ?? names.get(whole.replace(/\([^()]*\)$/, ''))
  );
}

function amountOf(path: readonly string[], index: number): AmountColumn | null {
  const bare = path.map((part) => splitHeaderUnit(part).name);
  const stage = bare.map(stageOf).reduce((upper, own) => own ?? upper, null);
  // A stage word names no item, although 部门预算 might be part of an item's name elsewhere.
  const item = pathItem(bare.filter((part) => stageOf(part) === null || itemOf(part) !== null));
  return item || stage ? { index, item, stage } : null;
}

/** `预算数 / 合计` beside nothing but items of the three public expenses is their total, as the printed form has it. */
function wholeOf(amount: AmountColumn, all: readonly AmountColumn[], path: readonly string[]): AmountColumn {
  if (amount.item !== null || !isTotalWord(splitHeaderUnit(path[path.length - 1] ?? '').name)) return amount;
  const items = all.flatMap(({ item }) => item ?? []);
  const isAll = items.length > 0 && items.every(({ code }) => code.startsWith('three_public.'));
  return isAll ? { ...amount, item: itemOf('three_public.total') } : amount;
}

/** In the wide shapes columns themselves say what a long file has in 口径, 科目 and 金额. */
function impliedBy(name: string, amounts: readonly AmountColumn[]): boolean {
  if (amounts.length === 0) return false;
  if (name === 'amount') return true;
  if (name === 'item') return amounts.every((amount) => amount.item !== null);
  return name === 'stage' && amounts.every((amount) => amount.stage !== null);
}
