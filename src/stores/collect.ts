/** What was dropped or chosen → the files to read. Plain tables are read at once; anything packed goes to its own worker. */
import { startAppWorker } from '@/database/startWorker';
import type { SourceFile } from '@/import/protocol';
import type { DroppedFile, Skipped, Unpacked } from '@/import/unpack/client';

export type { DroppedFile, Skipped };

const PLAIN = /^[^/]*\.(csv|txt|tsv)$/i;

/** `hold`: told of files that are read as they are, before they have been; what it gives is called where they cannot be. */
export async function collect(
  dropped: readonly DroppedFile[],
  signal: AbortSignal,
  hold: (blobs: readonly Blob[], signal: AbortSignal) => () => void,
): Promise<Unpacked> {
  if (!dropped.every(({ name }) => PLAIN.test(name))) {
    const { unpackInWorker } = await import('@/import/unpack/client');
    return unpackInWorker(dropped, startAppWorker, signal);
  }
  const release = hold(
    dropped.map(({ file }) => file),
    signal,
  );
  const files = dropped.map(async ({ name, file }): Promise<SourceFile> => ({
    name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    blob: file,
  }));
  try {
    return { files: await Promise.all(files), skipped: [] };
  } catch (cause) {
    release();
    throw cause;
  }
}

/** Chosen files under their names; of a chosen folder, with their path. */
export const droppedFiles = (files: readonly File[]): DroppedFile[] =>
  files.map((file) => ({ name: file.webkitRelativePath || file.name, file }));
