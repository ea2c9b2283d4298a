/** What an import tells the page. Views may not reach into `import` and `database`; this is their door to the types. */
export type {
  Answers,
  ColumnProfile,
  FileSummary,
  FirstRow,
  Inspection,
  Question,
  QuestionEntry,
  Refusal,
  RefusedFile,
  Reject,
  RowsAt,
} from '@/import/protocol';
export type { StageReport } from '@/database/stage';
export type { EffectEntry, ImportCounts, ImportEntry, Move } from '@/workspace/journal';
export type { Given, ImportReport } from './drop';
export { REJECT_COLUMNS } from '@/import/datasets';
export { ENCODINGS } from '@/import/encoding';
export { delimiterAnswer, DELIMITERS, MOST_HEADER_ROWS, READ_AS, readAsKey } from '@/import/readAs';
export type { ReadAsField } from '@/import/readAs';
