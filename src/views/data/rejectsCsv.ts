/**
 * Rejected rows as they stood, under their file's own titles and headers (so that a year or unit stated there holds
 * for the mended file too), with what was wrong in further columns that import passes over.
 */
import { formatCell } from '@/export/csv';
import { REJECT_COLUMNS, type RowsAt } from '@/stores/importTypes';
import type { RejectRow } from './rejects';

const BOM = '\uFEFF';

function csvCell(text: string): string {
  const guarded = formatCell(text, 'text');
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** What was wrong with one line, several bad cells of it together. */
function faultCells(rejects: readonly RejectRow[]): string[] {
  const joined = (pick: (row: RejectRow) => string | null): string => [...new Set(rejects.map(pick))].join('；');
  const first = rejects[0];
  if (!first) return REJECT_COLUMNS.map(() => '');
  return [
    first.file_name,
    String(first.line),
    joined((row) => row.column_name ?? ''),
    joined((row) => row.value ?? ''),
    joined((row) => row.reason),
    joined((row) => row.remedy ?? ''),
  ];
}

export function rejectsCsv(content: RowsAt, rejects: readonly RejectRow[]): string {
  const header = content.head.at(-1) ?? [];
  const width = Math.max(header.length, ...content.rows.map((row) => row.cells.length));
  const padded = (cells: readonly string[]): string[] => [...cells, ...Array<string>(width - cells.length).fill('')];
  const above = content.head.slice(0, -1).map((cells) => csvLine(cells));
  const rows = content.rows.map((row) =>
    csvLine([...padded(row.cells), ...faultCells(rejects.filter((reject) => reject.line === row.line))]),
  );
  return BOM + [...above, csvLine([...padded(header), ...REJECT_COLUMNS]), ...rows].join('');
}
