/**
 * What was derived is kept, so that reopening need not read the files again: tables, scores and findings as pieces in
 * `workspace/derivedCache`, under a key that names the journal's steps in force and the build of the app. A cache: whatever
 * does not match, is not whole or fails in any way is thrown away, and the journal is replayed.
 *
 * It is written when nothing has been asked for a while, a piece at a time, and stops as soon as something is.
 */
import { ref, watch } from 'vue';
import type { Asking, Engine } from '@/database/engine';
import {
  checkRows,
  planPieces,
  readDefinitions,
  restoreDefinitions,
  restorePiece,
  writePiece,
  type PieceContent,
} from '@/database/snapshot';
import { openDerivedCache, type CacheHead, type DerivedCache } from '@/workspace/derivedCache';
import { liveSteps, type Journal } from '@/workspace/journal';
import type { Progress } from './derive';
import { usePending } from './pending';

/** What the tables hold beside the data: scores under these rule sets (as JSON, by id), findings under those. */
export interface KeptScores {
  readonly ruleSets: Readonly<Record<string, string>>;
  readonly found: readonly string[];
}

interface Snapshot {
  readonly scores: KeptScores;
  readonly pieces: readonly PieceContent[];
  readonly definitions: readonly string[];
}

export interface SnapshotDeps {
  /** Names the build of the app; null: nothing is kept (in development, where code changes under the same name). */
  readonly build: string | null;
  readonly theEngine: () => Engine;
  readonly journal: () => Journal;
  readonly scores: () => KeptScores;
  /** Whether tables are as the journal says and nothing is about to change them. */
  readonly isSettled: () => boolean;
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

export function useSnapshots({ build, theEngine, journal, scores, isSettled }: SnapshotDeps) {
  const pending = usePending();
  const cachedBytes = ref(0);
  let cache: Promise<DerivedCache<Snapshot> | null> | null = null;
  /** Counts changes: what was begun before the last one is not published. */
  let version = 0;
  let writing = false;
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

  const theCache = (): Promise<DerivedCache<Snapshot> | null> =>
    (cache ??= build === null ? Promise.resolve(null) : openDerivedCache<Snapshot>());

  const key = (): string => JSON.stringify([build, liveSteps(journal())]);

  /**
   * Fills an engine that has empty tables. Gives what is there then; 'nothing' where nothing fitting is kept; 'failed' where
   * what was kept is no good: the engine is then to be thrown away.
   */
  async function reopen(tell: Progress): Promise<KeptScores | 'nothing' | 'failed'> {
    let head: CacheHead<Snapshot> | null = null;
    try {
      const kept = await theCache();
      head = (await kept?.readHead()) ?? null;
      if (!kept || !head) return 'nothing';
      if (head.key !== key()) {
        await clear();
        return 'nothing';
      }
      await restore(kept, head, tell);
      cachedBytes.value = head.byteLength;
      return head.content.scores;
    } catch {
      await clear();
      return head === null ? 'nothing' : 'failed';
    }
  }

  async function restore(kept: DerivedCache<Snapshot>, head: CacheHead<Snapshot>, tell: Progress): Promise<void> {
    const { generation, content } = head;
    const read = (index: number): Promise<Uint8Array | null> =>
      index < head.pieceCount ? kept.readPiece(generation, index) : Promise.resolve(null);
    let next = read(0);
    for (const [index, piece] of content.pieces.entries()) {
      tell(index, head.pieceCount);
      const bytes = await next;
      if (!bytes) throw new Error(`piece ${String(index)} is gone`);
      next = read(index + 1);
      next.catch(() => undefined);
      await restorePiece(theEngine(), bytes, piece);
    }
    await restoreDefinitions(theEngine(), content.definitions);
    await checkRows(theEngine(), content.pieces);
    tell(head.pieceCount, head.pieceCount);
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

  /** Waits until nothing is asked. Rejects where something has changed since. */
  async function quiet(since: number): Promise<void> {
    while (version === since && !isQuiet()) await pause(QUIET_MS / 3);
    if (version !== since) throw new Error('overtaken');
  }

  async function write(): Promise<void> {
    if (writing || liveSteps(journal()).length === 0) return;
    if (!isQuiet()) return again();
    writing = true;
    const since = version;
    try {
      const kept = await theCache();
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
    const generation = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    const pieces: PieceContent[] = [];
    try {
      const planned = await planPieces(beside, Object.keys(held.ruleSets));
      const definitions = await readDefinitions(beside);
      for (const [index, piece] of planned.entries()) {
        await quiet(since);
        const { content, bytes } = await writePiece(engine, beside, piece);
        await kept.writePiece(generation, index, bytes);
        pieces.push(content);
      }
      await quiet(since);
      if (key() !== mine) throw new Error('overtaken');
      const byteLength = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
      const content = { scores: held, pieces, definitions };
      await kept.publish({ key: mine, generation, pieceCount: pieces.length, byteLength, content });
      cachedBytes.value = byteLength;
    } catch (cause) {
      await kept.drop(generation);
      throw cause;
    }
  }

  /** Nothing is kept any more; quietly, since nothing is lost by it. Tells whether there was something. */
  async function clear(): Promise<boolean> {
    version += 1;
    const freed = cachedBytes.value > 0;
    cachedBytes.value = 0;
    try {
      await (await theCache())?.clear();
    } catch {
      return false;
    }
    return freed;
  }

  return { cachedBytes, reopen, changed, clear };
}
