import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import { removeStale } from '@/database/stale';
import { Pipeline } from '@/import/pipeline';
import { openEngine } from '../support/engine';
import { clearImported } from '../support/tables';

const HEAD = '年度,单位编码,指标序号,指标名称,目标值,完成值,分值,自评得分';
const row = (no: string, name: string, code = '001'): string => `2021,${code},${no},${name},10,10,5,5`;

let engine: Engine;
let imports: number;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());
beforeEach(async () => {
  imports = 0;
  await clearImported(engine);
});

async function put(lines: string[], name = '绩效指标.csv'): Promise<{ rows: number; units: number }> {
  const bytes = new TextEncoder().encode([HEAD, ...lines].join('\r\n'));
  imports += 1;
  const report = await stage(engine, new Pipeline().read([{ name, bytes }]), { importId: imports });
  await commitStage(engine);
  return report.stale;
}
const stale = async (): Promise<string[]> =>
  (
    await engine.query<{ said: string }>(
      'SELECT indicator || import_id AS said FROM stale_indicator JOIN indicator USING (file_id, line) ORDER BY 1',
    )
  ).map(({ said }) => said);
const left = async (): Promise<string[]> =>
  (await engine.query<{ indicator: string }>('SELECT indicator FROM indicator ORDER BY 1')).map(
    (each) => each.indicator,
  );

describe('an indicator that a newer file of its unit and year no longer has', () => {
  it('stays, is listed once, and goes when it is told to', async () => {
    expect(await put([row('1', '甲'), row('2', '乙'), row('1', '丙', '002')])).toEqual({ rows: 0, units: 0 });
    expect(await put([row('1', '甲')])).toEqual({ rows: 1, units: 1 });
    expect(await stale()).toEqual(['乙2']);
    expect(await put([row('1', '甲')])).toEqual({ rows: 0, units: 0 });
    expect(await left()).toEqual(['丙', '乙', '甲']);
    expect(await removeStale(engine, [1])).toBe(0);
    expect(await removeStale(engine, [2])).toBe(1);
    expect(await left()).toEqual(['丙', '甲']);
    expect(await stale()).toEqual([]);
    const [marks] = await engine.query('SELECT count(*) AS n FROM indicator_row');
    expect(marks).toEqual({ n: 2 });
  });

  it('is stale no more when a later file has it again, the same or other', async () => {
    await put([row('1', '甲'), row('2', '乙')]);
    await put([row('1', '甲')]);
    await put([row('1', '甲'), row('2', '乙')]);
    expect(await stale()).toEqual([]);
    await put([row('1', '甲')]);
    await put([row('1', '甲'), row('2', '乙').replace(',5,5', ',6,6')]);
    expect(await stale()).toEqual([]);
    expect(await left()).toEqual(['乙', '甲']);
  });

  it('is not told by a file that rejected rows of the unit, nor by a mended list of rejects', async () => {
    await put([row('1', '甲'), row('2', '乙'), row('3', '丙')]);
    expect(await put([row('1', '甲'), row('2', '乙').replace(',5,5', ',-5,5')])).toEqual({ rows: 0, units: 0 });
    expect(await put([row('1', '甲')], '退回_绩效指标.csv')).toEqual({ rows: 0, units: 0 });
    expect(await put([row('1', '甲')], '文件夹/退回_绩效指标.csv')).toEqual({ rows: 0, units: 0 });
  });

  it('is told by number and name, width and blanks apart', async () => {
    await put([row('1', '甲（A）'), row('2', '乙')]);
    expect(await put([row('1', '甲(Ａ) '), row('3', '乙')])).toEqual({ rows: 1, units: 1 });
    expect(await stale()).toEqual(['乙2']);
  });
});
