/**
 * The database is f(journal, sources): every step of the journal that has not been undone is taken again, in the order in
 * which it happened: imports are read again with the answers given then, removals find the same rows again.
 */
import type { Engine } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import { removeStale } from '@/database/stale';
import type { Importer } from '@/import/client';
import type { ImportEntry, RemovalEntry } from '@/workspace/journal';
import type { Workspace } from '@/workspace/workspace';
import type { Progress } from './derive';

async function replayImport(
  engine: Engine,
  importer: Pick<Importer, 'read'>,
  workspace: Workspace,
  entry: ImportEntry,
): Promise<void> {
  const files = await Promise.all(
    entry.files.map(async ({ name, sha256 }) => ({ name, bytes: await workspace.readSource(sha256) })),
  );
  const read = await importer.read(files, entry.answers);
  await stage(engine, read, { importId: entry.importId, digests: entry.files.map((file) => file.sha256) });
  await commitStage(engine);
}

/** Fills an engine with empty tables. A missing or damaged source stops it: half of the data is no data. */
export async function rebuild(
  engine: Engine,
  importer: Pick<Importer, 'read'>,
  workspace: Workspace,
  steps: readonly (ImportEntry | RemovalEntry)[],
  onProgress: Progress,
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    onProgress(index, steps.length);
    if (step.type === 'import') await replayImport(engine, importer, workspace, step);
    else await removeStale(engine, step.importIds);
  }
  onProgress(steps.length, steps.length);
}
