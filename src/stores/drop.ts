/** A drop on its way into the data, and what is told of it afterwards. */
import type { StageReport } from '@/database/stage';
import type { Answers, Inspection, ReadResult, Refusal, SourceFile } from '@/import/protocol';
import type { Journal } from '@/workspace/journal';
import type { Filled } from './answerTemplates';
import type { Skipped } from './collect';

export type ImportPhase = 'idle' | 'inspecting' | 'asking' | 'reading' | 'replacing' | 'storing' | 'leaving';

/** What one import did, for the report. */
export interface ImportReport {
  readonly at: string;
  readonly seconds: number;
  readonly read: ReadResult;
  readonly staged: StageReport;
  /** False where there was nothing to keep: every file refused, or every row there already. */
  readonly kept: boolean;
  /** How the files were read, what was answered to their questions, and which named answers were filled in. */
  readonly understood: Inspection;
  readonly answers: Answers;
  readonly filled: Filled;
  /** Files of the drop that are of no kind of ours. */
  readonly skipped: readonly Skipped[];
}

/** The drop that is on its way. */
export interface Drop {
  readonly files: readonly SourceFile[];
  readonly startedAt: number;
  answers: Answers;
  readonly skipped?: readonly Skipped[];
  /** The import whose files are read again in another way. */
  readonly replaces?: number;
  /** The database stands without that import, though the journal still has it. */
  isApart?: boolean;
  read?: ReadResult;
  staged?: StageReport;
}

/** Answers so far, and the import that is being read again, if any. */
export interface Given {
  readonly answers: Answers;
  readonly replaces: number | null;
}
export const NOTHING_GIVEN: Given = { answers: {}, replaces: null };

/** Files are read before anything is asked; `look`: and shown, even where nothing must be asked. */
export interface ImportOptions {
  readonly look?: boolean;
}

export const NOTHING_FILLED: Filled = { answers: {}, names: [], isComplete: false };

/** What was to be unpacked and could not be counts as a refused file. */
export const faultsOf = ({ skipped = [] }: Drop): Refusal[] =>
  skipped.filter((each) => each.isFault).map(({ file, reason }) => ({ file, line: null, reason }));

/** The journal as it would be, had that import been undone. */
export const withoutImport = (journal: Journal, importId: number): Journal => ({
  ...journal,
  entries: [...journal.entries, { type: 'undo', importId, at: new Date().toISOString() }],
});
