/**
 * What was kept of the tables comes back: first what the first ranking asks for, then the rest, while the ranking is on
 * screen. Whoever asks for something that is not back yet waits for it (`database/arriving.ts`).
 */
import { arrivingEngine, namesIn, type Arriving } from '@/database/arriving';
import { restoreDefinitions, type Definition } from '@/database/definitions';
import type { Engine } from '@/database/engine';
import { restorePieces, type PieceContent } from '@/database/snapshot';
import type { CacheHead, DerivedCache } from '@/workspace/derived/client';
import type { Progress } from './derive';
import type { Scope } from './scope';

/** What the tables hold beside the data: scores under these rule sets (as JSON, by id), findings under those. */
export interface KeptScores {
  readonly ruleSets: Readonly<Record<string, string>>;
  readonly found: readonly string[];
}

export interface Snapshot {
  readonly scores: KeptScores;
  readonly scope: Scope;
  readonly pieces: readonly PieceContent[];
  readonly definitions: readonly Definition[];
}

export interface Reopened {
  readonly scores: KeptScores;
  readonly scope: Scope;
  /** To be asked from now on; once all is back it is as good as the one beneath it. */
  readonly engine: Engine;
  /**
   * Brings the rest back; nobody may close the engine meanwhile. Tells whether that went well: where it has 'failed', engine
   * and tables are to be thrown away.
   */
  readonly rest: (tell: Progress) => Promise<'whole' | 'failed'>;
}

/** What the ranking asks for (tests/views/rankings knows): it comes first. */
export const FIRST_TABLES = ['rule_set', 'unit_predecessor', 'unit_result'] as const;
/** How many pieces are unpacked before the engine has taken them. */
const AHEAD = 3;

type Cache = Pick<DerivedCache<Snapshot>, 'readHead' | 'readPiece'>;

/** Pieces that are on their way: a few are asked for ahead, the first of them while the engine starts. */
export function readingAhead(cache: Cache, head: CacheHead<Snapshot>) {
  const ahead = new Map<number, Promise<Uint8Array | null>>();

  function ask(from: number): void {
    for (let index = from; index < Math.min(from + AHEAD, head.pieceCount); index += 1) {
      if (ahead.has(index)) continue;
      const piece = cache.readPiece(head.generation, index);
      piece.catch(() => undefined);
      ahead.set(index, piece);
    }
  }
  ask(0);

  return async function pieceAt(index: number): Promise<Uint8Array> {
    ask(index);
    const bytes = await ahead.get(index);
    ahead.delete(index);
    if (!bytes) throw new Error(`piece ${String(index)} is gone`);
    return bytes;
  };
}

/**
 * Fills an engine that has empty tables. Resolves once what the ranking needs is there; rejects where that is no good: the
 * engine is then to be thrown away.
 */
export async function reopenFrom(
  engine: Engine,
  { content, pieceCount }: CacheHead<Snapshot>,
  pieceAt: (index: number) => Promise<Uint8Array>,
): Promise<Reopened> {
  const { pieces, definitions, scores, scope } = content;
  const tables = pieces.flatMap((piece) => piece.tables.map(({ table }) => table));
  const arriving = arrivingEngine(engine, [...tables, ...definitions.map(({ name }) => name)].map(lower));
  let tell: Progress = () => undefined;
  let left = definitions;

  async function define(some: readonly Definition[]): Promise<void> {
    await restoreDefinitions(engine, some);
    left = left.filter((each) => !some.includes(each));
    arriving.arrived(some.map(({ name }) => lower(name)));
  }

  let isOpen = (): void => undefined;
  const opened = new Promise<void>((resolve) => (isOpen = resolve));
  async function bringBack(): Promise<void> {
    await restorePieces(
      engine,
      pieces,
      async (index) => {
        tell(index, pieceCount);
        return pieceAt(index);
      },
      async (whole) => {
        arriving.arrived(whole.map(lower));
        if (left !== definitions || !arriving.has(FIRST_TABLES)) return;
        await define(definable(definitions, arriving));
        isOpen();
      },
    );
    await define(left);
    tell(pieceCount, pieceCount);
    arriving.whole();
  }

  const bringing = bringBack();
  await Promise.race([opened, bringing]);
  return {
    scores,
    scope,
    engine: arriving.engine,
    rest: async (report) => {
      tell = report;
      try {
        await bringing;
        return 'whole';
      } catch {
        // Nobody is told of it: the data are read again, and then it is asked again.
        arriving.refuse(new DOMException('what was kept is no good', 'AbortError'));
        return 'failed';
      }
    },
  };
}

const lower = (name: string): string => name.toLowerCase();

/** Those that name nothing that is still to come, each after what it names. */
function definable(definitions: readonly Definition[], arriving: Arriving): Definition[] {
  const found: Definition[] = [];
  const made = new Set<string>();
  for (const definition of definitions) {
    const name = lower(definition.name);
    const others = namesIn(definition.sql).filter((each) => each !== name && !made.has(each));
    if (!arriving.has(others)) continue;
    made.add(name);
    found.push(definition);
  }
  return found;
}
