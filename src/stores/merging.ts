/** The end of an import: its rows merged into the tables, its files and its journal entry kept; both, or neither. */
import { DatabaseError } from '@/database/engine';
import { commitStage } from '@/database/stage';
import { nextImportId } from '@/workspace/journal';
import type { ImportingDeps } from './importing';
import { digestsOf, store, type Storable } from './storing';

export function useMerging({
  theSession,
  keeping,
  effects,
  during,
  refresh,
  replay,
}: Omit<ImportingDeps, 'untilBack' | 'untilFree'>) {
  /** Files are packed and stored while the engine merges the rows; nothing is shown as in before both are done. */
  return async function mergeAndStore(storable: Storable): Promise<void> {
    const { engine } = theSession();
    const importId = nextImportId(keeping.journal.value);
    const digests = await digestsOf(engine, storable);
    const storing = during('busy.storing', () => store(keeping, storable, digests));
    storing.catch(() => undefined);
    try {
      await effects.before(importId);
      await commitStage(engine, { digests });
      await refresh(storing);
      await storing;
      effects.after();
    } catch (cause) {
      const failure = await storing.then(
        () => null,
        (reason: unknown) => ({ reason }),
      );
      // More than fits: the import is taken back, else it would fail again at every start.
      const isTooMuch = cause instanceof DatabaseError && cause.isOutOfMemory;
      if (isTooMuch && !failure) await keeping.keep({ type: 'undo', importId, at: storable.at });
      // Merged but not kept, or kept but not merged: what is kept is the truth, so the database is built anew from it.
      await replay(true);
      if (failure) throw failure.reason;
      if (isTooMuch) throw cause;
    }
  };
}
