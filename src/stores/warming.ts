/**
 * While the workspace is empty nobody asks the engine for anything: it is made ready for the first import meanwhile
 * (rehearsal.ts). Whoever needs the engine ends that, which takes no longer than a statement.
 */
import type { Engine } from '@/database/engine';
import { startAppWorker } from '@/database/startWorker';
import type { ReadResult, SourceFile } from '@/import/protocol';

type Read = (files: readonly SourceFile[], signal: AbortSignal) => Promise<ReadResult>;

/** In a worker of its own: those of the session know only what the analyst has dropped. */
const readInWorker: Read = async (files, signal) => {
  const { createImporter } = await import('@/import/client');
  const importer = createImporter(startAppWorker);
  try {
    return await importer.read(files, {}, { signal });
  } finally {
    importer.dispose();
  }
};

/** `isEmpty`: nothing is in the workspace, nor on its way into it. `read`: for tests, where there is no worker. */
export function useWarming(theEngine: () => Engine, isEmpty: () => boolean, read = readInWorker) {
  let stop = new AbortController();
  let running: Promise<void> = Promise.resolve();

  /** To be called once the page is at rest. Nothing depends on what comes of it, so nobody is told of a failure. */
  function begin(): void {
    if (!isEmpty()) return;
    stop = new AbortController();
    running = warm(stop.signal).catch(() => undefined);
  }

  async function warm(signal: AbortSignal): Promise<void> {
    const { rehearse } = await import('./rehearsal');
    await rehearse(theEngine(), (files) => read(files, signal), signal);
  }

  /** Resolves once the engine does nothing of this any more. */
  async function end(): Promise<void> {
    stop.abort();
    await running;
  }

  return { begin, end };
}
