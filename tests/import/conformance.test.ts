import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '@/database/engine';
import { commitStage, stage, type StageReport } from '@/database/stage';
import { unguard } from '@/import/cells';
import { Pipeline } from '@/import/pipeline';
import { expectedRows, fileRows, type CsvRow } from '../support/conformance';
import { openEngine } from '../support/engine';

const FOLDER = join(import.meta.dirname, '../conformance/in');
const NAMES = readdirSync(FOLDER);
const files = NAMES.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }));

describe('the conformance set', () => {
  let engine: Engine;
  let report: StageReport;

  beforeAll(async () => {
    engine = await openEngine();
    report = await stage(engine, new Pipeline().read(files), { importId: 1 });
    await commitStage(engine);
  });

  test('asks nothing and refuses nothing', () => {
    const inspection = new Pipeline().inspect(files);
    expect(inspection.questions).toEqual([]);
    expect(inspection.refused).toEqual([]);
    expect(inspection.files.map((file) => file.kind).sort()).toEqual([
      'conclusion',
      'finance',
      'indicator',
      'unit',
      'unit_change',
    ]);
  });

  test('lists exactly the rejects that are expected', () => {
    const ours = report.rejects.map(({ file, line, column, value }) => [file, line, column, value].join('|'));
    // Of double amounts the set prints 万元; the data dictionary asks for the value as it stood in the file.
    const amounts = new Map(fileRows('in/预算与决算.csv').map((row) => [String(row.line), row.cells.金额 ?? '']));
    const stood = (row: CsvRow): string =>
      (row.列 === '金额' ? amounts.get(row.行 ?? '') : undefined) ?? unguard(row.原值 ?? '');
    const theirs = expectedRows('rejects.csv').map((row) => [row.文件, row.行, row.列, stood(row)].join('|'));
    expect(ours.sort()).toEqual(theirs.sort());
  });

  test('names the other line of a double key as expected', () => {
    const named = (reason: string | undefined): boolean => reason?.includes('重复而内容不同') === true;
    const ours = report.rejects
      .filter((reject) => named(reject.reason))
      .map((reject) => `${String(reject.line)} ${reject.reason}`);
    const theirs = expectedRows('rejects.csv')
      .filter((row) => named(row.原因))
      .map((row) => `${row.行 ?? ''} ${row.原因 ?? ''}`);
    expect(ours.sort()).toEqual(theirs.sort());
  });

  test('counts every row once', () => {
    const { imported, replaced, unchanged, aside, rejected, cells } = report.counts;
    const rows = NAMES.reduce((sum, name) => sum + fileRows(`in/${name}`).length, 0);
    expect(imported + replaced + unchanged + aside + rejected).toBe(rows);
    expect(report.rejects.filter((reject) => reject.isCell)).toHaveLength(cells);
  });

  test('the second time changes nothing', async () => {
    const tables = ['unit', 'finance', 'indicator', 'conclusion', 'unit_change'];
    const dump = async (): Promise<unknown[]> => {
      const counts = [];
      for (const table of tables)
        counts.push(await engine.query(`SELECT count(*) AS n, bit_xor(hash(t)) AS h FROM ${table} t`));
      return counts;
    };
    const before = await dump();
    const again = await stage(engine, new Pipeline().read(files), { importId: 2 });
    expect(again.counts.imported).toBe(0);
    expect(again.counts.replaced).toBe(0);
    expect(again.replacing).toEqual({ rows: 0, files: [] });
    expect(again.counts.rejected).toBe(report.counts.rejected);
    await commitStage(engine);
    expect(await dump()).toEqual(before);
  });
});
