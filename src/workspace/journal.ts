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

/** One saved state of a rule set of the analyst's own; the latest one of an id is in force. */
export interface RuleSetEntry {
  readonly type: 'rule-set';
  readonly at: string;
  readonly ruleSetId: string;
  /** The whole set as JSON text, validated again whenever it is read; null takes the set away. */
  readonly json: string | null;
  /** What changed, in words, for the history. */
  readonly words: readonly string[];
}

/** A finding that somebody has looked at. Its key names what was found, not a row, so that it outlives re-imports. */
export interface ReviewEntry {
  readonly type: 'review';
  readonly at: string;
  readonly findingKey: string;
  readonly reviewed: boolean;
  readonly note: string;
}

export type JournalEntry = ImportEntry | UndoEntry | RuleSetEntry | ReviewEntry;

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

/** What has been said of each finding last. */
export function reviewsOf(journal: Journal): ReadonlyMap<string, ReviewEntry> {
  const reviews = new Map<string, ReviewEntry>();
  for (const entry of journal.entries) if (entry.type === 'review') reviews.set(entry.findingKey, entry);
  return reviews;
}

/** Every saved state of the analyst's own rule sets, oldest first. */
export const ruleSetEntriesOf = (journal: Journal): RuleSetEntry[] =>
  journal.entries.filter((entry): entry is RuleSetEntry => entry.type === 'rule-set');
