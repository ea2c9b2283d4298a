/**
 * While the workspace is empty nobody asks the engine for anything: it is made ready for the first import meanwhile
 * (rehearsal.ts). Whoever needs the engine ends that, which takes no longer than a statement.
 */
import type { Engine } from '@/database/engine';
import { startAppWorker } from '@/database/startWorker';
import type { ReadResult, SourceFile } from '@/import/protocol';
import { loadRules } from './derive';

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
  /** The engine's part. What comes before it may take as long as the network does, and nobody waits for that. */
  let using: Promise<void> = Promise.resolve();

  /** To be called once the page is at rest. Nothing depends on what comes of it, so nobody is told of a failure. */
  function begin(): void {
    if (!isEmpty()) return;
    stop.abort();
    stop = new AbortController();
    warm(stop.signal).catch(() => undefined);
  }

  async function warm(signal: AbortSignal): Promise<void> {
    const [{ rehearsalFiles, rehearse }] = await Promise.all([import('./rehearsal'), loadRules()]);
    signal.throwIfAborted();
    const rows = await read(rehearsalFiles(), signal);
    await using;
    // Much may have happened meanwhile.
    if (signal.aborted || !isEmpty()) return;
    using = rehearse(theEngine(), rows, signal).catch(() => undefined);
  }

  /** Resolves once the engine does nothing of this any more; at once where it has not begun. */
  async function end(): Promise<void> {
    stop.abort();
    await using;
  }

  return { begin, end };
}
