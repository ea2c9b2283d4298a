/** What was understood of a file, for people: its columns and what they hold, and its first lines raw beside read. */
import { ITEM_BY_CODE } from '../domain/items';
import { STAGES } from '../domain/stages';
import { asFiled, normaliseText } from '../domain/text';
import { readCode, readDecimal, readText, readYear, unguard, type Cell } from './cells';
import { DATASETS } from './datasets';
import { readComparator, readTarget, readTerm } from './indicatorCells';
import { moneyUnit } from './money';
import type { FilePlan, SampleRow } from './plan';
import type { FileSummary, FirstCell, FirstRow } from './protocol';
import { FinanceReader } from './readFinance';
import { newWriters, readerFor } from './readers';
import type { RowReader, Settings } from './readerBase';
import type { Survey } from './survey';
import { itemOf, stageOf } from './words';

const raw = (text: string): FirstCell => ({ text, read: null, fault: null });

export const rawRows = (rows: readonly SampleRow[]): FirstRow[] =>
  rows.map(({ line, row }) => ({ line, role: 'row', cells: row.map(raw), reason: null }));

/** The first rows go through the very reader that reads the file; what it would store stands beside what it found. */
export function firstRowsAsRead(plan: FilePlan, settings: Settings): FirstRow[] {
  const { first, depth } = plan.header;
  const reader = readerFor(plan, settings, 0, newWriters());
  return plan.firstRows.map(({ line, row }, i) => {
    if (i < first + depth) return { line, role: i < first ? 'above' : 'header', cells: row.map(raw), reason: null };
    const before = { ...reader.tally, listed: reader.rejects.length };
    reader.take(
      row,
      line,
      row.some((cell) => /[\0\ufffd]/.test(cell)),
    );
    const faults = new Map(reader.rejects.slice(before.listed).map(({ column, reason }) => [column, reason]));
    const role =
      reader.tally.aside > before.aside ? 'aside' : reader.tally.rejected > before.rejected ? 'rejected' : 'row';
    if (role === 'aside') return { line, role, cells: row.map(raw), reason: null };
    const read = readRow(reader, row);
    const cells = row.map((text, index): FirstCell => {
      const title = reader.titleAt(index);
      const fault = faults.get(title) ?? null;
      faults.delete(title);
      return { text, read: fault === null ? (read.get(index) ?? null) : null, fault };
    });
    return { line, role, cells, reason: role === 'rejected' ? ([...faults.values()][0] ?? null) : null };
  });
}

/** Cells that are stored otherwise than they stand. */
function readRow(reader: RowReader, row: readonly string[]): Map<number, string> {
  const read = new Map<number, string>();
  const note = (index: number, value: string | null): void => {
    const text = row[index];
    if (text !== undefined && normaliseText(text) !== (value ?? '')) read.set(index, value ?? '');
  };
  for (const { name } of DATASETS[reader.kind]) {
    const index = reader.at(name);
    if (index < 0 || name === 'amount') continue;
    note(index, name === 'unit_name' ? nameAsRead(reader, row) : cellAsRead(reader, name, row[index] ?? ''));
  }
  if (reader instanceof FinanceReader) {
    for (const { index, amount } of reader.amountsOf(row)) {
      if (amount.fault === null) read.set(index, amount.value === null ? '' : `${amount.value} 万元`);
    }
  }
  return read;
}

/** A cell that holds code and name is shown as both. */
function nameAsRead(reader: RowReader, row: readonly string[]): string | null {
  const { value } = reader.nameOf(row);
  const code = reader.at('unit_code') < 0 ? reader.codeOf('unit_code', row).value : null;
  return code === null ? value : `${code} · ${value ?? ''}`;
}

function cellAsRead(reader: RowReader, name: string, cell: string): string | null {
  const text = unguard(cell);
  const style = reader.settings.commaColumns.has(reader.at(name)) ? 'comma' : 'point';
  const decimal = (): Cell => readDecimal(text, { units: ['分', '人', '名', '个'], style, negative: true });
  switch (name) {
    case 'fiscal_year':
    case 'effective_year':
      return readYear(text).value;
    case 'unit_code':
    case 'parent_code':
    case 'from_code':
    case 'to_code':
      return readCode(text).value;
    case 'stage':
      return STAGES.find(({ code }) => code === stageOf(text))?.label ?? null;
    case 'item':
      return itemOf(text)?.name ?? null;
    case 'amount_unit':
      return moneyUnit(text);
    case 'weight':
    case 'reported_score':
    case 'reported_total':
    case 'staff_quota':
    case 'staff_actual':
      return decimal().value;
    case 'target':
    case 'adjusted_target':
    case 'achieved':
      return readTarget(text, style).value;
    case 'numerator':
    case 'denominator':
      return readTerm(text, style).value;
    case 'comparator':
      return readComparator(text).value;
    default:
      return readText(text).value === null ? null : normaliseText(text);
  }
}

function becameOf({ header }: FilePlan): Map<number, string> {
  const became = new Map<number, string>();
  for (const [column, index] of header.found) {
    became.set(index, DATASETS[header.kind].find((each) => each.name === column)?.label ?? column);
  }
  for (const { index, item, stage } of header.amounts) {
    const words = [item ? ITEM_BY_CODE.get(item.code)?.label : null, STAGES.find((each) => each.code === stage)?.label];
    became.set(index, words.filter((word) => word !== null && word !== undefined).join(' · '));
  }
  return became;
}

export function summarise(plan: FilePlan, survey: Survey, firstRows: readonly FirstRow[]): FileSummary {
  const { header, lineUnit } = plan;
  const units = new Set([...header.units.filter((unit) => unit !== null), ...(lineUnit ? [lineUnit] : [])]);
  return {
    name: plan.name,
    encoding: plan.reading.encoding,
    delimiter: plan.delimiter,
    kind: header.kind,
    headerLine: plan.headerLine,
    headerRows: header.depth,
    setByHand: Object.keys(plan.readAs),
    amountUnit: header.kind === 'finance' && units.size > 0 ? [...units].join('、') : null,
    columns: survey.profiler.finish(header.titles.map(asFiled), becameOf(plan)),
    rowCount: survey.rowCount,
    firstRows,
  };
}
