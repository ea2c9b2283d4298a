/** The page's side of unpacking: a worker for one drop. An abort ends it. */
import workerUrl from './worker.ts?worker&url';
import type { DroppedFile, Unpacked } from './unpack';
import type { UnpackReply } from './worker';

export type { DroppedFile, Skipped, Unpacked } from './unpack';

export function unpackInWorker(
  dropped: readonly DroppedFile[],
  startWorker: (workerUrl: string) => Worker,
  signal: AbortSignal,
): Promise<Unpacked> {
  signal.throwIfAborted();
  const worker = startWorker(workerUrl);
  return new Promise<Unpacked>((resolve, reject) => {
    const fail = (reason: unknown): void => {
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
    worker.addEventListener('error', (event) => fail(new Error(event.message || 'the unpacking worker failed')));
    worker.addEventListener('message', ({ data }: MessageEvent<UnpackReply>) => {
      if (data.type === 'done') resolve(data.unpacked);
      else fail(new Error(data.message));
    });
    worker.postMessage(dropped);
  }).finally(() => worker.terminate());
}
