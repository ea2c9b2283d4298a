/** Saves what is still to be mended of an import: one CSV per file, since each has its own columns. */
import { fileName } from '@/export/fileName';
import { saveText } from '@/export/save';
import type { RowsAt } from '@/stores/importTypes';
import { byFile, type RejectRow } from './rejects';
import { rejectsCsv } from './rejectsCsv';

/** Browsers take downloads one after another, not in one breath. */
const PAUSE_MS = 250;

/** The name keeps what it says of year and stage: `2021年部门决算.csv` → `退回_2021年部门决算.csv`. */
export const rejectsName = (file: string): string => fileName(['退回', file.replace(/\.[^.]*$/, '')], 'csv');

export async function saveRejects(
  rejects: readonly RejectRow[],
  rowsOf: (file: string, lines: readonly number[]) => Promise<RowsAt>,
): Promise<void> {
  for (const [index, { file, rejects: own }] of byFile(rejects.filter((reject) => !reject.is_mended)).entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const lines = [...new Set(own.map((reject) => reject.line))].sort((a, b) => a - b);
    const content = await rowsOf(file, lines);
    saveText(rejectsCsv(content, own), rejectsName(file), 'text/csv');
  }
}
