/**
 * What files say is what the tables hold: any table in any dialect, encoding, shape, order of columns, unit of money and
 * style of numbers, through the app's reader, its staging and DuckDB. A second import of the same content changes nothing.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '@/database/engine';
import { commitStage, stage, type StageReport } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import { openEngine } from '../support/engine';
import { knownDrops, type KnownDrop } from '../support/drop';
import { clearImported } from '../support/tables';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
}, 60_000);
afterAll(() => engine.close());

async function importDrop({ files }: KnownDrop, importId: number): Promise<StageReport> {
  const pipeline = new Pipeline();
  pipeline.inspect(files);
  const report = await stage(engine, pipeline.read(files), { importId });
  await commitStage(engine);
  return report;
}

const trimmed = (value: unknown): string => {
  const text = value === null ? '' : String(value);
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
};
async function said(sql: string): Promise<string[]> {
  const rows = await engine.query(sql);
  return rows.map((row) => Object.values(row).map(trimmed).join(' ')).sort();
}
const tables = async (): Promise<unknown> => ({
  finance: await said('SELECT fiscal_year, unit_code, item, stage, amount FROM finance WHERE amount IS NOT NULL'),
  indicators: await said(
    'SELECT fiscal_year, unit_code, indicator_no, indicator, target, achieved, weight, reported_score FROM indicator',
  ),
  conclusions: await said('SELECT fiscal_year, unit_code, reported_total, reported_grade FROM conclusion'),
  units: await said('SELECT unit_code, unit_name, staff_quota FROM unit'),
});

test('a drop written in any way says what was written, and saying it twice changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(knownDrops, async (drop) => {
      await clearImported(engine);
      const first = await importDrop(drop, 1);
      const { finance, indicators, conclusions, units } = drop;
      const expected = Object.fromEntries(
        Object.entries({ finance, indicators, conclusions, units }).map(([name, lines]) => [name, [...lines].sort()]),
      );
      expect(first.rejects).toEqual([]);
      expect(await tables()).toEqual(expected);
      expect(first.counts).toMatchObject({ imported: drop.rowCount, rejected: 0, cells: 0, refused: 0, aside: 0 });
      const second = await importDrop(drop, 2);
      expect(second.counts).toMatchObject({ imported: 0, replaced: 0, unchanged: drop.rowCount, rejected: 0 });
      expect(await tables()).toEqual(expected);
    }),
    { numRuns: 6 },
  );
}, 300_000);
