/** The page's side of the cache's worker. Where no worker starts, or none can store, every call is refused. */
import workerUrl from './worker.ts?worker&url';
import type { DerivedCache } from './cache';
import type { CacheCall, CacheReply } from './worker';

export type { CacheHead, DerivedCache } from './cache';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** `startWorker` starts one by its address, as the page's policy demands. */
export function startDerivedCache<Content>(startWorker: (workerUrl: string) => Worker): DerivedCache<Content> {
  const worker = startWorker(workerUrl);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  function end(reason: Error): void {
    worker.terminate();
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  }

  worker.addEventListener('error', (event) => end(new Error(event.message || 'the worker of the cache failed')));
  worker.addEventListener('message', ({ data }: MessageEvent<CacheReply>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.type === 'done') call?.resolve(data.result);
    else call?.reject(new Error(data.message));
  });

  function call<T>(method: CacheCall['method'], values: readonly unknown[], transfer: Transferable[] = []): Promise<T> {
    lastId += 1;
    const request: CacheCall = { id: lastId, method, values };
    return new Promise<T>((resolve, reject) => {
      waiting.set(request.id, { resolve: (result) => resolve(result as T), reject });
      worker.postMessage(request, transfer);
    });
  }

  return {
    readHead: () => call('readHead', []),
    readPiece: (generation, index) => call('readPiece', [generation, index]),
    writePiece: (generation, index, bytes) => call('writePiece', [generation, index, bytes], [bytes.buffer]),
    publish: (head) => call('publish', [head]),
    drop: (generation) => call('drop', [generation]),
    sweep: (now) => call('sweep', [now]),
    clear: () => call('clear', []),
    close: () => end(new Error('the cache was closed')),
  };
}
