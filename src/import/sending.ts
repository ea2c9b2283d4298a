/**
 * Files go to the worker once: what it was given to `inspect` it still has when it is told to `read`. Both sides follow the
 * same rule, call by call: after `inspect` its files are held, after `read` none are. A worker may be given files to hold
 * before any call comes for them: it reads them while the page does the same, and no copy is made of a large file. What it
 * has must then be what the page has, which is what is kept: a file that changed between the two readings is refused.
 */
import type { Request, SourceFile } from './protocol';

interface SentFile {
  readonly name: string;
  readonly key: number;
  /** Null: the worker has them. */
  readonly bytes: Uint8Array | null;
  readonly stamp: Stamp;
}

/** What tells two readings of a file apart. */
interface Stamp {
  readonly byteLength: number;
  readonly sum: number;
}

/** Bytes that are looked at: all of a small file; of a large one so many, evenly spread, that the page does not stop for it. */
const SAMPLES = 16_384;

function stampOf(bytes: Uint8Array): Stamp {
  const step = Math.max(1, Math.floor(bytes.length / SAMPLES));
  let sum = 0x811c9dc5;
  for (let at = bytes.length - 1; at >= 0; at -= step) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return { byteLength: bytes.length, sum };
}

/** `sent`: the request's files, which are left out of it. */
export interface Message {
  readonly request: Request;
  readonly sent: readonly SentFile[];
}

/** Files to be held, as the worker is to know them. */
export interface Held {
  readonly held: readonly { readonly key: number; readonly blob: Blob }[];
}

/** On the page. */
export class Sender {
  readonly #keys = new WeakMap<object, number>();
  #lastKey = 0;
  #there: ReadonlySet<number> = new Set();

  pack(request: Request): Message {
    if (!('files' in request)) return { request, sent: [] };
    const sent = request.files.map(({ name, bytes, blob }) => {
      const key = this.#keyOf(blob ?? bytes);
      return { name, key, bytes: this.#there.has(key) ? null : bytes, stamp: stampOf(bytes) };
    });
    this.#there = new Set(request.call === 'inspect' ? sent.map(({ key }) => key) : []);
    return { request: { ...request, files: [] }, sent };
  }

  hold(blobs: readonly Blob[]): Held {
    const held = blobs.map((blob) => ({ key: this.#keyOf(blob), blob }));
    this.#there = new Set(held.map(({ key }) => key));
    return { held };
  }

  /** The worker is gone. */
  forget(): void {
    this.#there = new Set();
  }

  #keyOf(file: Blob | Uint8Array): number {
    const known = this.#keys.get(file);
    if (known !== undefined) return known;
    this.#lastKey += 1;
    this.#keys.set(file, this.#lastKey);
    return this.#lastKey;
  }
}

/** In the worker. */
export class Receiver {
  #held: ReadonlyMap<number, Uint8Array | Promise<Uint8Array>> = new Map();

  hold({ held }: Held): void {
    const files = held.map(
      ({ key, blob }) => [key, blob.arrayBuffer().then((buffer) => new Uint8Array(buffer))] as const,
    );
    // Whoever comes for the file is told that it could not be read.
    for (const [, bytes] of files) bytes.catch(() => undefined);
    this.#held = new Map(files);
  }

  async unpack({ request, sent }: Message): Promise<Request> {
    if (!('files' in request)) return request;
    const before = this.#held;
    const files = await Promise.all(
      sent.map(async ({ name, key, bytes, stamp }) => {
        const found = bytes ?? (await before.get(key));
        if (!found) throw new Error(`the worker does not have ${name}`);
        const { byteLength, sum } = stampOf(found);
        if (byteLength !== stamp.byteLength || sum !== stamp.sum)
          throw new Error(`文件“${name}”在读取时被改动，没有导入；请存好后重新放入`);
        return { name, key, bytes: found };
      }),
    );
    this.#held = new Map(request.call === 'inspect' ? files.map(({ key, bytes }) => [key, bytes]) : []);
    return { ...request, files: files.map(({ name, bytes }): SourceFile => ({ name, bytes })) };
  }
}
