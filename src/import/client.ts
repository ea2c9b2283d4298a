/**
 * The page's side of the import worker. Cancelling ends the worker, which frees its memory and leaves nothing half done;
 * the next call starts another.
 */
import workerUrl from './worker.ts?worker&url';
import type { Answers, Inspection, ReadResult, Reply, Request, RowsAt, SourceFile } from './protocol';
import { Sender } from './sending';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Bytes done and in all. */
  readonly onProgress?: (done: number, total: number, names: { file: string }) => void;
}

export interface Importer {
  inspect(files: readonly SourceFile[], answers?: Answers, options?: CallOptions): Promise<Inspection>;
  read(files: readonly SourceFile[], answers?: Answers, options?: CallOptions): Promise<ReadResult>;
  /** Lines of a file as they stand, and what is above them. */
  rowsAt(file: SourceFile, lines: readonly number[], answers?: Answers): Promise<RowsAt>;
  dispose(): void;
}

interface Call {
  readonly resolve: (result: Inspection | ReadResult | RowsAt) => void;
  readonly reject: (reason: Error) => void;
  readonly options: CallOptions;
}

/**
 * `startClassic` starts a worker from the address of a classic script, as the page's policy demands; in development vite
 * serves a module instead.
 */
export function createImporter(startClassic: (absoluteUrl: string) => Worker): Importer {
  let worker: Worker | null = null;
  const sender = new Sender();
  let lastId = 0;
  const calls = new Map<number, Call>();

  function end(reason: Error): void {
    worker?.terminate();
    worker = null;
    sender.forget();
    for (const call of calls.values()) call.reject(reason);
    calls.clear();
  }

  function running(): Worker {
    if (worker) return worker;
    const url = new URL(workerUrl, document.baseURI).href;
    worker = import.meta.env.DEV ? new Worker(url, { type: 'module' }) : startClassic(url);
    worker.addEventListener('message', (event: MessageEvent<Reply>) => take(event.data));
    worker.addEventListener('error', (event) => end(new Error(event.message || 'the import worker failed')));
    return worker;
  }

  function take(reply: Reply): void {
    const call = calls.get(reply.id);
    if (!call) return;
    if (reply.type === 'progress') {
      const { done, total, file } = reply.progress;
      call.options.onProgress?.(done, total, { file });
      return;
    }
    calls.delete(reply.id);
    if (reply.type === 'done') call.resolve(reply.result);
    else call.reject(new Error(reply.message));
  }

  function call<T extends Inspection | ReadResult | RowsAt>(
    request: (id: number) => Request,
    options: CallOptions = {},
  ): Promise<T> {
    const { signal } = options;
    if (signal?.aborted) return Promise.reject(abortReason(signal));
    lastId += 1;
    const id = lastId;
    return new Promise<T>((resolve, reject) => {
      const cancel = (): void => end(signal ? abortReason(signal) : new Error('cancelled'));
      const settled = (): void => signal?.removeEventListener('abort', cancel);
      signal?.addEventListener('abort', cancel, { once: true });
      calls.set(id, {
        // The worker answers each call with the result of its kind.
        resolve: (result) => (settled(), resolve(result as T)),
        reject: (reason) => (settled(), reject(reason)),
        options,
      });
      running().postMessage(sender.pack(request(id)));
    });
  }

  return {
    inspect: (files, answers = {}, options) => call((id) => ({ id, call: 'inspect', files, answers }), options),
    read: (files, answers = {}, options) => call((id) => ({ id, call: 'read', files, answers }), options),
    rowsAt: (file, lines, answers = {}) => call((id) => ({ id, call: 'rowsAt', file, lines, answers })),
    dispose: () => end(new Error('the importer was closed')),
  };
}

const abortReason = (signal: AbortSignal): Error =>
  signal.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError');
