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

/** By question (`unit:<file>`), and by what was set by hand of how a file is read (`encoding:<file>`, readAs.ts). */
export type Answers = Readonly<Record<string, string>>;

/** How the numbers of a column are written. `plain`: without thousands separators; `none`: it holds no numbers. */
export type NumberLook = 'none' | 'plain' | 'point' | 'comma' | 'undecided';

/** What a column holds, over the whole file. */
export interface ColumnProfile {
  /** Position in the row, from 0. */
  readonly index: number;
  readonly title: string;
  /** What it was taken for, in words; null: ignored. */
  readonly became: string | null;
  readonly filled: number;
  /** Blank cells and placeholders such as `—`. */
  readonly empties: number;
  readonly distinct: number;
  /** There are more than `distinct` says: counting stopped. */
  readonly distinctCapped: boolean;
  /** As they stand in the file; by value where the column is of numbers, else by code point. */
  readonly lowest: string | null;
  readonly highest: string | null;
  readonly look: NumberLook;
}

/** A cell beside what it is read as. */
export interface FirstCell {
  readonly text: string;
  /** Null: as it stands. Empty: nothing. */
  readonly read: string | null;
  /** Why it cannot be read. */
  readonly fault: string | null;
}

/** One of the first lines of a file: what is above the header, the header, and rows as they would go in or not. */
export interface FirstRow {
  /** Physical line. */
  readonly line: number;
  readonly role: 'above' | 'header' | 'row' | 'aside' | 'rejected';
  readonly cells: readonly FirstCell[];
  /** Why the row cannot go in, where no single cell says so. */
  readonly reason: string | null;
}

/** What was understood of a file, for the preview. */
export interface FileSummary {
  readonly name: string;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly kind: Kind;
  /** Physical line of the first header row, and how many rows the header takes. */
  readonly headerLine: number;
  readonly headerRows: number;
  /** Which of encoding, delimiter, header line and header rows were set by hand. */
  readonly setByHand: readonly string[];
  readonly amountUnit: string | null;
  readonly columns: readonly ColumnProfile[];
  readonly rowCount: number;
  readonly firstRows: readonly FirstRow[];
}

/** A totals row of a file against the rows that it covers: told, never a reject. Figures are exact. */
export interface TotalCheck {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  /** 合计, 总计 or 小计, as it stands. */
  readonly word: string;
  readonly stated: string;
  readonly summed: string;
  /** `stated` − `summed`. */
  readonly difference: string;
  /** Unit of the figures; empty for scores and counts. */
  readonly unit: string;
  /** Rows that were summed, and cells of them that had been rejected and so are missing from the sum. */
  readonly rows: number;
  readonly rejected: number;
}

export interface Refusal {
  readonly file: string;
  readonly line: number | null;
  readonly reason: string;
}

/** A refused file as it was read: another encoding or delimiter may make sense of it. */
export interface RefusedFile extends Refusal {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly setByHand: readonly string[];
  readonly firstRows: readonly FirstRow[];
}

export interface Inspection {
  readonly files: readonly FileSummary[];
  readonly questions: readonly Question[];
  readonly refused: readonly RefusedFile[];
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
  /** The rest of its key (database/mended.ts), where the row said so: a mended row is known by it. */
  readonly rowKey: string | null;
}

/** A row of a mended reject list: of which line of which earlier file it is. `fileId`: position in `files`. */
export interface Mend {
  readonly fileId: number;
  readonly line: number;
  readonly sourceFile: string;
  readonly sourceLine: number;
}

export interface TotalsFound {
  /** Figures that are the sum of their rows. */
  readonly agreed: number;
  readonly differing: readonly TotalCheck[];
  /** Differing ones beyond those. */
  readonly more: number;
}

/** Rows ready for DuckDB: CSV without header, `,` and `"`, empty for NULL. */
export interface StagingPlain {
  readonly name: string;
  readonly columns: readonly string[];
  readonly parts: readonly { readonly bytes: Uint8Array; readonly rowCount: number }[];
  readonly rowCount: number;
}

/** Rows of one kind. Bulky kinds name what they say by the numbers of rows in `parents` (`head_id` → `head`). */
export interface StagingTable extends Omit<StagingPlain, 'name'> {
  readonly kind: Kind;
  readonly parents: readonly StagingPlain[];
  /** Some rows may have a key in common. */
  readonly hasTwins: boolean;
  /** Rows of the files that they come from: a row of a wide file gives several. */
  readonly sourceRows: number;
  /** Position among `files` of each file that `file_id` counts; without it, `file_id` is that position. */
  readonly fileIds?: readonly number[];
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
  /** In the order of names; `file_id` in the staging rows is the position here (but see StagingTable.fileIds). */
  readonly files: readonly ReadFile[];
  readonly staging: readonly StagingTable[];
  readonly rejects: readonly Reject[];
  readonly counts: ReadCounts;
  readonly totals: TotalsFound;
  readonly mends: readonly Mend[];
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
  /** What the bytes were read from: a worker that has it reads them by itself. */
  readonly blob?: Blob;
}

/** Of so many readings the other worker takes its share. */
export const READING_ROUND = 8;

export type Request =
  | {
      readonly id: number;
      readonly call: 'inspect';
      readonly files: readonly SourceFile[];
      readonly answers: Answers;
      /** Once it has answered, the worker goes on to read what asks nothing: the other one still inspects. */
      readonly ahead?: boolean;
    }
  | {
      readonly id: number;
      readonly call: 'read';
      readonly files: readonly SourceFile[];
      readonly answers: Answers;
      /** Leads to another worker that works out a share of the readings (readingRows.ts); none: this one does all. */
      readonly readings?: { readonly port: MessagePort; readonly share: number };
    }
  | { readonly id: number; readonly call: 'readings'; readonly readings: MessagePort }
  /** gzip: not on the page's thread, nor of the pipeline, but this is where a thread is. */
  | { readonly id: number; readonly call: 'pack'; readonly blob: Blob }
  | {
      readonly id: number;
      readonly call: 'rowsAt';
      readonly file: SourceFile;
      readonly lines: readonly number[];
      readonly answers: Answers;
    };

export interface Packed {
  readonly packed: Uint8Array;
}

export type Result = Inspection | ReadResult | RowsAt | StagingPlain | Packed;

export type Reply =
  | { readonly id: number; readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly id: number; readonly type: 'done'; readonly result: Result }
  | { readonly id: number; readonly type: 'failed'; readonly message: string };
