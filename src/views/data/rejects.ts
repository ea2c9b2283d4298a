/** The rejects of one import: as a list, and as CSV in their file's own columns, to be mended and dropped in again. */

export type RejectRow = {
  file_name: string;
  line: number;
  column_name: string | null;
  value: string | null;
  reason: string;
  remedy: string | null;
  is_cell: boolean;
  /** A later import has brought it in. */
  is_mended: boolean;
};

export const REJECTS_SQL = `
SELECT file_name, line, column_name, value, reason, remedy, is_cell, mended_by IS NOT NULL AS is_mended
FROM reject WHERE import_id = $1::INTEGER ORDER BY file_name, line, column_name`;

export interface FileRejects {
  readonly file: string;
  readonly rejects: readonly RejectRow[];
}

export function byFile(rejects: readonly RejectRow[]): FileRejects[] {
  const files = new Map<string, RejectRow[]>();
  for (const reject of rejects) {
    const known = files.get(reject.file_name);
    if (known) known.push(reject);
    else files.set(reject.file_name, [reject]);
  }
  return [...files].map(([file, own]) => ({ file, rejects: own }));
}
