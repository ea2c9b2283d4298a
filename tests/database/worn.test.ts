/** Rows that are replaced again and again do not fill the engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { renewTables, wornTables } from '@/database/worn';
import { openEngine } from '../support/engine';

const ROWS = 20_000;
let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ schema: false });
  await engine.run('CREATE TABLE score (rule_set_id VARCHAR, unit INTEGER, total DECIMAL(38,16))');
}, 60_000);
afterAll(() => engine.close());

async function scoreAgain(round: number): Promise<void> {
  await engine.run('DELETE FROM score');
  await engine.run(`INSERT INTO score SELECT 'a', range, range / 7 + ${String(round)} FROM range(${String(ROWS)})`);
}

describe('a table whose rows are replaced', () => {
  it('keeps the room of the old ones until it is made anew, with the same rows in the same order', async () => {
    let round = 0;
    let worn: readonly string[] = [];
    while (worn.length === 0 && round < 20) {
      round += 1;
      await scoreAgain(round);
      worn = await wornTables(engine, ['score']);
    }
    // Four times the rows are gone by then, not more.
    expect([round, worn]).toEqual([5, ['score']]);
    const rows = await engine.query('SELECT * FROM score');
    await renewTables(engine, worn);
    expect(await engine.query('SELECT * FROM score')).toEqual(rows);
    expect(await engine.query('SELECT max(rowid)::INTEGER AS last FROM score')).toEqual([{ last: ROWS - 1 }]);
    expect(await wornTables(engine, ['score'])).toEqual([]);
  });

  it('is left alone while it is small', async () => {
    await engine.run('CREATE TABLE few (n INTEGER); INSERT INTO few SELECT range FROM range(40000); DELETE FROM few');
    await engine.run('INSERT INTO few VALUES (1)');
    expect(await wornTables(engine, ['few'])).toEqual([]);
  });
});
