/**
 * The journal: everything that an analyst owns beside the files themselves, in the order in which it happened.
 * Entries are only ever appended. The database is a function of journal and sources.
 */
export const JOURNAL_VERSION = 1;

/** One file of an import; its bytes are the source with this address. */
export interface SourceRef {
  readonly name: string;
  readonly sha256: string;
  readonly byteLength: number;
}

/** Rows and cells of one import, each row counted once (data dictionary, "Rows"). */
export interface ImportCounts {
  readonly imported: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly aside: number;
  readonly rejected: number;
  readonly cells: number;
  readonly refused: number;
}

export interface ImportEntry {
  readonly type: 'import';
  readonly importId: number;
  /** ISO time, of the machine's clock. */
  readonly at: string;
  readonly files: readonly SourceRef[];
  /** What was answered to the questions of this import; replay gives the same answers. */
  readonly answers: Readonly<Record<string, string>>;
  readonly counts: ImportCounts;
  /** The made sample that ships with the program: shown as synthetic wherever its figures are. */
  readonly synthetic: boolean;
}

export interface UndoEntry {
  readonly type: 'undo';
  readonly importId: number;
  readonly at: string;
}

export type JournalEntry = ImportEntry | UndoEntry;

export interface Journal {
  readonly version: typeof JOURNAL_VERSION;
  /** Counts commits. A commit carries the revision it was made on. */
  readonly revision: number;
  readonly entries: readonly JournalEntry[];
}

export const EMPTY_JOURNAL: Journal = { version: JOURNAL_VERSION, revision: 0, entries: [] };

export const importsOf = (journal: Journal): ImportEntry[] =>
  journal.entries.filter((entry): entry is ImportEntry => entry.type === 'import');

export function isUndone(journal: Journal, importId: number): boolean {
  return journal.entries.some((entry) => entry.type === 'undo' && entry.importId === importId);
}

/** The imports that make up the present data, oldest first. */
export const liveImports = (journal: Journal): ImportEntry[] =>
  importsOf(journal).filter((entry) => !isUndone(journal, entry.importId));

export const nextImportId = (journal: Journal): number =>
  1 + importsOf(journal).reduce((highest, entry) => Math.max(highest, entry.importId), 0);
