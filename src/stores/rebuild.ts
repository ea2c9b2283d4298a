/**
 * The database is f(journal, sources): every import of the journal that has not been undone is read again, with the
 * answers given then, in the order in which it happened.
 */
import type { Engine } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import type { Importer } from '@/import/client';
import { liveImports, type ImportEntry, type Journal } from '@/workspace/journal';
import type { Workspace } from '@/workspace/workspace';
import type { Progress } from './derive';

async function replayImport(
  engine: Engine,
  importer: Importer,
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
  importer: Importer,
  workspace: Workspace,
  journal: Journal,
  onProgress: Progress,
): Promise<void> {
  const imports = liveImports(journal);
  for (const [index, entry] of imports.entries()) {
    onProgress(index, imports.length);
    await replayImport(engine, importer, workspace, entry);
  }
  onProgress(imports.length, imports.length);
}
