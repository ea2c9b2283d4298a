/** Databases apart: what is shared all the same, and what is left where one cannot be made or taken away. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApart } from '@/database/apart';
import type { Beside, Engine } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import { openEngine } from '../support/engine';

const never = new AbortController().signal;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** One row that goes in and one that is rejected, whose amount is `name`. */
function rows(name: string, amount: number) {
  const text = `年度,单位编码,单位名称,口径,科目,金额,金额单位\n2023,1,${name},决算,支出合计,${String(amount)},万元\n2023,1,${name},决算,收入合计,${name},元\n`;
  return new Pipeline().read([{ name: `${name}.csv`, bytes: new TextEncoder().encode(text) }]);
}

it('two stagings at once on one engine each read their own files', async () => {
  const names = ['甲', '乙'];
  const seen = await Promise.all(
    names.map(async (name, index) => {
      const apart = await openApart(engine, never);
      // In step: what one registers the other may read.
      await stage(apart.engine, rows(name, index), { importId: 1 });
      await commitStage(apart.engine);
      const amounts = await apart.engine.query('SELECT amount::INTEGER AS amount FROM finance_row');
      const rejects = await apart.engine.query('SELECT file_name, value FROM reject');
      await apart.close();
      return { amounts, rejects };
    }),
  );
  expect(seen).toEqual(
    names.map((name, amount) => ({ amounts: [{ amount }], rejects: [{ file_name: `${name}.csv`, value: name }] })),
  );
});

/** The engine; statements of its other connections fail where they match. `ended`: how many of those are over. */
function failing(at: RegExp) {
  const told = { ended: 0 };
  const beside = async (): Promise<Beside> => {
    const own = await engine.beside();
    const run = (sql: string): Promise<void> => (at.test(sql) ? Promise.reject(new Error(sql)) : own.run(sql));
    return { ...own, run, end: () => ((told.ended += 1), own.end()) };
  };
  return { engine: { ...engine, beside }, told };
}

it('its connection ends even where the database cannot be taken away', async () => {
  const { engine: broken, told } = failing(/DETACH/);
  const apart = await openApart(broken, never);
  await expect(apart.close()).rejects.toThrow('DETACH');
  expect(told.ended).toBe(1);
});

it('where it cannot be made, that is what is told', async () => {
  const { engine: broken, told } = failing(/DETACH|CREATE TABLE/);
  await expect(openApart(broken, never)).rejects.toThrow('CREATE TABLE');
  expect(told.ended).toBe(1);
});
