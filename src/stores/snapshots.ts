/**
 * What was derived is kept, so that reopening need not read the files again: tables, scores and findings as pieces in
 * `workspace/derived`, under a key that names the journal's steps in force and the build of the app. A cache: whatever
 * does not match, is not whole or fails in any way is thrown away, and the journal is replayed.
 *
 * It is written when nothing has been asked for a while, a piece at a time, and stops as soon as something is.
 */
import { ref, watch } from 'vue';
import type { Asking, Engine } from '@/database/engine';
import { readDefinitions } from '@/database/definitions';
import { planPieces, writePiece, type PieceContent } from '@/database/snapshot';
import { startAppWorker } from '@/database/startWorker';
import { startDerivedCache, type CacheHead, type DerivedCache } from '@/workspace/derived/client';
import { newGeneration } from '@/workspace/derived/generation';
import { liveSteps, type Journal } from '@/workspace/journal';
import { usePending } from './pending';
import { FIRST_TABLES, readingAhead, reopenFrom, type KeptScores, type Reopened, type Snapshot } from './reopening';
import type { Scope } from './scope';

export interface SnapshotDeps {
  /** Names the build of the app; null: nothing is kept (in development, where code changes under the same name). */
  readonly build: string | null;
  readonly theEngine: () => Engine;
  readonly journal: () => Journal;
  readonly scores: () => KeptScores;
  readonly scope: () => Scope;
  /** Whether tables are as the journal says and nothing is about to change them. */
  readonly isSettled: () => boolean;
  /**
   * Whether this window is one that keeps: its workspace is stored, and no other window has changed (or erased) it since.
   * Once it is not, it never is again.
   */
  readonly mayKeep: () => boolean;
  /** For tests, where there is no worker. */
  readonly openCache?: <Content>() => DerivedCache<Content>;
}

/** How long nothing must have been asked before a piece is written. */
const QUIET_MS = 600;
/** After a change; longer where no scores are there yet, which mostly follow. */
const AFTER_SCORES_MS = 1500;
const BEFORE_SCORES_MS = 8000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Content and build are in the name of the script that the page starts with: it changes with any of them. */
export function buildOf(page: Pick<Document, 'querySelector'> = document): string | null {
  if (!import.meta.env.PROD) return null;
  return page.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src.replace(/^.*\//, '') ?? null;
}

export function useSnapshots(deps: SnapshotDeps) {
  const { build, theEngine, journal, scores, scope, isSettled, mayKeep } = deps;
  const openCache = deps.openCache ?? (<Content>() => startDerivedCache<Content>(startAppWorker));
  const pending = usePending();
  const cachedBytes = ref(0);
  let cache: DerivedCache<Snapshot> | null = null;
  /** Counts changes: what was begun before the last one is not published. */
  let version = 0;
  let writing = false;
  /** The disk was full: in this session its room is left to what cannot be derived. */
  let isFull = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastBusy = 0;
  const besides = new WeakMap<Engine, Promise<Asking>>();

  watch(
    () => pending.ready,
    (ready) => {
      if (!ready) lastBusy = performance.now();
    },
    { flush: 'sync' },
  );

  const theCache = (): DerivedCache<Snapshot> | null => (build === null ? null : (cache ??= openCache<Snapshot>()));

  /** What is kept, and its pieces as they come: read from before the engine is there. */
  let opening: Promise<{ head: CacheHead<Snapshot>; pieceAt: (index: number) => Promise<Uint8Array> } | null> | null =
    null;

  /** Begins to read what is kept; to be called before the engine is there. */
  function prepare(): void {
    opening = (async () => {
      const kept = theCache();
      const head = (await kept?.readHead()) ?? null;
      return kept && head && { head, pieceAt: readingAhead(kept, head) };
    })();
    opening.catch(() => undefined);
  }

  const key = (): string => JSON.stringify([build, liveSteps(journal())]);

  /**
   * Fills an engine that has empty tables, as `reopenFrom` does; 'nothing' where nothing fitting is kept; 'failed' where
   * what was kept is no good: the engine is then to be thrown away.
   */
  async function reopen(): Promise<Reopened | 'nothing' | 'failed'> {
    const found = (await opening?.catch(() => null)) ?? null;
    opening = null;
    if (found?.head.key !== key()) {
      void tidy(found?.head ?? null);
      return 'nothing';
    }
    const { head, pieceAt } = found;
    try {
      const reopened = await reopenFrom(theEngine(), head, pieceAt);
      cachedBytes.value = head.byteLength;
      return {
        ...reopened,
        rest: async (tell) => {
          const end = await reopened.rest(tell);
          if (end === 'failed') cachedBytes.value = 0;
          void tidy(end === 'failed' ? head : null);
          return end;
        },
      };
    } catch {
      void tidy(head);
      return 'failed';
    }
  }

  /** Takes away `unfit` and what closed windows left over; of an empty workspace nothing is kept at all. Best effort. */
  async function tidy(unfit: CacheHead<Snapshot> | null): Promise<void> {
    try {
      const kept = theCache();
      if (liveSteps(journal()).length === 0) await kept?.clear();
      if (unfit) await kept?.drop(unfit.generation);
      await kept?.sweep(Date.now());
    } catch {
      // The next start tries again.
    }
  }

  /** Data or scores have changed: what they are now is kept once nothing happens any more. */
  function changed(): void {
    version += 1;
    again();
  }

  function again(): void {
    if (build === null) return;
    clearTimeout(timer);
    const isScored = Object.keys(scores().ruleSets).length > 0;
    timer = setTimeout(() => void write(), isScored ? AFTER_SCORES_MS : BEFORE_SCORES_MS);
  }

  const isQuiet = (): boolean => pending.ready && isSettled() && performance.now() - lastBusy > QUIET_MS;

  /** Throws where something has changed since, here or in another window. */
  function goOn(since: number): void {
    if (version !== since || !mayKeep()) throw new Error('overtaken');
  }

  /** Waits until nothing is asked; rejects as `goOn` throws. */
  async function quiet(since: number): Promise<void> {
    goOn(since);
    while (!isQuiet()) {
      await pause(QUIET_MS / 3);
      goOn(since);
    }
  }

  async function write(): Promise<void> {
    if (writing || isFull || !mayKeep() || liveSteps(journal()).length === 0) return;
    if (!isQuiet()) return again();
    writing = true;
    const since = version;
    try {
      const kept = theCache();
      if (kept) await writeTo(kept, since);
    } catch {
      // Best effort: a full disk, a closed engine, or data that have changed meanwhile.
    } finally {
      writing = false;
    }
    if (version !== since) again();
  }

  async function writeTo(kept: DerivedCache<Snapshot>, since: number): Promise<void> {
    const [mine, held] = [key(), scores()];
    const before = await kept.readHead();
    if (before?.key === mine && JSON.stringify(before.content.scores) === JSON.stringify(held)) return;
    const engine = theEngine();
    const connected = besides.get(engine) ?? engine.beside();
    besides.set(engine, connected);
    const beside = await connected;
    const generation = newGeneration(Date.now());
    const pieces: PieceContent[] = [];
    let byteLength = 0;
    try {
      const planned = await planPieces(beside, Object.keys(held.ruleSets), { first: FIRST_TABLES });
      const definitions = await readDefinitions(beside);
      for (const [index, piece] of planned.entries()) {
        await quiet(since);
        const { content, bytes } = await writePiece(engine, beside, piece);
        goOn(since);
        byteLength += await kept.writePiece(generation, index, bytes);
        pieces.push(content);
      }
      await quiet(since);
      if (key() !== mine) throw new Error('overtaken');
      const content = { scores: held, scope: scope(), pieces, definitions };
      await kept.publish({ key: mine, generation, pieceCount: pieces.length, byteLength, content });
      cachedBytes.value = byteLength;
    } catch (cause) {
      await kept.drop(generation);
      throw cause;
    }
  }

  /**
   * Nothing is kept any more, nor written on; quietly, since nothing is lost by it. Tells whether there was something,
   * published or not, of this window or another.
   */
  async function clear(): Promise<boolean> {
    version += 1;
    cachedBytes.value = 0;
    try {
      return (await theCache()?.clear()) ?? false;
    } catch {
      return false;
    }
  }

  /** The disk is full: gives up what is kept, and keeps nothing more until the next start. Tells whether that freed any. */
  function makeRoom(): Promise<boolean> {
    isFull = true;
    return clear();
  }

  return { cachedBytes, prepare, reopen, changed, clear, makeRoom };
}
