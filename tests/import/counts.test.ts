/** The reader of files and the engine's reader never disagree in silence on the number of rows. */
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import type { ReadResult } from '@/import/protocol';
import { openEngine } from '../support/engine';

const TEXT = '年度,单位编码,自评总分,自评等级\n2021,1,90,优\n2021,2,"8""0",良\n合计,,170,\n2021,3,70,"中\n等"\n';
const read = (): ReadResult => new Pipeline().read([{ name: 'a.csv', bytes: new TextEncoder().encode(TEXT) }]);

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
}, 60_000);
afterAll(() => engine.close());

describe('the number of rows', () => {
  it('is what PapaParse counts, each row once', async () => {
    const { counts } = await stage(engine, read(), { importId: 1 });
    const rows = Papa.parse<string[]>(TEXT.trimEnd()).data.length - 1;
    expect(counts.imported + counts.replaced + counts.unchanged + counts.aside + counts.rejected).toBe(rows);
  });

  it.each([1, -1])('that is wrong by %i stops the import', async (by) => {
    const result = read();
    const staging = result.staging.map((table) => ({ ...table, rowCount: table.rowCount + by }));
    await expect(stage(engine, { ...result, staging }, { importId: 1 })).rejects.toThrow(/engine read/);
  });

  it('that the engine counts otherwise, because bytes are lost, stops it too', async () => {
    const result = read();
    const staging = result.staging.map((table) => ({
      ...table,
      parts: table.parts.map((part) => ({ ...part, bytes: part.bytes.subarray(0, part.bytes.indexOf(10) + 1) })),
    }));
    await expect(stage(engine, { ...result, staging }, { importId: 1 })).rejects.toThrow(/engine read/);
  });
});
