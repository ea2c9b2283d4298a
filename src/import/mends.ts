/** A saved reject list names, behind its own columns, the file and line that each row came from. */
import { normaliseText, wordKey } from '../domain/text';
import { unguard } from './cells';
import { rowTexts, type CodedRows } from './coded';
import { REJECT_COLUMNS } from './datasets';
import type { FilePlan } from './plan';
import type { Mend } from './protocol';

export function mendsOf({ header, headEnd }: FilePlan, rows: CodedRows, fileId: number): Mend[] {
  const titles = header.titles.map(wordKey);
  const [fileAt = -1, lineAt = -1] = REJECT_COLUMNS.slice(0, 2).map((name) => titles.lastIndexOf(wordKey(name)));
  if (fileAt < 0 || lineAt < 0) return [];
  const mends: Mend[] = [];
  for (const chunk of rows.chunks) {
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const line = chunk.lines[row] ?? 0;
      if (line <= headEnd) continue;
      const cells = rowTexts(rows, chunk, row);
      const source = normaliseText(cells[lineAt] ?? '');
      const sourceFile = unguard(cells[fileAt] ?? '');
      if (sourceFile === '' || !/^\d{1,9}$/.test(source)) continue;
      mends.push({ fileId, line, sourceFile, sourceLine: Number.parseInt(source, 10) });
    }
  }
  return mends;
}
