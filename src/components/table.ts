/** What a DataTable is told about its columns, and how it sorts: exactly, with missing figures always last. */
import { sortedByDecimal } from '@/domain/decimal';
import { hasFigure, type CellValue } from './figure';

export type TableRow = Record<string, CellValue>;

export interface TableColumn<R extends TableRow = TableRow> {
  /** Field of the row; the slot for own content is `cell-<key>`. */
  readonly key: string;
  /** Already translated. */
  readonly label: string;
  /** Goes into the head in brackets: 万元, %, 分. */
  readonly unit?: string;
  /** `text` (default) is set left; the others are figures: right, on the decimal point. */
  readonly kind?: 'text' | 'exact' | 'rate' | 'integer';
  /** Least decimals shown; default 2 for exact and rate, 0 for integer. */
  readonly minPlaces?: number;
  readonly signed?: boolean;
  /** Thousands parted by commas; default true for figures (years and codes: kind text, or false). */
  readonly grouped?: boolean;
  readonly align?: 'start' | 'end' | 'center';
  /** Any CSS width; in a long (virtual) table the widest text gives it otherwise. */
  readonly width?: string;
  /** Cut with an ellipsis, whole text on hover. */
  readonly cut?: boolean;
  readonly tone?: 'strong' | 'muted';
  readonly sortable?: boolean;
  /** Direction of the first press; default: figures down, text up. A rank wants `up`. */
  readonly firstSort?: TableSort['direction'];
  /** Sort by another field than the one shown (a rank word, a name's pinyin). */
  readonly sortKey?: string;
  /** Address that the text of the cell leads to. */
  readonly link?: (row: R) => string | null;
  /** Why there is no figure, on hover of `—`. */
  readonly missing?: string | ((row: R) => string);
  /** Text in place of the figure: `基数为0，不可比`. */
  readonly instead?: (row: R) => string | null;
  /** Explains the head on hover. */
  readonly hint?: string;
}

export interface TableSort {
  readonly key: string;
  readonly direction: 'up' | 'down';
}

export const isFigure = (column: { readonly kind?: TableColumn['kind'] }): boolean =>
  column.kind !== undefined && column.kind !== 'text';

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Sorted copy. Figures are compared as exact decimals, before what is none in their column; equal rows keep their order. */
export function sortRows<R extends TableRow>(
  rows: readonly R[],
  column: TableColumn<R> | undefined,
  direction: TableSort['direction'],
): readonly R[] {
  if (!column) return rows;
  const key = column.sortKey ?? column.key;
  const figures = isFigure(column);
  const decimals: R[] = [];
  const texts: R[] = [];
  const missing: R[] = [];
  const textOf = (row: R): string => String(row[key]);
  for (const row of rows) {
    if (!hasFigure(row[key])) missing.push(row);
    else if (figures && DECIMAL.test(textOf(row))) decimals.push(row);
    else texts.push(row);
  }
  const turn = direction === 'up' ? 1 : -1;
  texts.sort((a, b) => turn * collator.compare(textOf(a), textOf(b)));
  const order = direction === 'up' ? 'ascending' : 'descending';
  return [...sortedByDecimal(decimals, textOf, undefined, order), ...texts, ...missing];
}

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

export const leastPlaces = (column: Pick<TableColumn, 'kind' | 'minPlaces'>): number =>
  column.minPlaces ?? (column.kind === 'exact' || column.kind === 'rate' ? 2 : 0);
