/**
 * The journal as this window knows it, and the one way to add to it. Commits go one after the other: two at once would
 * both name the same revision, and the second would be taken for another window's.
 */
import { ref, shallowRef } from 'vue';
import { EMPTY_JOURNAL, type Journal, type JournalEntry } from '@/workspace/journal';
import { WorkspaceError, type Source, type Workspace } from '@/workspace/workspace';

/** `makeRoom`: gives up what is not needed when the disk is full; tells whether there was such a thing. */
export function useKeeping(
  workspace: () => Workspace,
  makeRoom: () => Promise<boolean> = () => Promise.resolve(false),
) {
  const journal = shallowRef<Journal>(EMPTY_JOURNAL);
  /** Another window has changed the workspace since this one read it. */
  const outdated = ref(false);
  let last: Promise<unknown> = Promise.resolve();

  /** Runs one change of the workspace when those before it have ended; the journal is then what it gives. */
  function change(work: (workspace: Workspace, revision: number) => Promise<Journal>): Promise<void> {
    const next = last.then(async () => {
      try {
        journal.value = await work(workspace(), journal.value.revision).catch(async (cause: unknown) => {
          const isFull = cause instanceof WorkspaceError && cause.problem === 'full';
          if (!isFull || !(await makeRoom())) throw cause;
          return work(workspace(), journal.value.revision);
        });
      } catch (cause) {
        if (cause instanceof WorkspaceError && cause.problem === 'stale') outdated.value = true;
        throw cause;
      }
    });
    last = next.catch(() => undefined);
    return next;
  }

  const keep = (entry: JournalEntry, sources: readonly Source[] = []): Promise<void> =>
    change((target, revision) => target.commit(entry, sources, revision));

  return { journal, outdated, change, keep };
}

export type Keeping = ReturnType<typeof useKeeping>;
