/** Rows that were rejected and come in later are lost no more: by their key, or by the place that a saved list names. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { commitStage, stage, type StageReport } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import { openEngine } from '../support/engine';
import { clearImported } from '../support/tables';

let engine: Engine;
let lastId = 0;
beforeAll(async () => {
  engine = await openEngine();
}, 60_000);
afterAll(() => engine.close());
beforeEach(async () => {
  lastId = 0;
  await clearImported(engine);
});

async function drop(name: string, text: string): Promise<StageReport> {
  const read = new Pipeline().read([{ name, bytes: new TextEncoder().encode(text) }]);
  lastId += 1;
  const report = await stage(engine, read, { importId: lastId });
  await commitStage(engine);
  return report;
}
const open = async (): Promise<string[]> =>
  (
    await engine.query<{ said: string }>(
      "SELECT import_id || ' ' || file_name || ':' || line AS said FROM reject WHERE mended_by IS NULL ORDER BY ALL",
    )
  ).map(({ said }) => said);

const INDICATOR = '年度,单位编码,指标名称,目标值,分值,自评得分';

it('an indicator is known by year, unit, number and name, whatever the file', async () => {
  await drop('a.csv', `${INDICATOR}\n2021,1,满意度（%）,≥90,,9\n2021,1,办结率,≥90,,9\n`);
  expect(await open()).toEqual(['1 a.csv:2', '1 a.csv:3']);
  await drop('b.csv', `${INDICATOR}\n2021,1,满意度(%),≥90,10,9\n`);
  expect(await open()).toEqual(['1 a.csv:3']);
});

it('a bad cell is mended by the row that has it; a row that is bad again is not', async () => {
  await drop('a.csv', `${INDICATOR}\n2021,1,办结率,#N/A,10,9\n`);
  await drop('a.csv', `${INDICATOR}\n2021,1,办结率,#N/A,10,9\n`);
  expect(await open()).toEqual(['2 a.csv:2']);
  await drop('a.csv', `${INDICATOR}\n2021,1,办结率,≥90,10,9\n`);
  expect(await open()).toEqual([]);
});

it('an amount is known by year, unit, item and stage; both rows of a double key are mended by one', async () => {
  const head = '年度,单位编码,口径,基本支出（元）,项目支出（元）\n';
  await drop('a.csv', `${head}2021,1,决算,x,5\n2021,2,决算,1,1\n2021,2,决算,1,2\n`);
  expect(await open()).toEqual(['1 a.csv:2', '1 a.csv:3', '1 a.csv:4']);
  await drop('b.csv', '年度,单位编码,口径,科目,金额（元）\n2021,1,决算,基本支出,7\n');
  expect(await open()).toEqual(['1 a.csv:3', '1 a.csv:4']);
  await drop('c.csv', '年度,单位编码,口径,科目,金额（元）\n2021,2,决算,项目支出,2\n');
  expect(await open()).toEqual([]);
});

it('a row without a readable key is known by the file and line that the saved list names', async () => {
  await drop('a.csv', '年度,单位编码,自评总分\n20211,1,90\n20211,2,80\n');
  expect(await open()).toEqual(['1 a.csv:2', '1 a.csv:3']);
  const mended = '年度,单位编码,自评总分,来源文件,来源行,出错列\n2021,1,90,a.csv,2,年度\n';
  await drop('退回_a.csv', mended);
  expect(await open()).toEqual(['1 a.csv:3']);
});

it('or by its place, when the file itself is mended and dropped in again', async () => {
  await drop('a.csv', '年度,单位编码,自评总分\n20211,1,90\n20211,2,80\n');
  await drop('a.csv', '年度,单位编码,自评总分\n2021,1,90\n20211,2,80\n');
  expect(await open()).toEqual(['1 a.csv:3', '2 a.csv:3']);
});

it('a circle names its column as the file does', async () => {
  const { rejects } = await drop('c.csv', 'from_code,to_code,effective_year\n1,2,2021\n2,1,2022\n');
  expect(rejects.map(({ column }) => column)).toEqual(['to_code', 'to_code']);
  await drop('d.csv', '原单位编码,新单位编码,生效年度\n1,2,2021\n');
  expect(await open()).toEqual(['1 c.csv:3']);
});
