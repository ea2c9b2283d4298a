/** When what was derived is kept, and when it is given up. The engine answers as one with a table of three pieces. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ref } from 'vue';
import type { Engine } from '@/database/engine';
import { useKeeping } from '@/stores/keeping';
import { EMPTY_SCOPE } from '@/stores/scope';
import { useSnapshots } from '@/stores/snapshots';
import { openDerivedCache, type DerivedCache } from '@/workspace/derived/cache';
import { newGeneration } from '@/workspace/derived/generation';
import { EMPTY_JOURNAL, type Journal, type JournalEntry } from '@/workspace/journal';
import { openMemoryWorkspace } from '@/workspace/memory';
import { WorkspaceError } from '@/workspace/workspace';

const IMPORTED: JournalEntry = {
  type: 'import',
  importId: 1,
  at: '2026-11-29T08:00:00.000Z',
  files: [],
  answers: {},
  counts: { imported: 1, replaced: 0, unchanged: 0, rejected: 0, cells: 1, aside: 0, refused: 0 },
  synthetic: false,
};
const FILLED: Journal = { ...EMPTY_JOURNAL, revision: 1, entries: [IMPORTED] };

const table = { name: 't', columns: 2_200_000, by_rule_set: false, is_wide: false };
const answers: readonly (readonly [RegExp, object])[] = [
  [/duckdb_columns/, table],
  [/max\(rowid\)/, { id: 2 }],
  [/count\(\*\)/, { n: 1 }],
];
const beside = {
  run: () => Promise.resolve(),
  query: (sql: string) => {
    const answer = answers.find(([pattern]) => pattern.test(sql));
    return Promise.resolve(answer ? [answer[1]] : []);
  },
};
const engine = {
  ...beside,
  beside: () => Promise.resolve(beside),
  registerFile: () => Promise.resolve(),
  dropFile: () => Promise.resolve(),
  readFile: () => Promise.resolve(new Uint8Array([1, 2, 3])),
  close: () => Promise.resolve(),
} as unknown as Engine;

let cache: DerivedCache<never>;
/** A window of the app: its cache waits after `heldAt` pieces, as one does whose user goes on working. */
function openWindow({ journal = FILLED, heldAt = Infinity } = {}) {
  const [outdated, settled, written] = [ref(false), ref(true), ref(0)];
  const openCache = <Content>(): DerivedCache<Content> => ({
    ...(cache as unknown as DerivedCache<Content>),
    async writePiece(generation, index, bytes) {
      const byteLength = await cache.writePiece(generation, index, bytes);
      written.value += 1;
      if (written.value === heldAt) settled.value = false;
      return byteLength;
    },
  });
  const snapshots = useSnapshots({
    build: 'build',
    theEngine: () => engine,
    journal: () => journal,
    scores: () => ({ ruleSets: { a: '{}' }, found: [] }),
    scope: () => EMPTY_SCOPE,
    isSettled: () => settled.value,
    mayKeep: () => !outdated.value,
    openCache,
  });
  return { snapshots, outdated, settled, written };
}

async function pieces(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('jilan-derived');
    opening.onsuccess = () => resolve(opening.result);
  });
  const request = database.transaction('piece').objectStore('piece').count();
  return new Promise((resolve) => {
    request.onsuccess = () => {
      database.close();
      resolve(request.result);
    };
  });
}

const published = async (): Promise<boolean> => (await cache.readHead()) !== null;

/** `vi.waitFor` moves the pretended clock on. */
const eventually = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 5000, interval: 20 });
const forAMinute = async (): Promise<void> => {
  for (let second = 0; second < 60; second += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    await new Promise((resolve) => setImmediate(resolve));
  }
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  globalThis.indexedDB = new IDBFactory();
  setActivePinia(createPinia());
  const opened = await openDerivedCache<never>();
  if (!opened) throw new Error('no cache');
  cache = opened;
});
afterEach(() => {
  cache.close();
  vi.useRealTimers();
});

describe('what was derived', () => {
  it('is kept when nothing is asked any more', async () => {
    const { snapshots } = openWindow();
    snapshots.changed();
    await eventually(async () => expect(await published()).toBe(true));
    expect(await pieces()).toBe(3);
    expect(snapshots.cachedBytes.value).toBeGreaterThan(0);
  });

  it('is given up half-way by a window whose workspace another has changed or erased', async () => {
    const { snapshots, outdated, settled, written } = openWindow({ heldAt: 1 });
    snapshots.changed();
    await eventually(() => expect(written.value).toBe(1));
    await forAMinute();
    expect(await pieces()).toBe(1);
    outdated.value = true;
    await eventually(async () => expect(await pieces()).toBe(0));
    // Nothing goes on by itself, and no later change begins anew.
    expect(vi.getTimerCount()).toBe(0);
    settled.value = true;
    snapshots.changed();
    await forAMinute();
    expect([written.value, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('does not come back after it was cleared while it was written', async () => {
    const { snapshots, written } = openWindow({ heldAt: 2, journal: { ...FILLED } });
    snapshots.changed();
    await eventually(() => expect(written.value).toBe(2));
    expect(await snapshots.clear()).toBe(true);
    await forAMinute();
    expect(await pieces()).toBe(0);
  });
});

describe('the start', () => {
  const start = async (journal: Journal) => {
    const { snapshots } = openWindow({ journal });
    snapshots.prepare();
    return snapshots.reopen();
  };

  it('takes away what a window left over that was closed while it wrote, not what one is writing', async () => {
    const [old, young] = [newGeneration(Date.now() - 3_600_000), newGeneration(Date.now())];
    await cache.writePiece(old, 0, new Uint8Array([1]));
    await cache.writePiece(young, 0, new Uint8Array([2]));
    expect(await start(FILLED)).toBe('nothing');
    await eventually(async () => expect(await pieces()).toBe(1));
    expect(await cache.readPiece(young, 0)).not.toBeNull();
  });

  it('of an empty workspace takes everything away', async () => {
    await cache.writePiece(newGeneration(Date.now()), 0, new Uint8Array([1]));
    expect(await start(EMPTY_JOURNAL)).toBe('nothing');
    await eventually(async () => expect(await pieces()).toBe(0));
  });

  it('takes away what does not fit, with its head', async () => {
    const generation = newGeneration(Date.now());
    await cache.writePiece(generation, 0, new Uint8Array([1]));
    const content = {} as never;
    await cache.publish({ key: 'of another build', generation, pieceCount: 1, byteLength: 1, content });
    expect(await start(FILLED)).toBe('nothing');
    await eventually(async () => expect([await published(), await pieces()]).toEqual([false, 0]));
  });
});

describe('a full disk', () => {
  /** A workspace that has room only where the cache has none of it. */
  function store(makeRoom: () => Promise<boolean>) {
    const memory = openMemoryWorkspace();
    const commit = vi.fn<typeof memory.commit>(async (...given) => {
      if ((await pieces()) > 0) throw new WorkspaceError('full');
      return memory.commit(...given);
    });
    return { commit, keeping: useKeeping(() => ({ ...memory, commit }), makeRoom) };
  }

  it('makes the cache give way, half written as it is, and it is not written again in this session', async () => {
    const { snapshots, settled, written } = openWindow({ heldAt: 2 });
    const { keeping, commit } = store(() => snapshots.makeRoom());
    snapshots.changed();
    await eventually(() => expect(written.value).toBe(2));
    await keeping.keep(IMPORTED);
    expect(commit).toHaveBeenCalledTimes(2);
    expect(keeping.journal.value.entries).toEqual([IMPORTED]);
    settled.value = true;
    snapshots.changed();
    await forAMinute();
    expect([written.value, await pieces(), vi.getTimerCount()]).toEqual([2, 0, 0]);
  });

  it('makes that of another window give way, too', async () => {
    await cache.writePiece('theirs', 0, new Uint8Array([1]));
    const { snapshots } = openWindow();
    const { keeping } = store(() => snapshots.makeRoom());
    await keeping.keep(IMPORTED);
    expect(keeping.journal.value.entries).toEqual([IMPORTED]);
  });

  it('is told where there was nothing to give up', async () => {
    const { snapshots } = openWindow();
    const { keeping, commit } = store(() => snapshots.makeRoom());
    commit.mockRejectedValue(new WorkspaceError('full'));
    await expect(keeping.keep(IMPORTED)).rejects.toMatchObject({ problem: 'full' });
    expect(commit).toHaveBeenCalledTimes(1);
  });
});
