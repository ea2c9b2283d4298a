/** What comes first when a workspace is opened again, and what becomes of the rest. In the real engine. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDefinitions } from '@/database/definitions';
import type { Engine, SqlValue } from '@/database/engine';
import { planPieces, writePiece, type PieceContent } from '@/database/snapshot';
import { RULE_SETS } from '@/rules/ruleSet';
import { deriveDataChecks, deriveFacts, deriveFindings, deriveScores } from '@/stores/derive';
import { FIRST_TABLES, reopenFrom } from '@/stores/reopening';
import { EMPTY_SCOPE } from '@/stores/scope';
import { importConformance } from '../support/importedConformance';
import { openEngine } from '../support/engine';
import { deriveAll } from '../support/scoring';

/** All that the ranking asks for. */
const RANKING = import.meta.glob<string>('../../src/views/rankings/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const ruleSet = RULE_SETS[0]!;
const COUNT = 'SELECT count(*)::INTEGER AS n FROM finance_line';
const tell = (): undefined => undefined;

type Head = Parameters<typeof reopenFrom>[1];
interface Piece {
  readonly content: PieceContent;
  readonly bytes: Uint8Array;
}

/** What is kept of an engine, as the cache keeps it. */
async function keep(kept: Engine): Promise<{ pieces: Piece[]; head: Head }> {
  const beside = await kept.beside();
  const pieces: Piece[] = [];
  for (const planned of await planPieces(beside, [ruleSet.id], { first: FIRST_TABLES, cellsPerPiece: 100_000 }))
    pieces.push(await writePiece(kept, beside, planned));
  const content = {
    scores: { ruleSets: {}, found: [] },
    scope: EMPTY_SCOPE,
    pieces: pieces.map((piece) => piece.content),
    definitions: await readDefinitions(beside),
  };
  return { pieces, head: { key: '', generation: '', pieceCount: pieces.length, byteLength: 0, content } };
}

describe('a workspace that is opened again', () => {
  let kept: Engine;
  let engine: Engine;
  let pieces: Piece[];
  let head: Head;

  beforeAll(async () => {
    kept = await openEngine();
    await importConformance(kept);
    await deriveAll(kept, [ruleSet]);
    ({ pieces, head } = await keep(kept));
  });
  afterAll(() => kept.close());
  beforeEach(async () => {
    engine = await openEngine();
  });
  afterEach(() => engine.close());

  /** Pieces after the first are held back until `go`; then they are given, the last one as `last` makes it. */
  function holding(last = (bytes: Uint8Array): Uint8Array => bytes) {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const pieceAt = async (index: number): Promise<Uint8Array> => {
      if (index > 0) await held;
      const bytes = pieces[index]!.bytes.slice();
      return index === pieces.length - 1 ? last(bytes) : bytes;
    };
    return { go, pieceAt };
  }

  it('answers all that the ranking asks for before the rest is there', async () => {
    const { go, pieceAt } = holding();
    const reopened = await reopenFrom(engine, head, pieceAt);
    expect(Object.keys(RANKING).length).toBeGreaterThan(1);
    for (const sql of Object.values(RANKING)) {
      const count = Math.max(0, ...[...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
      const params = Array<SqlValue>(count).fill(null);
      // Waiting for what is held back, it would never be answered.
      expect(await reopened.engine.query(sql, params)).toEqual(await kept.query(sql, params));
    }
    let isAnswered = false;
    const later = reopened.engine.query(COUNT).finally(() => (isAnswered = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isAnswered).toBe(false);
    go();
    expect(await reopened.rest(tell)).toBe('whole');
    const expected = await kept.query(COUNT);
    expect(Number(expected[0]?.n)).toBeGreaterThan(0);
    expect(await later).toEqual(expected);
    await reopened.engine.run('CREATE TABLE after_all AS SELECT 1 AS one');
    expect(await reopened.engine.query('SELECT count(*)::INTEGER AS n FROM indicator')).toEqual(
      await kept.query('SELECT count(*)::INTEGER AS n FROM indicator'),
    );
  });

  it('is no good where a later piece is spoilt, and whoever waits is told to ask again', async () => {
    const { go, pieceAt } = holding((bytes) => {
      bytes[13_000] = (bytes[13_000] ?? 0) ^ 0x55;
      return bytes;
    });
    const reopened = await reopenFrom(engine, head, pieceAt);
    const waiting = expect(reopened.engine.run('SELECT 1')).rejects.toMatchObject({ name: 'AbortError' });
    go();
    expect(await reopened.rest(tell)).toBe('failed');
    await waiting;
  });

  it('comes back whole where the data have changed since the checks had found something', async () => {
    const changed = await openEngine();
    try {
      await importConformance(changed);
      for (const again of [false, true]) {
        await deriveFacts(changed, tell);
        await deriveScores(changed, ruleSet, tell);
        if (again) break;
        await deriveDataChecks(changed, tell);
        await deriveFindings(changed, ruleSet, tell);
      }
      const { pieces: bytes, head: its } = await keep(changed);
      const reopened = await reopenFrom(engine, its, (index) => Promise.resolve(bytes[index]!.bytes.slice()));
      expect(await reopened.rest(tell)).toBe('whole');
    } finally {
      await changed.close();
    }
  });

  it('is refused where the first piece is spoilt', async () => {
    const pieceAt = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array(head.content.pieces[0]!.byteLength));
    await expect(reopenFrom(engine, head, pieceAt)).rejects.toThrow();
  });
});
