/** Totals rows against the rows that they cover: exact, and silent where it is not plain what they cover. */
import { describe, expect, it } from 'vitest';
import { Pipeline } from '@/import/pipeline';
import type { TotalsFound } from '@/import/protocol';

function totals(text: string, name = '2021年决算.csv'): TotalsFound & { said: string[] } {
  const { totals: found, refused } = new Pipeline().read([{ name, bytes: new TextEncoder().encode(text) }]);
  if (refused[0]) throw new Error(refused[0].reason);
  const said = found.differing.map(
    ({ line, column, word, stated, summed, difference, rows, rejected }) =>
      `${String(line)} ${column} ${word} ${stated}−${summed}=${difference} ${String(rows)}/${String(rejected)}`,
  );
  return { ...found, said };
}
const WIDE = '年度,单位编码,单位名称,基本支出（元）,项目支出（元）\n';
const LONG = '年度,单位编码,口径,科目,金额（万元）\n';
const INDICATOR = '年度,单位编码,指标名称,目标值,完成值,分值,自评得分\n';

describe('totals of amounts', () => {
  it('are compared column by column, exactly, in 万元', () => {
    expect(totals(`${WIDE}2021,1,甲,0.10,5\n2021,2,乙,0.20,—\n合计,,,0.30,6\n`)).toMatchObject({
      agreed: 1,
      said: ['4 项目支出（元） 合计 0.0006−0.0005=0.0001 2/0'],
    });
  });
  it('may stand above their rows, and over subtotals that are not added twice', () => {
    const text = `${WIDE}合计,,,6,60\n2021,1,甲,1,10\n2021,2,乙,2,20\n小计,,,3,30\n2021,3,丙,3,30\n小计,,,4,30\n`;
    expect(totals(text)).toMatchObject({ agreed: 5, said: ['7 基本支出（元） 小计 0.0004−0.0003=0.0001 1/0'] });
  });
  it('count what is repeated and what was rejected for other reasons, and say how many cells could not be read', () => {
    expect(totals(`${WIDE}2021,,甲,1,1\n2021,2,乙,2,1\n2021,2,乙,2,1\n2021,3,丙,x,1\n合计,,,9,4\n`)).toMatchObject({
      agreed: 1,
      said: ['6 基本支出（元） 合计 0.0009−0.0005=0.0004 4/1'],
    });
  });
  it('of one item, one stage and one year are over these', () => {
    const rows = '2021,1,决算,基本支出,1\n2021,1,决算,项目支出,2\n2021,2,决算,基本支出,3\n';
    expect(totals(`${LONG}${rows}2021,合计,决算,基本支出,4\n`)).toMatchObject({ agreed: 1, said: [] });
    expect(totals(`${LONG}${rows}2021,合计,决算,项目支出,3\n`).said).toHaveLength(1);
  });
  it.each([
    ['over several items', `${LONG}2021,1,决算,支出合计,3\n2021,1,决算,基本支出,3\n合计,,,,3\n`],
    ['over several years', `${WIDE}2020,1,甲,1,1\n2021,1,甲,1,1\n合计,,,1,1\n`],
    ['over departments and their units', `${WIDE}2021,219,局,3,3\n2021,219001,站,3,3\n合计,,,3,3\n`],
    ['of one unit', `${LONG}2021,1,决算,基本支出,1\n2021,1,决算,合计,9\n`],
    ['without figures', `${WIDE}2021,1,甲,1,1\n合计,,,,—\n`],
    ['that cannot be read', `${WIDE}2021,1,甲,1,1\n合计,,,12.3.4,#N/A\n`],
  ])('%s say nothing', (_, text) => {
    expect(totals(text)).toMatchObject({ agreed: 0, differing: [], more: 0 });
  });
  it('of a million pages are not compared', () => {
    const pages = Array.from({ length: 30 }, (_, i) => `2021,${String(i)},甲,1,1\n合计,,,1,1\n`).join('');
    expect(totals(WIDE + pages)).toMatchObject({ agreed: 0, differing: [] });
  });
});

describe('totals of weights and scores', () => {
  it('are over the unit-year above them', () => {
    const text = `${INDICATOR}2021,1,甲,≥1,1,60,60\n2021,1,乙,≥1,1,40,30\n合计,,,,,100,95\n2021,2,甲,≥1,1,100,99.9\n合计,,,,,100,99.9\n`;
    expect(totals(text)).toMatchObject({ agreed: 3, said: ['4 自评得分 合计 95.00−90.00=5.00 2/0'] });
  });
  it('over several units say nothing', () => {
    expect(totals(`${INDICATOR}2021,1,甲,≥1,1,60,60\n2021,2,乙,≥1,1,40,30\n合计,,,,,100,90\n`)).toMatchObject({
      agreed: 0,
      differing: [],
    });
  });
});

it('staff of all units is added up', () => {
  expect(totals('单位编码,单位名称,编制数,在职人数\n1,甲,10,9人\n2,乙,5,5\n总计,,15,13\n', 'u.csv')).toMatchObject({
    agreed: 1,
    said: ['4 在职人数 总计 13.00−14.00=-1.00 2/0'],
  });
});
