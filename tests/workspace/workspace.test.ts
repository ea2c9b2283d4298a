import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStoredWorkspace } from '@/workspace/indexedDb';
import { isUndone, liveImports, nextImportId, type ImportEntry } from '@/workspace/journal';
import { openMemoryWorkspace } from '@/workspace/memory';
import type { Workspace } from '@/workspace/workspace';

const counts = { imported: 2, replaced: 0, unchanged: 0, aside: 0, rejected: 0, cells: 0, refused: 0 };
const importOf = (importId: number, sha256: string): ImportEntry => ({
  type: 'import',
  importId,
  at: '2026-11-24T08:00:00.000Z',
  files: [{ name: '单位表.csv', sha256, byteLength: 3 }],
  answers: {},
  counts,
  synthetic: false,
});
const source = (sha256: string, text: string) => ({ sha256, bytes: new TextEncoder().encode(text) });

describe.each([
  ['stored', openStoredWorkspace],
  ['memory', () => Promise.resolve(openMemoryWorkspace())],
] as const)('a workspace that is %s', (persistence, open) => {
  let workspace: Workspace;
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    workspace = await open();
    return () => workspace.close();
  });

  it('says what it is, and begins empty', async () => {
    expect(workspace.persistence).toBe(persistence);
    expect(await workspace.readJournal()).toEqual({ version: 2, revision: 0, entries: [] });
  });

  it('gives a source back byte for byte', async () => {
    await workspace.commit(importOf(1, 'a'), [source('a', '编码\r\n001\0')], 0);
    expect(new TextDecoder().decode(await workspace.readSource('a'))).toBe('编码\r\n001\0');
    expect(await workspace.usedBytes()).toBeGreaterThan(0);
  });

  it('refuses a commit made on an old revision, and keeps neither its entry nor its sources', async () => {
    await workspace.commit(importOf(1, 'a'), [source('a', 'x')], 0);
    await expect(workspace.commit(importOf(2, 'b'), [source('b', 'y')], 0)).rejects.toMatchObject({ problem: 'stale' });
    const journal = await workspace.readJournal();
    expect(journal.revision).toBe(1);
    expect(journal.entries).toHaveLength(1);
    await expect(workspace.readSource('b')).rejects.toMatchObject({ problem: 'missing-source' });
  });

  it('an undone import is no longer live, and its number is not given again', async () => {
    await workspace.commit(importOf(1, 'a'), [source('a', 'x')], 0);
    await workspace.commit(importOf(2, 'b'), [source('b', 'y')], 1);
    const journal = await workspace.commit({ type: 'undo', importId: 2, at: '2026-11-24T09:00:00.000Z' }, [], 2);
    expect(liveImports(journal).map((entry) => entry.importId)).toEqual([1]);
    expect(isUndone(journal, 2)).toBe(true);
    expect(nextImportId(journal)).toBe(3);
  });

  it('erasing leaves nothing, and a window that still shows the old data cannot write', async () => {
    await workspace.commit(importOf(1, 'a'), [source('a', 'x')], 0);
    await workspace.erase();
    expect((await workspace.readJournal()).entries).toEqual([]);
    await expect(workspace.readSource('a')).rejects.toMatchObject({ problem: 'missing-source' });
    await expect(workspace.commit(importOf(2, 'b'), [source('b', 'y')], 1)).rejects.toMatchObject({ problem: 'stale' });
  });
});

describe('two windows on one stored workspace', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  it('the second sees what the first has kept, is told of it, and the later commit on the same revision is refused', async () => {
    const first = await openStoredWorkspace();
    const second = await openStoredWorkspace();
    const told = new Promise<void>((resolve) => second.onForeignChange(resolve));
    const [a, b] = await Promise.allSettled([
      first.commit(importOf(1, 'a'), [source('a', 'x')], 0),
      second.commit(importOf(1, 'b'), [source('b', 'y')], 0),
    ]);
    expect([a.status, b.status].sort()).toEqual(['fulfilled', 'rejected']);
    const journal = await second.readJournal();
    expect(journal.revision).toBe(1);
    if (a.status === 'fulfilled') await told;
    first.close();
    second.close();
  });

  it('a write that fails half-way leaves neither source nor entry', async () => {
    const workspace = await openStoredWorkspace();
    const uncloneable = { ...importOf(1, 'a'), answers: { broken: (() => 'x') as unknown as string } };
    await expect(workspace.commit(uncloneable, [source('a', 'x')], 0)).rejects.toThrow();
    expect(await workspace.readJournal()).toEqual({ version: 2, revision: 0, entries: [] });
    await expect(workspace.readSource('a')).rejects.toMatchObject({ problem: 'missing-source' });
    workspace.close();
  });
});
