/** What is put into pieces comes back the same: every table cell by cell and in order, every macro, every view. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asking, Engine } from '@/database/engine';
import { readDefinitions, restoreDefinitions, type Definition } from '@/database/definitions';
import { planPieces, writePiece } from '@/database/snapshot';
import { findingStatements } from '@/rules/findings';
import { RULE_SETS } from '@/rules/ruleSet';
import { importConformance } from '../support/importedConformance';
import { openEngine } from '../support/engine';
import { packTables, putTables } from '../support/pieces';
import { deriveAll } from '../support/scoring';

const [kept, other] = RULE_SETS.map(({ id }) => id);

/** Of every table and view of the app: how many rows, and a sum over all their cells and places. */
async function fingerprints(engine: Asking): Promise<Record<string, unknown>> {
  const names = await engine.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_catalog = current_database() AND table_type IN ('BASE TABLE', 'VIEW') ORDER BY 1",
  );
  const found: Record<string, unknown> = {};
  for (const { name } of names) {
    const [row] = await engine.query(
      `SELECT count(*) AS n, sum(hash(place, cells)::HUGEINT) AS sum FROM (SELECT row_number() OVER () AS place, t::VARCHAR AS cells FROM "${name}" t)`,
    );
    found[name] = row;
  }
  return found;
}

async function pack(engine: Engine, ruleSetIds: readonly string[]) {
  const pieces = await packTables(engine, ruleSetIds, 200_000);
  return { pieces, definitions: await readDefinitions(await engine.beside()) };
}

describe('pieces', () => {
  let engine: Engine;
  let restored: Engine;
  let packed: Awaited<ReturnType<typeof pack>>;

  beforeAll(async () => {
    engine = await openEngine();
    await importConformance(engine);
    await deriveAll(engine, RULE_SETS.slice(0, 2));
    for (const ruleSet of RULE_SETS.slice(0, 1))
      for (const statement of findingStatements(ruleSet)) await engine.run(statement);
    await engine.run(`CREATE TABLE many AS SELECT i, 'text ' || i AS words, i::HUGEINT * 10000000000000 AS wide,
      CASE WHEN i % 7 > 0 THEN (i / 8)::DECIMAL(38,16) END AS part FROM range(60000) r(i);
      DELETE FROM many WHERE i % 1000 = 3`);
    packed = await pack(engine, [kept ?? '', other ?? '']);
    restored = await openEngine();
    await putTables(restored, packed.pieces);
    await restoreDefinitions(restored, packed.definitions);
  });
  afterAll(async () => {
    await engine.close();
    await restored.close();
  });

  it('come back cell by cell, in the same order, views and macros too', async () => {
    const before = await fingerprints(engine);
    expect(Object.keys(before).length).toBeGreaterThan(30);
    expect(await fingerprints(restored)).toEqual(before);
    // What a view leaves out is printed in no order: views were compared by their rows.
    const macros = (all: readonly Definition[]): string[] =>
      all
        .map(({ sql }) => sql)
        .filter((each) => /MACRO/.test(each.slice(0, 30)))
        .sort();
    const again = await readDefinitions(restored);
    expect(macros(again)).toEqual(macros(packed.definitions));
    expect(macros(again).length).toBeGreaterThan(10);
    expect(again.length).toBe(packed.definitions.length);
  });

  it('are several where there is much, and hold nothing of a transaction that the app has begun', async () => {
    expect(packed.pieces.length).toBeGreaterThan(1);
    await engine.run("BEGIN TRANSACTION; INSERT INTO unit (unit_code) VALUES ('half')");
    const beside = await engine.beside();
    const [planned] = await planPieces(beside, []);
    if (!planned) throw new Error('nothing planned');
    await writePiece(engine, beside, planned);
    await engine.run('ROLLBACK');
    expect(await engine.query("SELECT 1 AS one FROM unit WHERE unit_code = 'half'")).toEqual([]);
  });

  it('hold only the rule sets that were asked for', async () => {
    const one = await pack(engine, [kept ?? '']);
    const rows = one.pieces.flatMap(({ content }) => content.tables).filter(({ table }) => table === 'unit_result');
    const [expected] = await engine.query<{ n: number }>(
      'SELECT count(*) AS n FROM unit_result WHERE rule_set_id = $1',
      [kept ?? ''],
    );
    expect(rows.reduce((sum, { rows: n }) => sum + n, 0)).toBe(expected?.n);
  });

  it('that were damaged, cut short, or do not hold what they are said to hold are refused', async () => {
    const piece = packed.pieces[0];
    if (!piece) throw new Error('no piece');
    const empty = await openEngine({ schema: false });
    const fill = async (bytes: Uint8Array, content = piece.content): Promise<void> => {
      await putTables(empty, [{ content, bytes }]);
    };
    for (const at of [5000, 13_000, 280_000]) {
      const damaged = piece.bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      await expect(fill(damaged), `byte ${String(at)}`).rejects.toThrow();
    }
    await expect(fill(piece.bytes.slice(0, -4096))).rejects.toThrow();
    const [first, ...rest] = piece.content.tables;
    if (!first) throw new Error('an empty piece');
    const tables = [{ ...first, rows: first.rows + 1 }, ...rest];
    await expect(fill(piece.bytes.slice(), { ...piece.content, tables })).rejects.toThrow(/rows were kept/);
    await empty.close();
  });
});
