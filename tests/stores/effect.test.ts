/** What an import moved, told exactly. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import { RULE_SETS } from '@/rules/ruleSet';
import { deriveFacts, deriveScores } from '@/stores/derive';
import { forgetBefore, measure, noteBefore } from '@/stores/effectQuery';
import { openEngine } from '../support/engine';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const still = (): void => undefined;
const ruleSet = RULE_SETS[0];

async function put(importId: number, files: Record<string, string>): Promise<void> {
  const sources = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  await stage(engine, new Pipeline().read(sources), { importId });
  await commitStage(engine);
  await deriveFacts(engine, still);
  if (ruleSet) await deriveScores(engine, ruleSet, still);
}
const indicators = (...rows: string[]): string =>
  ['年度,单位编码,单位名称,指标序号,指标名称,目标值,完成值,分值,自评得分', ...rows].join('\n');
const finance = (...amounts: [string, string, string][]): string =>
  [
    '年度,单位编码,单位名称,口径,科目,金额,金额单位',
    ...amounts.map(
      ([code, item, amount]) => `2021,${code},${code === '001' ? '甲' : '乙'},决算,${item},${amount},万元`,
    ),
  ].join('\n');

it('counts totals and amounts that moved, and names the largest', async () => {
  await put(1, {
    '指标.csv': indicators('2021,001,甲,1,办结率,≥100,80,100,80', '2021,002,乙,1,办结率,≥100,50,100,50'),
    '决算.csv': finance(
      ['001', '支出合计', '9007199254740993.01'],
      ['002', '支出合计', '10'],
      ['002', '收入合计', '10'],
    ),
  });
  await noteBefore(engine, ruleSet?.id ?? '');
  await put(2, {
    '指标.csv': indicators(
      '2021,001,甲,1,办结率,≥100,90,100,90',
      '2021,002,乙,1,办结率,≥100,45.8,100,45.8',
      '2021,003,丙,1,办结率,≥100,90,100,90',
    ),
    '决算.csv': finance(['001', '支出合计', '9007199254740993.02'], ['002', '支出合计', '10']),
  });
  const { totals, amounts } = await measure(engine, ruleSet?.id ?? '');
  expect(totals).toMatchObject({ moved: 2, appeared: 1, gone: 0 });
  expect(totals.largest).toMatchObject({ unitCode: '001', unitName: '甲', fiscalYear: 2021, delta: '10' });
  // A binary float would have seen no move at all.
  expect(amounts).toEqual({
    moved: 1,
    largest: {
      fiscalYear: 2021,
      unitCode: '001',
      unitName: '甲',
      item: 'expenditure.total',
      before: '9007199254740993.01',
      after: '9007199254740993.02',
      delta: '0.01',
    },
  });
  await forgetBefore(engine);
});

it('says so when nothing moved', async () => {
  await noteBefore(engine, ruleSet?.id ?? '');
  await put(3, { '单位表.csv': '单位编码,单位名称\n009,新' });
  expect(await measure(engine, ruleSet?.id ?? '')).toEqual({
    totals: { moved: 0, appeared: 0, gone: 0, largest: null },
    amounts: { moved: 0, largest: null },
  });
});
