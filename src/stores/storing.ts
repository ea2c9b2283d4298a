/** The moment at which an import becomes true: its sources and its journal entry, in one transaction. */
import type { Engine } from '@/database/engine';
import { sha256 } from '@/database/hash';
import type { StageReport } from '@/database/stage';
import type { Answers, ReadResult, SourceFile } from '@/import/protocol';
import { compress } from '@/workspace/compress';
import { nextImportId, type ImportEntry } from '@/workspace/journal';
import type { Keeping } from './keeping';
import type { Session } from './session';

/** Files of the sample, and whatever is made from it, say so in their names. */
const SYNTHETIC_NAME = /合成|synthetic/i;

export interface Storable {
  readonly files: readonly SourceFile[];
  readonly answers: Answers;
  readonly read: ReadResult;
  readonly staged: StageReport;
  readonly at: string;
  readonly replaces?: number;
}

/** What `store` will need of the files, begun while they are read: the engine is idle then. Failures show in `store`. */
export function prepare(engine: Engine, files: readonly SourceFile[]): void {
  for (const { bytes } of files) {
    sha256(engine, bytes).catch(() => undefined);
    compress(bytes).catch(() => undefined);
  }
}

/** Whether there is anything to keep: a row, a reject, or an indicator that is no longer there. */
export function isWorthKeeping({ staged, replaces }: Pick<Storable, 'staged' | 'replaces'>): boolean {
  const { imported, replaced, rejected, cells } = staged.counts;
  // Read again in another way, an import counts even where nothing of it is left.
  return imported + replaced + rejected + cells + staged.stale.rows > 0 || replaces !== undefined;
}

export interface Stored {
  readonly importId: number;
  /** SHA-256 of the files as given; empty for those that were refused. */
  readonly digests: readonly string[];
}

export async function store({ engine }: Session, keeping: Keeping, import_: Storable): Promise<Stored> {
  const { files, answers, read, staged, at, replaces } = import_;
  const digests = files.map(() => '');
  const sources = [];
  // What was refused is not kept: it holds no row, and would only be refused again at every start.
  for (const { index } of read.files) {
    const file = files[index];
    if (!file) continue;
    const digest = await sha256(engine, file.bytes);
    digests[index] = digest;
    sources.push({ name: file.name, bytes: file.bytes, sha256: digest });
  }
  const entry: ImportEntry = {
    type: 'import',
    importId: nextImportId(keeping.journal.value),
    at,
    files: sources.map((file) => ({ name: file.name, sha256: file.sha256, byteLength: file.bytes.byteLength })),
    answers,
    counts: staged.counts,
    synthetic: sources.some((file) => SYNTHETIC_NAME.test(file.name)),
    ...(replaces === undefined ? {} : { replaces }),
  };
  await keeping.keep(entry, sources);
  return { importId: entry.importId, digests };
}
