/** The cache off the page's thread: packing, and what the browser does to store and to give back so many bytes. */
import { openDerivedCache, type DerivedCache } from './cache';

/** A method of the cache and what to give it. */
export interface CacheCall {
  readonly id: number;
  readonly method: Exclude<keyof DerivedCache<unknown>, 'close'>;
  readonly values: readonly unknown[];
}

export type CacheReply =
  | { readonly id: number; readonly type: 'done'; readonly result: unknown }
  | { readonly id: number; readonly type: 'failed'; readonly message: string };

const opening = openDerivedCache<unknown>();

async function answer({ method, values }: CacheCall): Promise<unknown> {
  const cache = await opening;
  if (!cache) throw new Error('the browser keeps no data');
  // Both sides have the types of one interface (client.ts).
  return (cache[method] as (...given: readonly unknown[]) => Promise<unknown>)(...values);
}

self.addEventListener('message', ({ data }: MessageEvent<CacheCall>) => {
  const send = (reply: CacheReply, transfer: Transferable[] = []): void => {
    (self as DedicatedWorkerGlobalScope).postMessage(reply, transfer);
  };
  answer(data).then(
    (result) => send({ id: data.id, type: 'done', result }, result instanceof Uint8Array ? [result.buffer] : []),
    (cause: unknown) => {
      send({ id: data.id, type: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
    },
  );
});
