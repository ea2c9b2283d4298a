/**
 * The whole workspace out to one file, and in again from one. Reading a file changes nothing; what it holds is shown beside
 * what is there, and takes its place only when that has been agreed to.
 */
import { shallowRef } from 'vue';
import { sha256 } from '@/database/hash';
import { EMPTY_JOURNAL, liveImports, type JournalEntry } from '@/workspace/journal';
import type { JilanContent } from '@/workspace/jilanFile';
import type { useBusy } from './busy';
import type { Keeping } from './keeping';
import type { Session } from './session';

export const JILAN_NAME = /\.jilan$/i;

/** What a journal amounts to, for "what is there, what comes". */
export interface Holding {
  readonly imports: number;
  readonly files: number;
  readonly rows: number;
  readonly ruleSets: number;
  readonly reviews: number;
  /** ISO time of its last change. */
  readonly lastAt: string | null;
}

export interface Opening {
  readonly fileName: string;
  readonly savedAt: string;
  readonly present: Holding;
  readonly coming: Holding;
}

interface Deps {
  readonly theSession: () => Session;
  /** As `useStartup` gives it. */
  readonly untilBack: () => Promise<void>;
  readonly keeping: Keeping;
  readonly during: ReturnType<typeof useBusy>['during'];
  readonly replay: (fresh: boolean) => Promise<void>;
}

export function holdingOf(entries: readonly JournalEntry[]): Holding {
  const journal = { ...EMPTY_JOURNAL, entries };
  const live = liveImports(journal);
  const ruleSets = entries.flatMap((entry) => (entry.type === 'rule-set' ? [entry.ruleSetId] : []));
  const reviews = entries.flatMap((entry) => (entry.type === 'review' ? [entry.findingKey] : []));
  return {
    imports: live.length,
    files: live.reduce((sum, entry) => sum + entry.files.length, 0),
    rows: live.reduce((sum, entry) => sum + entry.counts.imported, 0),
    ruleSets: new Set(ruleSets).size,
    reviews: new Set(reviews).size,
    lastAt: entries.at(-1)?.at ?? null,
  };
}

export function useTransfer({ theSession, untilBack, keeping, during, replay }: Deps) {
  const opening = shallowRef<Opening | null>(null);
  let content: JilanContent | null = null;

  /** The workspace as a file. */
  async function saveWorkspace(): Promise<Blob> {
    const { writeJilan } = await import('@/workspace/jilanFile');
    return during('busy.saving', (tell) =>
      writeJilan(theSession().workspace, keeping.journal.value, new Date().toISOString(), tell),
    );
  }

  /** Reads a file and asks. Rejects with JilanError for one that cannot be used. */
  async function openWorkspaceFile(file: File): Promise<void> {
    const { readJilan } = await import('@/workspace/jilanFile');
    await untilBack();
    const { engine } = theSession();
    content = await during('busy.checking', (tell) => readJilan(file, (bytes) => sha256(engine, bytes), tell));
    opening.value = {
      fileName: file.name,
      savedAt: content.savedAt,
      present: holdingOf(keeping.journal.value.entries),
      coming: holdingOf(content.entries),
    };
    // Nothing would be lost: nothing is asked.
    if (keeping.journal.value.entries.length === 0) await confirmOpening();
  }

  async function confirmOpening(): Promise<void> {
    const agreed = content;
    if (!agreed) return;
    cancelOpening();
    await during('busy.storing', () =>
      keeping.change((workspace, revision) => workspace.replaceAll(agreed.entries, agreed.sources, revision)),
    );
    await replay(true);
  }

  function cancelOpening(): void {
    content = null;
    opening.value = null;
  }

  return { opening, saveWorkspace, openWorkspaceFile, confirmOpening, cancelOpening };
}
