/** The page's side of the import worker: calls, progress, cancel. */
import type {
  Answers,
  GivenFile,
  ImportProgress,
  Inspection,
  ReadResult,
  Reply,
  Request,
  RowsAt,
} from './protocol';

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface Importer {
  inspect(files: readonly GivenFile[], options?: CallOptions): Promise<Inspection>;
  read(files: readonly GivenFile[], answers: Answers, options?: CallOptions): Promise<ReadResult>;
  /** The given lines of a file as they stand, with what is above them. */
  rowsAt(file: GivenFile, lines: readonly number[]): Promise<RowsAt>;
  dispose(): void;
}

interface Waiting {
  readonly resolve: (result: Inspection | ReadResult | RowsAt) => void;
  readonly reject: (cause: unknown) => void;
  readonly onProgress: ((progress: ImportProgress) => void) | undefined;
}

/** Without its `id`, for each member of the union. */
type Call = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

/**
 * `startWorker` gives a worker that runs `worker.ts`. An aborted call rejects with the signal's reason; its worker is
 * ended, which is the only way to stop reading at once, and the next call starts another.
 */
export function createImporter(startWorker: () => Worker): Importer {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  function end(cause: unknown): void {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  }

  function running(): Worker {
    if (worker) return worker;
    worker = startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const call = waiting.get(data.id);
      if (!call) return;
      if (data.type === 'progress') {
        call.onProgress?.(data.progress);
        return;
      }
      waiting.delete(data.id);
      if (data.type === 'done') call.resolve(data.result);
      else call.reject(new Error(data.message));
    });
    worker.addEventListener('error', (event) => end(new Error(event.message || 'the import worker has stopped')));
    return worker;
  }

  function ask<T extends Inspection | ReadResult | RowsAt>(call: Call, options: CallOptions = {}): Promise<T> {
    const { signal, onProgress } = options;
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    lastId += 1;
    const id = lastId;
    const stop = (): void => end(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    return new Promise<T>((resolve, reject) => {
      // Replies carry the id of their call, so this one's result is of this call's kind.
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      running().postMessage({ ...call, id } satisfies Request);
    }).finally(() => signal?.removeEventListener('abort', stop));
  }

  return {
    inspect: (files, options) => ask<Inspection>({ call: 'inspect', files }, options),
    read: (files, answers, options) => ask<ReadResult>({ call: 'read', files, answers }, options),
    rowsAt: (file, lines) => ask<RowsAt>({ call: 'rowsAt', file, lines }),
    dispose: () => end(new Error('the importer has been closed')),
  };
}
