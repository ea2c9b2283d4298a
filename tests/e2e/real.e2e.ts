/** The worked example: the real report, imported, shows what the rules' page says, under both rule sets. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../support/recompute/csvText';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';
import { promised } from './support/views';

const FOLDER = 'sample-data/real';
const CODE = 'BS2021001';
const EXAMPLE = {
  'national-2020': { second: '14.98', total: '94.98', gap: '5.01', title: '全国默认' },
  'ratio-1': { second: '14.985', total: '94.99', gap: '5.00', title: '比率保留一位' },
} as const;

describe('the real report', () => {
  let site: Site;
  let app: App;
  let report: Record<string, string>;
  beforeAll(async () => {
    site = await openSite();
    app = await App.open(site);
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));
    report = await app.importFiles(files.map((name) => join(FOLDER, name)));
  });
  afterAll(() => site.close());

  it('imports whole: 1 unit, 20 amounts, 8 indicators, 1 conclusion; the remark is set aside', () => {
    expect(report).toMatchObject({
      imported: '30',
      replaced: '0',
      unchanged: '0',
      aside: '1',
      rejected: '0',
      cells: '0',
      refused: '0',
    });
    expect(app.faults).toEqual([]);
  });

  it.each(Object.entries(EXAMPLE))('gives the figures of %s', async (id, { second, total, gap, title }) => {
    const query = `?year=2021&rules=${id}`;
    await app.go(`#/units/${CODE}${query}`);
    const indicators = promised('unit', (await app.exportCsv()).text, parseCsv);
    expect(indicators.map((row) => [row[2], row[4], row[5], row[6], row[7], row[8], row[10]])).toEqual([
      ['1', '≤1次', '0.17次', '15.00', '15.00', '15.00', '已重算'],
      ['2', '等于100%', '37568/37611', '15.00', '15.00', second, '已重算'],
      ['3', '', expect.any(String), '15.00', '15.00', '15.00', '采用自评'],
      ['4', '', '线上线下共办理328件', '15.00', '10.00', '10.00', '采用自评'],
      ['5', '', expect.any(String), '10.00', '10.00', '10.00', '采用自评'],
      ['6', '', expect.any(String), '10.00', '10.00', '10.00', '采用自评'],
      ['7', '', expect.any(String), '10.00', '10.00', '10.00', '采用自评'],
      ['8', '', '≥95%', '10.00', '10.00', '10.00', '采用自评'],
    ]);
    await app.go(`#/rankings${query}`);
    const ranking = promised('rankings', (await app.exportCsv()).text, parseCsv);
    expect(ranking).toEqual([
      ['2021', '1', CODE, '璧山区政务服务管理办公室', total, '优', '99.99', '优', gap, '', '113.53', '30.00', title],
    ]);
  });

  it.each(Object.entries(EXAMPLE))(
    'shows on the unit page under %s: three totals, coverage, both rates',
    async (id, { second, total }) => {
      await app.go(`#/units/${CODE}?year=2021&rules=${id}`);
      const text = (await app.text()).replace(/\s+/g, ' ');
      for (const figure of ['99.99', '95', total, '30', second, '113.53']) expect(text).toContain(figure);
      expect(text).toContain('37568');
    },
  );

  it('rates money on the initial budget, and has no execution rate', async () => {
    await app.go('#/execution?year=2021');
    const rows = promised('execution', (await app.exportCsv()).text, parseCsv);
    const rate = (item: string): string[] => rows.find((row) => row[3] === item)?.slice(4) ?? [];
    expect(rate('支出合计')).toEqual(['3894.42', '', '4421.20', '526.78', '113.53', '年初预算', '填报']);
    expect(rate('一般公共预算')[4]).toBe('278.28');
    expect(rate('政府性基金预算')[4]).toBe('0.12');
    expect(rate('公务用车购置及运行维护费')).toEqual(['5.00', '', '3.03', '-1.97', '60.60', '年初预算', '由分项合计']);
    expect(rows.some((row) => row[3] === '公务用车购置费')).toBe(false);
    await app.go('#/three-public?year=2021');
    const three = promised('three-public', (await app.exportCsv()).text, parseCsv);
    expect(three[0]?.slice(3)).toEqual(['三公经费合计', '10.00', '3.87', '38.70', '', '年初预算', '填报']);
  });

  it('stands, and says so, where nobody is in the scope or the rule set is not there', async () => {
    await app.go('#/three-public?year=2021&scope=over');
    expect(await app.text()).toContain('2021年度没有单位决算超预算');
    await app.page.getByText('看全部单位').click();
    await app.ready();
    expect(await app.text()).not.toContain('这个范围里没有单位');
    await app.go('#/rankings?year=2021&rules=gone');
    expect(await app.text()).toContain('规则集“gone”不在这个工作区里');
    await app.page.getByText('用默认的规则集看').click();
    await app.ready();
    expect(await app.text()).toContain(EXAMPLE['national-2020'].total);
    expect(app.faults).toEqual([]);
  });

  it('changes nothing when imported again', async () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));
    const again = await app.importFiles(files.map((name) => join(FOLDER, name)));
    expect(again).toMatchObject({ imported: '0', replaced: '0', unchanged: '30', rejected: '0', refused: '0' });
    expect(app.faults).toEqual([]);
  });
});
