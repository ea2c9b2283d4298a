/** Indicators that a newer file no longer has: taken out with one click, brought back with another. */
import { removeStale } from '@/database/stale';
import { liveRemovals, nextRemovalId } from '@/workspace/journal';
import type { Keeping } from './keeping';
import type { Session } from './session';

interface Deps {
  readonly theSession: () => Session;
  readonly keeping: Keeping;
  readonly refresh: () => Promise<void>;
  readonly replay: (fresh: boolean) => Promise<void>;
}

export function useRemoving({ theSession, keeping, refresh, replay }: Deps) {
  /** All that the given imports no longer had. Kept first: should taking out fail, the journal says what to build anew. */
  async function removeStaleIndicators(importIds: readonly number[], rows: number): Promise<void> {
    const removalId = nextRemovalId(keeping.journal.value);
    await keeping.keep({ type: 'removal', removalId, at: new Date().toISOString(), importIds, rows });
    try {
      await removeStale(theSession().engine, importIds);
      await refresh();
    } catch {
      await replay(true);
    }
  }

  async function undoRemoval(removalId: number): Promise<void> {
    if (!liveRemovals(keeping.journal.value).some((entry) => entry.removalId === removalId)) return;
    await keeping.keep({ type: 'undo-removal', removalId, at: new Date().toISOString() });
    await replay(true);
  }

  return { removeStaleIndicators, undoRemoval };
}
