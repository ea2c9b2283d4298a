/** What goes between page and import worker. Plain data only: it is cloned. */
import type { Kind } from './datasets';
import type { Encoding } from './encoding';

/** One option of a question; `label` is in Chinese and may be shown as it is. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface QuestionEntry {
  /** Key of the answer. Built from the file's name, so that an answer holds at replay. */
  readonly id: string;
  readonly file: string;
  readonly column: string | null;
  /** What is taken where nothing else is answered. Empty: nothing can be proposed, and the file would be refused. */
  readonly proposal: string;
  /** Empty: a text is asked (a year). */
  readonly choices: readonly Choice[];
  /** Figures as they stood and as they would become. */
  readonly examples: readonly string[];
}

/** `period`: all years and stages of a drop that only file names or titles say are one question. */
export type QuestionKind = 'period' | 'amount_unit' | 'roc' | 'number_style' | 'column';

export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly entries: readonly QuestionEntry[];
}

export type Answers = Readonly<Record<string, string>>;

export interface ColumnUse {
  readonly title: string;
  /** What it was taken for, in words; null: ignored. */
  readonly became: string | null;
}

/** What was understood of a file, for the preview. */
export interface FileSummary {
  readonly name: string;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly kind: Kind;
  readonly headerLine: number;
  readonly amountUnit: string | null;
  readonly columns: readonly ColumnUse[];
  readonly rowCount: number;
  /** The first rows as they stand. */
  readonly firstRows: readonly (readonly string[])[];
}

export interface Refusal {
  readonly file: string;
  readonly line: number | null;
  readonly reason: string;
}

export interface Inspection {
  readonly files: readonly FileSummary[];
  readonly questions: readonly Question[];
  readonly refused: readonly Refusal[];
}

export interface Reject {
  readonly file: string;
  /** Physical line on which the row begins. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
  /** Only the cell is lost: the row is in. */
  readonly isCell: boolean;
  readonly kind: Kind;
  readonly fiscalYear: number | null;
  readonly unitCode: string | null;
  /** Which indicator it was, where the row said so: a mended row is known by it. */
  readonly rowKey: string | null;
}

/** Rows of one kind, ready for DuckDB: CSV without header, `,` and `"`, empty for NULL. */
export interface StagingTable {
  readonly kind: Kind;
  readonly columns: readonly string[];
  readonly parts: readonly { readonly bytes: Uint8Array; readonly rowCount: number }[];
  readonly rowCount: number;
}

export interface ReadFile {
  readonly name: string;
  /** Position among the files as given. */
  readonly index: number;
  readonly kind: Kind;
}

export interface ReadCounts {
  readonly aside: number;
  readonly rejected: number;
  readonly cells: number;
  /** Amounts freed of float dust. */
  readonly cleaned: number;
}

export interface ReadResult {
  /** In the order of names; `file_id` in the staging rows is the position here. */
  readonly files: readonly ReadFile[];
  readonly staging: readonly StagingTable[];
  readonly rejects: readonly Reject[];
  readonly counts: ReadCounts;
  readonly refused: readonly Refusal[];
}

export interface ImportProgress {
  readonly file: string;
  /** Bytes of all files. */
  readonly done: number;
  readonly total: number;
}

export interface RowsAt {
  /** Everything above the first row: titles, unit line, header rows. */
  readonly head: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** A file as it came. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Request =
  | { readonly id: number; readonly call: 'inspect'; readonly files: readonly SourceFile[] }
  | { readonly id: number; readonly call: 'read'; readonly files: readonly SourceFile[]; readonly answers: Answers }
  | { readonly id: number; readonly call: 'rowsAt'; readonly file: SourceFile; readonly lines: readonly number[] };

export type Reply =
  | { readonly id: number; readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly id: number; readonly type: 'done'; readonly result: Inspection | ReadResult | RowsAt }
  | { readonly id: number; readonly type: 'failed'; readonly message: string };
