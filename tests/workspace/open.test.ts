import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import { useKeeping } from '@/stores/keeping';
import type { JournalEntry } from '@/workspace/journal';
import { openStoredWorkspace } from '@/workspace/indexedDb';
import { openWorkspace } from '@/workspace/open';

afterEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const review = (findingKey: string): JournalEntry => ({
  type: 'review',
  at: '2026-11-24T08:00:00.000Z',
  findingKey,
  reviewed: true,
  note: '',
});

describe('opening the workspace', () => {
  it('is in memory where the browser keeps nothing, as in a private window', async () => {
    const refusing = {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    };
    Object.defineProperty(globalThis, 'indexedDB', { value: refusing, writable: true, configurable: true });
    const workspace = await openWorkspace();
    expect(workspace.persistence).toBe('memory');
    const journal = await workspace.commit(review('a'), [], 0);
    expect(journal.revision).toBe(1);
  });
});

describe('adding to the journal', () => {
  it('goes one after the other: none of several at once is taken for another window', async () => {
    const workspace = await openStoredWorkspace();
    const keeping = useKeeping(() => workspace);
    await Promise.all(['a', 'b', 'c'].map((key) => keeping.keep(review(key))));
    expect(keeping.journal.value).toMatchObject({ revision: 3 });
    expect(keeping.outdated.value).toBe(false);
    workspace.close();
  });

  it('another window is told of, and what comes after it still goes on its own', async () => {
    const [here, there] = [await openStoredWorkspace(), await openStoredWorkspace()];
    const keeping = useKeeping(() => here);
    await there.commit(review('x'), [], 0);
    await expect(keeping.keep(review('a'))).rejects.toMatchObject({ problem: 'stale' });
    expect(keeping.outdated.value).toBe(true);
    keeping.journal.value = await here.readJournal();
    await keeping.keep(review('b'));
    expect(keeping.journal.value.entries).toHaveLength(2);
    here.close();
    there.close();
  });
});
