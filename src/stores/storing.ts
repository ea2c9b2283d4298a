/** The moment at which an import becomes true: its sources and its journal entry, in one transaction. */
import type { Engine } from '@/database/engine';
import { sha256 } from '@/database/hash';
import type { StageReport } from '@/database/stage';
import type { Importer } from '@/import/client';
import type { Answers, ReadResult, SourceFile } from '@/import/protocol';
import { compressedBy } from '@/workspace/compress';
import { nextImportId, type ImportEntry } from '@/workspace/journal';
import type { Keeping } from './keeping';

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
export function digestEarly(engine: Engine, files: readonly SourceFile[]): void {
  for (const { bytes } of files) sha256(engine, bytes).catch(() => undefined);
}

/** The same, begun while the engine works on the rows: reading takes all cores, the engine but one. */
export function packEarly(importer: Pick<Importer, 'pack'>, files: readonly SourceFile[]): void {
  for (const { bytes } of files) compressedBy(bytes, importer.pack(bytes));
}

/** Whether there is anything to keep: a row, a reject, or an indicator that is no longer there. */
export function isWorthKeeping({ staged, replaces }: Pick<Storable, 'staged' | 'replaces'>): boolean {
  const { imported, replaced, rejected, cells } = staged.counts;
  // Read again in another way, an import counts even where nothing of it is left.
  return imported + replaced + rejected + cells + staged.stale.rows > 0 || replaces !== undefined;
}

/** SHA-256 of the files as given; empty for those that were refused. */
export async function digestsOf(engine: Engine, { files, read }: Pick<Storable, 'files' | 'read'>): Promise<string[]> {
  const digests = files.map(() => '');
  for (const { index } of read.files) {
    const file = files[index];
    if (file) digests[index] = await sha256(engine, file.bytes);
  }
  return digests;
}

/** Keeps the import; `digests` as `digestsOf` gives them. */
export async function store(keeping: Keeping, import_: Storable, digests: readonly string[]): Promise<void> {
  const { files, answers, read, staged, at, replaces } = import_;
  // What was refused is not kept: it holds no row, and would only be refused again at every start.
  const sources = read.files.flatMap(({ index }) => {
    const file = files[index];
    return file ? [{ name: file.name, bytes: file.bytes, sha256: digests[index] ?? '' }] : [];
  });
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
}
