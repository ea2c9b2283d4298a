import { expect, it } from 'vitest';
import { commitStage, stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import { moneyStatements } from '@/rules/finance';
import { openEngine } from '../support/engine';

it('regions and categories that differ only by width, brackets or blanks are one, as the first line spells them', async () => {
  const engine = await openEngine();
  const files = {
    '单位表.csv':
      '单位编码,单位名称,单位类别,所属区划\n1,甲,行政（本级）,璧山（区）\n2,乙,行政(本级),璧山(区)\n3,丙,事业, 璧山 ［区］\n4,丁,事业,铜梁区\n',
    '结论.csv': '年度,单位编码,自评总分\n2021,1,90\n2021,2,90\n2021,3,90\n2021,4,90\n',
  };
  const sources = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  await stage(engine, new Pipeline().read(sources), { importId: 1 });
  await commitStage(engine);
  for (const statement of moneyStatements()) await engine.run(statement);
  expect(await engine.query('SELECT unit_code, unit_category, region FROM unit_year ORDER BY unit_code')).toEqual([
    { unit_code: '1', unit_category: '行政（本级）', region: '璧山（区）' },
    { unit_code: '2', unit_category: '行政（本级）', region: '璧山（区）' },
    { unit_code: '3', unit_category: '事业', region: '璧山（区）' },
    { unit_code: '4', unit_category: '事业', region: '铜梁区' },
  ]);
}, 120_000);
