/** The tables that an import leaves: the same whether they took the place of empty ones or came behind earlier rows. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseError, type Engine } from '@/database/engine';
import { commitStage, dropStage, stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import { openEngine } from '../support/engine';
import { clearImported } from '../support/tables';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
}, 60_000);
afterAll(() => engine.close());
beforeEach(() => clearImported(engine));

const MONEY_HEADER = '年度,单位编码,单位名称,科目,口径,金额,金额单位';
const INDICATOR_HEADER = '年度,单位编码,单位名称,指标序号,指标名称,目标值,完成值,分值,自评得分';
const money = (...rows: string[]): string => [MONEY_HEADER, ...rows].join('\n');
const indicators = (...rows: string[]): string => [INDICATOR_HEADER, ...rows].join('\n');

let imports = 0;
async function put(files: Readonly<Record<string, string>>): Promise<void> {
  imports += 1;
  const given = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  await stage(engine, new Pipeline().read(given), { importId: imports });
}

async function merge(files: Readonly<Record<string, string>>): Promise<void> {
  await put(files);
  await commitStage(engine);
}

/** Columns by table, without what is staged. */
const shape = (): Promise<unknown> =>
  engine.query(
    `SELECT table_name, string_agg(column_name || ' ' || data_type, ', ' ORDER BY column_index) AS columns
     FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main' GROUP BY table_name ORDER BY table_name`,
  );

const amounts = async (): Promise<unknown[]> =>
  (
    await engine.query(
      `SELECT unit_code || ' ' || item || ' ' || stage || ' ' || amount AS said FROM finance ORDER BY said`,
    )
  ).map((row) => row.said);

const A = { 'a.csv': money('2023,A1,甲,支出合计,决算数,12.5,万元', '2023,A1,甲,支出合计,年初预算数,10,万元') };
const I = { 'i.csv': indicators('2023,A1,甲,1,产量,≥10,9,10,9', '2023,A1,甲,2,质量,≥90%,95%,10,10') };

describe('a first import', () => {
  it('leaves the base tables with the columns that they had, and nothing staged', async () => {
    const before = await shape();
    await merge({ ...A, ...I });
    expect(await shape()).toEqual(before);
    expect(await amounts()).toEqual([
      'A1 expenditure.total actual 12.500000',
      'A1 expenditure.total initial_budget 10.000000',
    ]);
    expect(
      await engine.query('SELECT indicator_id, indicator, part::INTEGER AS part FROM indicator ORDER BY 1'),
    ).toEqual([
      { indicator_id: 1, indicator: '产量', part: 9 },
      { indicator_id: 2, indicator: '质量', part: null },
    ]);
  });

  it('touches no base table before it is merged, nor when it is dropped', async () => {
    const before = await shape();
    await put({ ...A, ...I });
    expect(await engine.query('SELECT count(*) AS n FROM finance_row')).toEqual([{ n: 0 }]);
    expect(await engine.query('SELECT count(*) AS n FROM indicator')).toEqual([{ n: 0 }]);
    await dropStage(engine);
    expect(await shape()).toEqual(before);
  });

  it('that fails at its end, with tables in place already, leaves the base empty, and can be tried again', async () => {
    const before = await shape();
    await put({ ...A, ...I, 'c.csv': '年度,单位编码,自评总分,自评等级\n2023,A1,99,优' });
    // What conclusions are marked in, after all else has been merged.
    await engine.run('ALTER TABLE row_mark RENAME TO gone');
    await expect(commitStage(engine)).rejects.toThrow(DatabaseError);
    await engine.run('ALTER TABLE gone RENAME TO row_mark');
    const counts = `SELECT (SELECT count(*) FROM indicator) AS indicators, (SELECT count(*) FROM finance) AS amounts,
      (SELECT count(*) FROM conclusion) AS conclusions, (SELECT count(*) FROM source_file) AS files`;
    expect(await engine.query(counts)).toEqual([{ indicators: 0, amounts: 0, conclusions: 0, files: 0 }]);
    await commitStage(engine);
    expect(await engine.query(counts)).toEqual([{ indicators: 2, amounts: 2, conclusions: 1, files: 3 }]);
    expect(await shape()).toEqual(before);
  });
});

describe('a second import', () => {
  it('goes on where the first one ended, and replaces an item under all of its names', async () => {
    const other = money(
      '2023,A1,甲,事业收入,决算数,1,万元',
      '2023,A1,甲,经营收入,决算数,2,万元',
      '2023,A1,甲,支出合计,决算数,12.5,万元',
    );
    await merge({ 'a.csv': other, ...I });
    await merge({
      'b.csv': money('2023,A1,甲（新）,事业收入,决算数,7,万元', '2024,A1,甲,支出合计,决算数,3,万元'),
      'j.csv': indicators('2023,A1,甲,2,质量,≥90%,80%,10,8', '2024,A1,甲,1,产量,≥10,9,10,9'),
    });
    expect(await amounts()).toEqual([
      'A1 expenditure.total actual 12.500000',
      'A1 expenditure.total actual 3.000000',
      'A1 income.other actual 7.000000',
    ]);
    const rows = await engine.query(
      'SELECT fiscal_year, indicator, achieved, reported_score::INTEGER AS score FROM indicator ORDER BY 1, 2',
    );
    expect(rows).toEqual([
      { fiscal_year: 2023, indicator: '产量', achieved: '9', score: 9 },
      { fiscal_year: 2023, indicator: '质量', achieved: '80%', score: 8 },
      { fiscal_year: 2024, indicator: '产量', achieved: '9', score: 9 },
    ]);
    expect(await engine.query('SELECT count(DISTINCT indicator_id) AS n FROM indicator_row')).toEqual([{ n: 3 }]);
  });
});

it('figures that 64 bits do not hold are exact beside those that they do', async () => {
  const large = '1234567890123456789012.123456';
  await merge({
    'a.csv': money(`2023,A1,甲,支出合计,决算数,${large},万元`, '2023,A1,甲,收入合计,决算数,0.000001,万元'),
    'i.csv': indicators('2023,A1,甲,1,产量,≥1234567890123456789012,1,10,9', '2023,A1,甲,2,质量,≥10,9,10,9'),
  });
  expect(await amounts()).toEqual([`A1 expenditure.total actual ${large}`, 'A1 income.total actual 0.000001']);
  const parts =
    'SELECT achieved, part::VARCHAR AS part, whole::VARCHAR AS whole FROM indicator_reading ORDER BY achieved';
  expect(await engine.query(parts)).toEqual([
    { achieved: '1', part: '1', whole: '1234567890123456789012' },
    { achieved: '9', part: '9', whole: '10' },
  ]);
});
