/**
 * Files go to the worker once: what it was given to `inspect` it still has when it is told to `read`. Both sides follow the
 * same rule, call by call: after `inspect` its files are held, after `read` none are.
 */
import type { Request, SourceFile } from './protocol';

interface SentFile {
  readonly name: string;
  readonly key: number;
  /** Null: the worker has them. */
  readonly bytes: Uint8Array | null;
}

/** `sent`: the request's files, which are left out of it. */
export interface Message {
  readonly request: Request;
  readonly sent: readonly SentFile[];
}

/** On the page. */
export class Sender {
  readonly #keys = new WeakMap<Uint8Array, number>();
  #lastKey = 0;
  #there: ReadonlySet<number> = new Set();

  pack(request: Request): Message {
    if (!('files' in request)) return { request, sent: [] };
    const sent = request.files.map(({ name, bytes }) => {
      const key = this.#keyOf(bytes);
      return { name, key, bytes: this.#there.has(key) ? null : bytes };
    });
    this.#there = new Set(request.call === 'inspect' ? sent.map(({ key }) => key) : []);
    return { request: { ...request, files: [] }, sent };
  }

  /** The worker is gone. */
  forget(): void {
    this.#there = new Set();
  }

  #keyOf(bytes: Uint8Array): number {
    const known = this.#keys.get(bytes);
    if (known !== undefined) return known;
    this.#lastKey += 1;
    this.#keys.set(bytes, this.#lastKey);
    return this.#lastKey;
  }
}

/** In the worker. */
export class Receiver {
  #held: ReadonlyMap<number, Uint8Array> = new Map();

  unpack({ request, sent }: Message): Request {
    if (!('files' in request)) return request;
    const held = new Map<number, Uint8Array>();
    const files = sent.map(({ name, key, bytes }): SourceFile => {
      const found = bytes ?? this.#held.get(key);
      if (!found) throw new Error(`the worker does not have ${name}`);
      held.set(key, found);
      return { name, bytes: found };
    });
    this.#held = request.call === 'inspect' ? held : new Map();
    return { ...request, files };
  }
}
