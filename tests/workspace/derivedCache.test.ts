import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { openDerivedCache, type CacheHead, type DerivedCache } from '@/workspace/derived/cache';
import { newGeneration } from '@/workspace/derived/generation';

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
  await expect(mine.writePiece('a', 1, bytes(1))).rejects.toThrow(/gone/);
  await expect(mine.publish(head('a', 1))).rejects.toThrow(/gone/);
  expect((await mine.readHead())?.generation).toBe('b');
  expect(await mine.readPiece('b', 0)).toEqual(bytes(2));
});

it('is empty after it was cleared, and tells whether there was anything', async () => {
  const cache = await open();
  expect(await cache.clear()).toBe(false);
  await cache.writePiece('a', 0, bytes(1));
  await cache.publish(head('a', 1));
  expect(await cache.clear()).toBe(true);
  expect(await cache.readHead()).toBeNull();
  expect(await cache.readPiece('a', 0)).toBeNull();
  // Pieces that have no head yet, of another window, take room, too.
  await (await open()).writePiece('b', 0, bytes(2));
  expect(await cache.clear()).toBe(true);
  expect(await cache.readPiece('b', 0)).toBeNull();
});

it('what was cleared does not come back: neither a piece that was being packed, nor those that would have followed', async () => {
  const [mine, theirs] = [await open(), await open()];
  const packing = mine.writePiece('a', 0, bytes(1));
  const cleared = mine.clear();
  await expect(packing).rejects.toThrow(/gone/);
  await cleared;
  await mine.writePiece('b', 0, bytes(2));
  await theirs.clear();
  await expect(mine.writePiece('b', 1, bytes(3))).rejects.toThrow(/gone/);
  expect(await mine.clear()).toBe(false);
});

it('drops a generation with its head, and none that took its place', async () => {
  const cache = await open();
  await cache.writePiece('a', 0, bytes(1));
  await cache.publish(head('a', 1));
  await cache.drop('b');
  expect((await cache.readHead())?.generation).toBe('a');
  await cache.drop('a');
  expect(await cache.clear()).toBe(false);
});

it('sweeps away what a closed window left over, but not what one is writing or what is published', async () => {
  const cache = await open();
  const now = Date.UTC(2026, 10, 29);
  const minutes = (count: number): string => newGeneration(now + count * 60_000);
  const [published, old, young, future] = [minutes(-90), minutes(-16), minutes(-14), minutes(90)];
  await cache.writePiece(published, 0, bytes(1));
  await cache.publish(head(published, 1));
  for (const generation of [old, young, future, 'no time']) await cache.writePiece(generation, 0, bytes(2));
  await cache.sweep(now);
  expect(await cache.readPiece(published, 0)).toEqual(bytes(1));
  expect(await cache.readPiece(young, 0)).toEqual(bytes(2));
  for (const generation of [old, future, 'no time']) expect(await cache.readPiece(generation, 0)).toBeNull();
});

it('is none where the browser keeps no data', async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException('no', 'SecurityError');
    },
  } as unknown as IDBFactory;
  expect(await openDerivedCache()).toBeNull();
});
