/**
 * What was derived from sources and journal, kept beside them so that reopening need not derive it again. A cache: it may
 * be thrown away at any time, and every failure of it (a full disk, too) counts as "nothing kept". In a database of its
 * own: whatever becomes of it, sources and journal are not touched.
 *
 * Pieces are written one by one under a generation that nobody reads yet; one transaction then names the generation in the
 * head and removes all others. So no window ever sees half of it.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { compress, decompress } from '../compress';
import { isAbandoned } from './generation';

export interface CacheHead<Content> {
  /** What it was derived from and by; only an equal one may be used. */
  readonly key: string;
  readonly generation: string;
  readonly pieceCount: number;
  /** As stored. */
  readonly byteLength: number;
  readonly content: Content;
}

interface CacheDatabase extends DBSchema {
  piece: { key: [generation: string, index: number]; value: Uint8Array };
  head: { key: 'head'; value: CacheHead<unknown> };
}

export interface DerivedCache<Content> {
  readHead(): Promise<CacheHead<Content> | null>;
  /** null where another window has replaced it. */
  readPiece(generation: string, index: number): Promise<Uint8Array | null>;
  /**
   * Packs the bytes (they are given away) and writes them, piece after piece; gives how many they are then. Rejects where
   * the one before is no longer there: what was cleared, by whichever window, does not come back.
   */
  writePiece(generation: string, index: number, bytes: Uint8Array): Promise<number>;
  /** Makes a generation the one that is read. Rejects where not all of its pieces are there any more. */
  publish(head: CacheHead<Content>): Promise<void>;
  /** Takes a generation away, whether it is published or will not be. */
  drop(generation: string): Promise<void>;
  /** Takes away what windows left over that were closed while they wrote; `now` as of `Date.now()`. */
  sweep(now: number): Promise<void>;
  /** Takes everything away, also what another window is writing. Tells whether there was anything. */
  clear(): Promise<boolean>;
  close(): void;
}

const DATABASE_NAME = 'jilan-derived';
const VERSION = 1;

/** null where the browser keeps no data. */
export async function openDerivedCache<Content>(): Promise<DerivedCache<Content> | null> {
  try {
    const db = await openDB<CacheDatabase>(DATABASE_NAME, VERSION, {
      upgrade(database) {
        database.createObjectStore('piece');
        database.createObjectStore('head');
      },
    });
    return derivedCache<Content>(db);
  } catch {
    return null;
  }
}

function derivedCache<Content>(db: IDBPDatabase<CacheDatabase>): DerivedCache<Content> {
  const all = (generation: string): IDBKeyRange => IDBKeyRange.bound([generation, 0], [generation, Infinity]);
  const gone = (): Error => new Error('pieces of the cache are gone');
  /** Counts calls of `clear`: what was being packed then is not written after it. */
  let clears = 0;
  return {
    readHead: async () => ((await db.get('head', 'head')) as CacheHead<Content> | undefined) ?? null,
    async readPiece(generation, index) {
      const packed = await db.get('piece', [generation, index]);
      return packed ? decompress(packed) : null;
    },

    async writePiece(generation, index, bytes) {
      const clearsBefore = clears;
      const packed = await compress(bytes);
      if (clears !== clearsBefore) throw gone();
      const transaction = db.transaction('piece', 'readwrite');
      const follows = index === 0 || (await transaction.store.count([generation, index - 1])) > 0;
      await Promise.all([follows && transaction.store.put(packed, [generation, index]), transaction.done]);
      if (!follows) throw gone();
      return packed.byteLength;
    },

    async publish(head) {
      const transaction = db.transaction(['piece', 'head'], 'readwrite');
      const pieces = transaction.objectStore('piece');
      if ((await pieces.count(all(head.generation))) !== head.pieceCount) {
        transaction.abort();
        await transaction.done.catch(() => undefined);
        throw gone();
      }
      for (const key of await pieces.getAllKeys()) if (key[0] !== head.generation) await pieces.delete(key);
      await transaction.objectStore('head').put(head, 'head');
      await transaction.done;
    },

    async drop(generation) {
      const transaction = db.transaction(['piece', 'head'], 'readwrite');
      const heads = transaction.objectStore('head');
      if ((await heads.get('head'))?.generation === generation) await heads.delete('head');
      await transaction.objectStore('piece').delete(all(generation));
      await transaction.done;
    },

    async sweep(now) {
      const transaction = db.transaction(['piece', 'head'], 'readwrite');
      const pieces = transaction.objectStore('piece');
      const published = (await transaction.objectStore('head').get('head'))?.generation;
      for (const key of await pieces.getAllKeys())
        if (key[0] !== published && isAbandoned(key[0], now)) await pieces.delete(key);
      await transaction.done;
    },

    async clear() {
      clears += 1;
      const transaction = db.transaction(['piece', 'head'], 'readwrite');
      let found = 0;
      for (const store of [transaction.objectStore('head'), transaction.objectStore('piece')]) {
        found += await store.count();
        await store.clear();
      }
      await transaction.done;
      return found > 0;
    },

    close: () => db.close(),
  };
}
