/**
 * The journal: everything that an analyst owns beside the files themselves, in the order in which it happened.
 * Entries are only ever appended. The database is a function of journal and sources.
 */
export const JOURNAL_VERSION = 2;

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
  /** An earlier import whose files this one read again in another way: it counts as undone as long as this one does not. */
  readonly replaces?: number;
}

export interface UndoEntry {
  readonly type: 'undo';
  readonly importId: number;
  readonly at: string;
}

/**
 * Indicators that an import no longer had are taken out. Named by that import: undoing it, or this, brings them back,
 * and a replay finds the same ones again.
 */
export interface RemovalEntry {
  readonly type: 'removal';
  readonly removalId: number;
  readonly at: string;
  /** The imports that no longer had them. */
  readonly importIds: readonly number[];
  /** How many rows were taken out, for the list. */
  readonly rows: number;
}

export interface UndoRemovalEntry {
  readonly type: 'undo-removal';
  readonly removalId: number;
  readonly at: string;
}

/** One figure that an import moved, as it was and as it became: exact decimal text. */
export interface Move {
  readonly fiscalYear: number;
  readonly unitCode: string;
  readonly unitName: string;
  /** Of an amount: the item's code; null for a total. */
  readonly item: string | null;
  readonly before: string;
  readonly after: string;
  readonly delta: string;
}

/** What an import changed of what was there before it; told once the scores after it are known. */
export interface EffectEntry {
  readonly type: 'effect';
  readonly importId: number;
  readonly at: string;
  /** Under which rule set the totals were compared. */
  readonly ruleSetTitle: string;
  readonly totals: {
    readonly moved: number;
    readonly appeared: number;
    readonly gone: number;
    readonly largest: Move | null;
  };
  readonly amounts: { readonly moved: number; readonly largest: Move | null };
}

/** Answers kept under a name for the next export of the same form (stores/answerTemplates.ts); null takes it away. */
export interface AnswerTemplateEntry {
  readonly type: 'answer-template';
  readonly at: string;
  readonly name: string;
  readonly files: readonly TemplateFile[] | null;
}

export interface TemplateFile {
  /** The file's name with digits made general. */
  readonly pattern: string;
  readonly kind: string;
  readonly headers: readonly string[];
  /** By field of the file (`unit`, `stage` …), without its name. */
  readonly answers: Readonly<Record<string, string>>;
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

export type JournalEntry =
  | ImportEntry
  | UndoEntry
  | RemovalEntry
  | UndoRemovalEntry
  | EffectEntry
  | AnswerTemplateEntry
  | RuleSetEntry
  | ReviewEntry;

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
  return journal.entries.some(
    (entry) =>
      (entry.type === 'undo' && entry.importId === importId) ||
      (entry.type === 'import' &&
        entry.replaces === importId &&
        entry.importId > importId &&
        !isUndone(journal, entry.importId)),
  );
}

/** The imports that make up the present data, oldest first. */
export const liveImports = (journal: Journal): ImportEntry[] =>
  importsOf(journal).filter((entry) => !isUndone(journal, entry.importId));

export const nextImportId = (journal: Journal): number =>
  1 + importsOf(journal).reduce((highest, entry) => Math.max(highest, entry.importId), 0);

const isLive = (journal: Journal, removal: RemovalEntry): boolean =>
  !journal.entries.some((entry) => entry.type === 'undo-removal' && entry.removalId === removal.removalId);

const removalsOf = (journal: Journal): RemovalEntry[] =>
  journal.entries.filter((entry): entry is RemovalEntry => entry.type === 'removal');

export const liveRemovals = (journal: Journal): RemovalEntry[] =>
  removalsOf(journal).filter((entry) => isLive(journal, entry));

export const nextRemovalId = (journal: Journal): number =>
  1 + removalsOf(journal).reduce((highest, entry) => Math.max(highest, entry.removalId), 0);

/** What the present data are made of, in the order in which it happened. */
export const liveSteps = (journal: Journal): (ImportEntry | RemovalEntry)[] =>
  journal.entries.filter(
    (entry): entry is ImportEntry | RemovalEntry =>
      (entry.type === 'import' && !isUndone(journal, entry.importId)) ||
      (entry.type === 'removal' && isLive(journal, entry)),
  );

export function effectsOf(journal: Journal): ReadonlyMap<number, EffectEntry> {
  return new Map(
    journal.entries.filter((entry) => entry.type === 'effect').map((entry) => [entry.importId, entry] as const),
  );
}

/** The named answers in force, by name in the order in which they were first kept. */
export function answerTemplatesOf(journal: Journal): ReadonlyMap<string, readonly TemplateFile[]> {
  const templates = new Map<string, readonly TemplateFile[]>();
  for (const entry of journal.entries) {
    if (entry.type !== 'answer-template') continue;
    if (entry.files === null) templates.delete(entry.name);
    else templates.set(entry.name, entry.files);
  }
  return templates;
}

/** What has been said of each finding last. */
export function reviewsOf(journal: Journal): ReadonlyMap<string, ReviewEntry> {
  const reviews = new Map<string, ReviewEntry>();
  for (const entry of journal.entries) if (entry.type === 'review') reviews.set(entry.findingKey, entry);
  return reviews;
}

/** Every saved state of the analyst's own rule sets, oldest first. */
export const ruleSetEntriesOf = (journal: Journal): RuleSetEntry[] =>
  journal.entries.filter((entry): entry is RuleSetEntry => entry.type === 'rule-set');
