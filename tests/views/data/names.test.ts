import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import { nameClashes, yearsText, type ChangeRow, type NameRow } from '@/views/data/names';
import namesSql from '@/views/data/names.sql?raw';
import { openEngine } from '../../support/engine';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  const files = {
    '单位表.csv': '单位编码,单位名称\n1,甲（本级）\n2,乙局\n5,戊局\n',
    '结论.csv':
      '年度,单位编码,单位名称,自评总分\n2020,1,甲(本级),90\n2021,1,甲 局,90\n2021,3,乙局,80\n2022,4,丁局,70\n',
    '指标.csv': '年度,单位编码,单位名称,指标名称,分值\n2022,6,丁局,办结率,10\n2019,1,甲局,办结率,10\n',
    '沿革.csv': '原单位编码,新单位编码,生效年度\n6,4,2022\n',
  };
  const sources = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  await stage(engine, new Pipeline().read(sources), { importId: 1 });
  await commitStage(engine);
}, 60_000);
afterAll(() => engine.close());

it('codes with several names and names with several codes are found, with years and the first place', async () => {
  const rows = await engine.query<NameRow>(namesSql);
  const changes = await engine.query<ChangeRow>('SELECT from_code, to_code FROM unit_change');
  const said = nameClashes(rows, changes).map(({ kind, of, rows: own, isExplained }) => [
    kind,
    of,
    isExplained,
    ...own.map((row) =>
      [row.unit_code, row.unit_name, yearsText(row), `${row.file_name}:${String(row.line)}`].join(' '),
    ),
  ]);
  expect(said).toEqual([
    ['names', '1', false, '1 甲（本级） 2020 单位表.csv:2', '1 甲局 2019–2021 指标.csv:3'],
    ['codes', '乙局', false, '2 乙局  单位表.csv:3', '3 乙局 2021 结论.csv:4'],
    ['codes', '丁局', true, '4 丁局 2022 结论.csv:5', '6 丁局 2022 指标.csv:2'],
  ]);
});
