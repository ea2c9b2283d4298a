/**
 * "What did this import change?" The scores before it are those that had been computed anyway; the scores after it are
 * those that the next view asks for. Where there is little data both are computed at once; where there is much and no
 * scores were there, the answer waits until somebody asks, and is then worked out in an engine of its own.
 */
import type { Answers, SourceFile } from '@/import/protocol';
import { RULE_SETS } from '@/rules/ruleSet';
import { liveSteps, type EffectEntry } from '@/workspace/journal';
import { deriveFacts, deriveScores, type Progress } from './derive';
import { forgetBefore, measure, noteBefore } from './effectQuery';
import type { Keeping } from './keeping';
import { rebuild } from './rebuild';
import { openEngine, type Session } from './session';
import type { useBusy } from './busy';

/** Rows up to which scoring takes a moment only. */
const LITTLE = 60_000;

interface Deps {
  readonly theSession: () => Session;
  readonly keeping: Keeping;
  readonly ensureScores: (ruleSetId: string) => Promise<void>;
  readonly isScored: (ruleSetId: string) => boolean;
  readonly rowCount: () => number;
  readonly during: ReturnType<typeof useBusy>['during'];
}

export function useEffects({ theSession, keeping, ensureScores, isScored, rowCount, during }: Deps) {
  const ruleSet = RULE_SETS[0];
  /** The import whose effect is still to be measured. */
  let waiting: number | null = null;

  const entryOf = (importId: number, measured: Pick<EffectEntry, 'totals' | 'amounts'>): EffectEntry => ({
    type: 'effect',
    importId,
    at: new Date().toISOString(),
    ruleSetTitle: ruleSet?.title ?? '',
    ...measured,
  });

  /** An effect is told, never owed: nothing that goes wrong with it may cost the import. */
  async function quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      waiting = null;
    }
  }

  /** Just before an import is merged. */
  const before = (importId: number): Promise<void> =>
    quietly(async () => {
      waiting = null;
      if (!ruleSet || rowCount() === 0) return;
      if (!isScored(ruleSet.id) && rowCount() > LITTLE) return;
      await ensureScores(ruleSet.id);
      await noteBefore(theSession().engine, ruleSet.id);
      waiting = importId;
    });

  /** After the facts of the new data are there; what is much waits for the view that needs the scores. */
  function after(): void {
    if (waiting !== null && ruleSet && rowCount() <= LITTLE) void quietly(() => ensureScores(ruleSet.id));
  }

  /** Whenever scores have been computed. */
  const scored = (ruleSetId: string): Promise<void> =>
    quietly(async () => {
      const importId = waiting;
      if (importId === null || ruleSetId !== ruleSet?.id) return;
      waiting = null;
      const { engine } = theSession();
      const measured = await measure(engine, ruleSetId);
      await forgetBefore(engine);
      await keeping.keep(entryOf(importId, measured));
    });

  /** The data were built anew: what was noted is gone. */
  function forget(): void {
    waiting = null;
  }

  /** For an import whose effect was not measured when it came in. */
  async function measureAgain(importId: number): Promise<void> {
    if (!ruleSet) return;
    const { importer, workspace } = theSession();
    const steps = liveSteps(keeping.journal.value);
    const index = steps.findIndex((step) => step.type === 'import' && step.importId === importId);
    const step = steps[index];
    if (!step) return;
    const stop = new AbortController();
    const { signal } = stop;
    const reader = {
      read: (files: readonly SourceFile[], answers?: Answers) => importer.read(files, answers, { signal }),
    };
    const work = async (tell: Progress): Promise<void> => {
      const engine = await openEngine();
      // Closed, it refuses whatever is still asked of it.
      signal.addEventListener('abort', () => void engine.close());
      try {
        signal.throwIfAborted();
        const score = async (progress: Progress): Promise<void> => {
          await deriveFacts(engine, () => undefined);
          await deriveScores(engine, ruleSet, progress);
        };
        await rebuild(engine, reader, workspace, steps.slice(0, index), tell);
        await score(tell);
        await noteBefore(engine, ruleSet.id);
        await rebuild(engine, reader, workspace, [step], tell);
        await score(tell);
        await keeping.keep(entryOf(importId, await measure(engine, ruleSet.id)));
      } catch (cause) {
        if (!signal.aborted) throw cause;
      } finally {
        if (!signal.aborted) await engine.close();
      }
    };
    await during('busy.measuring', work, () => stop.abort());
  }

  return { before, after, scored, forget, measureAgain };
}

export type Effects = ReturnType<typeof useEffects>;
