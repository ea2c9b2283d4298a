/** Findings of the real report: listed, looked into, reviewed with a note that outlives a reload and a re-import, saved. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../support/recompute/csvText';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';
import { promised } from './support/views';

const FOLDER = 'sample-data/real';
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => join(FOLDER, name));
const NOTE = '附件总分系初稿，已请单位更正';
const HASH = '#/checks?year=2021';

describe('the checks', () => {
  let site: Site;
  let app: App;
  beforeAll(async () => {
    site = await openSite();
    app = await App.open(site);
    await app.importFiles(FILES);
  });
  afterAll(() => site.close());

  const row = (words: string) => app.page.getByTestId('finding').filter({ hasText: words });

  it('list what was found and count it', async () => {
    await app.go(HASH);
    expect((await app.text()).replace(/\s+/g, '')).toContain('2021年度核查出6条发现，其中错误1条、警告3条、提示2条');
    expect(await app.page.getByTestId('finding').count()).toBe(6);
    expect(await app.page.getByTestId('ledger').locator('tbody tr').count()).toBe(32);
  });

  it('narrow by severity and check, in the address; Esc lets go', async () => {
    await app.page.getByTestId('facet-error').click();
    await app.ready();
    expect(app.page.url()).toContain('severity=error');
    expect(await app.page.getByTestId('finding').count()).toBe(1);
    await app.page.keyboard.press('Escape');
    await app.ready();
    expect(app.page.url()).not.toContain('severity');
    await app.go(`${HASH}&check=fund_shift`);
    expect(await app.page.getByTestId('finding').count()).toBe(1);
  });

  it('open as a subtraction, with the line of the file', async () => {
    await app.go(HASH);
    await row('99.99').filter({ hasText: '4.99' }).getByTestId('open-finding').click();
    expect((await app.page.locator('.cmp').innerText()).replace(/\s+/g, '')).toBe(
      '填报：自评总分99.99−应为：指标得分合计95.00＝差额4.99',
    );
    await row('5.01').getByTestId('open-finding').click();
    expect(await app.page.getByTestId('difference-label').innerText()).toBe('差额（容差 0.01）');
    await row('99.99').filter({ hasText: '4.99' }).getByTestId('open-finding').click();
    await app.page.getByTestId('source-line').click();
    await app.page.locator('dialog pre').waitFor();
    expect(await app.page.locator('dialog pre').innerText()).toContain('99.99');
    await app.page.keyboard.press('Escape');
    expect(await app.page.locator('.cmp').count()).toBe(1);
  });

  it('are marked as reviewed with a note, which is there after a reload and a re-import', async () => {
    const open = (count: number) => app.page.locator('.rail nav i', { hasText: new RegExp(`^${String(count)}$`) });
    await open(6).waitFor();
    await app.page.getByTestId('review-note').fill(NOTE);
    await app.page.getByTestId('review').click();
    await app.page.getByTestId('unreview').waitFor();
    await app.ready();
    await open(5).waitFor();
    for (const again of [() => app.page.reload(), () => app.importFiles(FILES)]) {
      await again();
      await app.ready();
      await app.go(`${HASH}&review=done`);
      expect(await app.page.getByTestId('finding').count()).toBe(1);
      await app.page.getByTestId('open-finding').click();
      expect(await app.page.getByTestId('review-note').inputValue()).toBe(NOTE);
    }
    await app.go(`${HASH}&review=open`);
    expect(await app.page.getByTestId('finding').count()).toBe(5);
    expect((await app.text()).replace(/\s+/g, '')).toContain('已复核1条，待复核5条');
  });

  it('are saved, all of them, with what was said', async () => {
    const { name, text } = await app.exportCsv();
    expect(name).toBe('核查_2021_全国默认.csv');
    const rows = promised('checks', text, parseCsv);
    expect(rows.map((cells) => cells.slice(3, 8).join(' '))).toEqual([
      '收支合计不等 提示 4425.80 4421.20 4.60',
      '自评总分与得分合计不符 错误 99.99 95.00 4.99',
      '自评得分与重算得分不符 警告 15.00 14.98 0.02',
      '自评总分与重算总分不符 警告 99.99 94.98 5.01',
      '完成值远超目标 提示 0.17次 ≤1次 ',
      '资金预决算规模悬殊 警告 2.72 2305.00 -2302.28',
    ]);
    expect(text).toContain(`已复核,${NOTE}`);
    expect(app.faults).toEqual([]);
  });
});
