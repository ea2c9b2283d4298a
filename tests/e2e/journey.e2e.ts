/** From the empty start to every view, in a sub-folder of a plain static server, with all other hosts refused. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../support/recompute/csvText';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';
import { HERO, VIEWS, promised } from './support/views';

describe('the main path', () => {
  let site: Site;
  let app: App;
  let blank: Page | undefined;
  beforeAll(async () => {
    site = await openSite();
    app = await App.open(site);
  });
  afterAll(() => site.close());

  /** In an empty tab: the app's own policy would also judge the styles of a document that is only parsed. */
  async function isWellFormed(svg: string): Promise<boolean> {
    blank ??= await site.context.newPage();
    return blank.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
      svg,
    );
  }

  it('starts empty, with the sample, templates and an import', async () => {
    await app.go('');
    expect(app.page.url()).toMatch(/#\/data$/);
    expect(await app.page.getByTestId('load-sample').isVisible()).toBe(true);
    expect(await app.page.getByTestId('import-input').count()).toBe(1);
    expect(app.faults).toEqual([]);
  });

  it('loads the sample without a question and says that it is made', async () => {
    await app.loadSample();
    expect(await app.page.getByTestId('import-questions').count()).toBe(0);
    await app.go('#/overview?year=2024');
    expect(await app.page.locator('body').innerText()).toMatch(/合成/);
    expect(app.faults).toEqual([]);
  });

  it.each(VIEWS)('shows %s', async (_, hash) => {
    await app.go(hash);
    expect((await app.text()).length).toBeGreaterThan(200);
    expect(app.faults).toEqual([]);
  });

  it('narrows by region, keeps it in the address and exports what is seen', async () => {
    await app.go('#/rankings?year=2021');
    await app.page.goto(`${site.address}#/rankings?year=2021&region=${encodeURIComponent('乙区')}`);
    await app.ready();
    const { name, text } = await app.exportCsv();
    expect(name).toMatch(/^排名_2021_全国默认_乙区\.csv$/);
    const rows = promised('rankings', text, parseCsv);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.every((row) => row[0] === '2021' && row[2]?.startsWith('03'))).toBe(true);
    expect(rows[0]?.[1]).toBe('1');
  });

  it('narrows by search', async () => {
    await app.go(`#/rankings?year=2021&q=${encodeURIComponent('水利')}`);
    const rows = promised('rankings', (await app.exportCsv()).text, parseCsv);
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.every((row) => row[3]?.includes('水利'))).toBe(true);
  });

  it('switches the rule set, in the address and in the figures', async () => {
    await app.go(`#/units/${HERO}?year=2024`);
    const before = promised('unit', (await app.exportCsv()).text, parseCsv);
    const control = app.page.getByTestId('rule-set');
    if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption('ratio-1');
    else await control.locator('[value=ratio-1]').check();
    await app.ready();
    expect(app.page.url()).toContain('rules=ratio-1');
    const after = promised('unit', (await app.exportCsv()).text, parseCsv);
    expect(after.map((row) => row[8])).not.toEqual(before.map((row) => row[8]));
    expect(after.map((row) => row[6])).toEqual(before.map((row) => row[6]));
  });

  it('saves a chart as PNG and SVG, each with its title, unit, basis and source in it', async () => {
    await app.go('#/rankings?year=2024');
    const png = await app.save('export-png');
    expect(png.name).toMatch(/\.png$/);
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.bytes.length).toBeGreaterThan(20_000);
    const svg = await app.save('export-svg');
    expect(svg.name).toMatch(/\.svg$/);
    const text = svg.bytes.toString('utf8');
    expect(await isWellFormed(text)).toBe(true);
    expect(text).toMatch(/^<svg|^<\?xml/);
    const shown = text.replace(/<[^>]*>/g, ' ');
    for (const word of ['单位', '口径', '来源', '范围：2024年度，全部单位。', '全国默认'])
      expect(shown).toContain(word);
    expect(shown).toMatch(/20\d\d-\d\d-\d\d/);
    expect(text).not.toMatch(/<script|<foreignObject|href="http/);
    expect(app.faults).toEqual([]);
  });

  it('saves every chart of every view', async () => {
    const names = new Set<string>();
    for (const [view, hash] of VIEWS) {
      await app.go(hash);
      const count = await app.page.getByTestId('export-svg').count();
      if (view !== 'data' && view !== 'checks') expect(count, view).toBeGreaterThan(0);
      for (let i = 0; i < count; i += 1) {
        const { name, bytes } = await app.save('export-svg', i);
        const svg = bytes.toString('utf8');
        expect(await isWellFormed(svg), name).toBe(true);
        // Passed on without the page, it says itself which years, which units and which rules it shows.
        expect(svg.replace(/<[^>]*>/g, ' '), name).toMatch(/范围：20\d\d(—20\d\d)?年度，[^。]+。[\s\S]*全国默认/);
        names.add(name);
      }
    }
    expect(names.size).toBeGreaterThan(8);
    expect(app.faults).toEqual([]);
  });

  it('shows the same in a fresh tab, from the address alone', async () => {
    const hash = `#/rankings?year=2021&region=${encodeURIComponent('甲区')}`;
    await app.go(hash);
    const here = (await app.exportCsv()).text;
    const tab = await App.open(site);
    await tab.go(hash);
    expect((await tab.exportCsv()).text).toBe(here);
    expect(await tab.text()).toContain('甲区');
    expect(tab.faults).toEqual([]);
    await tab.page.close();
  });

  it('is all there after a reload', async () => {
    await app.go('#/execution?year=2023');
    const before = (await app.exportCsv()).text;
    await app.page.reload();
    await app.ready();
    expect((await app.exportCsv()).text).toBe(before);
    expect(app.faults).toEqual([]);
  });

  it('erases everything when asked, and stays empty', async () => {
    await app.go('#/data');
    app.page.on('dialog', (dialog) => void dialog.accept());
    await app.page.getByTestId('erase-all').click();
    const sample = app.page.getByTestId('load-sample');
    await sample.waitFor({ timeout: 30_000 });
    await app.page.reload();
    await app.ready();
    expect(await sample.isVisible()).toBe(true);
    expect(app.faults).toEqual([]);
  });
});
