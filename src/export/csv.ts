/**
 * CSV as it is given out: UTF-8 with BOM, CRLF, quotes only where needed, no figure is an empty cell.
 * Text that a spreadsheet would run as a formula gets a leading `'`, which import takes off again.
 */
import { Exact, formatExact, roundHalfUp } from '@/domain/decimal';

export type CsvKind = 'text' | 'exact' | 'rate' | 'integer';

export interface CsvColumn {
  readonly key: string;
  /** Header as promised (Chinese). */
  readonly label: string;
  readonly kind: CsvKind;
}

export type CsvValue = string | number | boolean | null | undefined;
export type CsvRow = Readonly<Record<string, CsvValue>>;

const BOM = '\uFEFF';
/** Sign, digits, point, %: such text is a number to a spreadsheet too, and stays bare. */
const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)%?$/;
const FORMULA_START = /^[=＝+\-@\t\r]/;

function guardText(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function formatCell(value: CsvValue, kind: CsvKind): string {
  if (value === null || value === undefined || value === '') return '';
  const text = String(value);
  switch (kind) {
    case 'text':
      return guardText(text);
    case 'exact':
      return formatExact(text);
    case 'rate':
      return roundHalfUp(new Exact(text), 2).toFixed(2);
    case 'integer':
      return roundHalfUp(new Exact(text), 0).toFixed(0);
  }
}

/** Header line and one line per row; every line ends with CRLF. */
export function toCsv(columns: readonly CsvColumn[], rows: readonly CsvRow[]): string {
  const head = columns.map((column) => quote(guardText(column.label)));
  const lines = rows.map((row) => columns.map((column) => quote(formatCell(row[column.key], column.kind))));
  return BOM + [head, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}
