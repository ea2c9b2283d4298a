import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { openDerivedCache, type CacheHead, type DerivedCache } from '@/workspace/derived/cache';

async function open(): Promise<DerivedCache<string>> {
  const cache = await openDerivedCache<string>();
  if (!cache) throw new Error('no cache');
  return cache;
}

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const head = (generation: string, pieceCount: number): CacheHead<string> => ({
  key: `key of ${generation}`,
  generation,
  pieceCount,
  byteLength: pieceCount,
  content: 'content',
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

it('is read only once it is whole, and then takes the place of what was there', async () => {
  const [mine, theirs] = [await open(), await open()];
  await mine.writePiece('a', 0, bytes(1));
  expect(await theirs.readHead()).toBeNull();
  await mine.publish(head('a', 1));
  await mine.writePiece('b', 0, bytes(2));
  await mine.writePiece('b', 1, bytes(3));
  expect((await theirs.readHead())?.generation).toBe('a');
  expect(await theirs.readPiece('a', 0)).toEqual(bytes(1));
  await mine.publish(head('b', 2));
  expect(await theirs.readHead()).toEqual(head('b', 2));
  expect(await theirs.readPiece('a', 0)).toBeNull();
  expect(await theirs.readPiece('b', 1)).toEqual(bytes(3));
});

it('of two windows that write at once, one is whole and the other is told', async () => {
  const [mine, theirs] = [await open(), await open()];
  await mine.writePiece('a', 0, bytes(1));
  await theirs.writePiece('b', 0, bytes(2));
  await theirs.publish(head('b', 1));
  await mine.writePiece('a', 1, bytes(1));
  await expect(mine.publish(head('a', 2))).rejects.toThrow(/gone/);
  expect((await mine.readHead())?.generation).toBe('b');
  expect(await mine.readPiece('b', 0)).toEqual(bytes(2));
});

it('is empty after it was cleared', async () => {
  const cache = await open();
  await cache.writePiece('a', 0, bytes(1));
  await cache.publish(head('a', 1));
  await cache.clear();
  expect(await cache.readHead()).toBeNull();
  expect(await cache.readPiece('a', 0)).toBeNull();
});

it('is none where the browser keeps no data', async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException('no', 'SecurityError');
    },
  } as unknown as IDBFactory;
  expect(await openDerivedCache()).toBeNull();
});
