/**
 * One import worker as the page sees it. Ending it frees its memory and leaves nothing half done; the next call starts
 * another.
 */
import type { Reply, Request, Result } from './protocol';
import { Sender } from './sending';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Bytes done and in all. */
  readonly onProgress?: (done: number, total: number, names: { file: string }) => void;
}

interface Call {
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: Error) => void;
  readonly options: CallOptions;
}

export class Lane {
  #worker: Worker | null = null;
  readonly #sender = new Sender();
  #lastId = 0;
  readonly #calls = new Map<number, Call>();

  constructor(readonly start: () => Worker) {}

  end(reason: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#sender.forget();
    for (const call of this.#calls.values()) call.reject(reason);
    this.#calls.clear();
  }

  /** A worker keeps the memory that a large file took for as long as it lives. One that is at work stays. */
  rest(): void {
    if (this.#calls.size === 0) this.end(new Error('the worker rests'));
  }

  /** The worker answers each call with the result of its kind. */
  call<T extends Result>(
    request: (id: number) => Request,
    options: CallOptions = {},
    transfer: Transferable[] = [],
  ): Promise<T> {
    const { signal } = options;
    if (signal?.aborted) return Promise.reject(abortReason(signal));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<T>((resolve, reject) => {
      const cancel = (): void => this.end(signal ? abortReason(signal) : new Error('cancelled'));
      const settled = (): void => signal?.removeEventListener('abort', cancel);
      signal?.addEventListener('abort', cancel, { once: true });
      this.#calls.set(id, {
        resolve: (result) => (settled(), resolve(result as T)),
        reject: (reason) => (settled(), reject(reason)),
        options,
      });
      this.#running().postMessage(this.#sender.pack(request(id)), transfer);
    });
  }

  /** The worker starts, and reads files that a call will come for. */
  hold(blobs: readonly Blob[]): void {
    this.#running().postMessage(this.#sender.hold(blobs));
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.start();
    worker.addEventListener('message', (event: MessageEvent<Reply>) => this.#take(event.data));
    worker.addEventListener('error', (event) => this.end(new Error(event.message || 'the import worker failed')));
    return (this.#worker = worker);
  }

  #take(reply: Reply): void {
    const call = this.#calls.get(reply.id);
    if (!call) return;
    if (reply.type === 'progress') {
      const { done, total, file } = reply.progress;
      call.options.onProgress?.(done, total, { file });
      return;
    }
    this.#calls.delete(reply.id);
    if (reply.type === 'done') call.resolve(reply.result);
    else call.reject(new Error(reply.message));
  }
}

const abortReason = (signal: AbortSignal): Error =>
  signal.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError');
