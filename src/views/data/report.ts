/** The counts and rejects of an import, whichever step found them: the reader of the files, or the keys in the database. */
import type { ImportCounts, ImportReport } from '@/stores/importTypes';
import type { RejectRow } from './rejects';

export const reportCounts = (report: ImportReport): ImportCounts => report.staged.counts;

const chinese = new Intl.Collator('zh', { numeric: true });

export function reportRejects(report: ImportReport): RejectRow[] {
  return report.staged.rejects
    .map((reject) => ({
      file_name: reject.file,
      line: reject.line,
      column_name: reject.column,
      value: reject.value,
      reason: reject.reason,
      remedy: reject.remedy,
      is_cell: reject.isCell,
      is_mended: false,
    }))
    .sort((a, b) => chinese.compare(a.file_name, b.file_name) || a.line - b.line);
}
