/** The rules' page: copy a set, change it, see who moves before saving, keep it, take it back; refuse a broken file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../support/recompute/csvText';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';

describe('rules', () => {
  let site: Site;
  let app: App;
  const field = (path: string) => app.page.locator(`[data-path="${path}"]`);
  const figure = (key: string) => app.page.locator(`[data-figure=${key}] b`).innerText();
  beforeAll(async () => {
    site = await openSite();
    app = await App.open(site);
    await app.loadSample();
  });
  afterAll(() => site.close());

  it('shows a shipped set in words, without a field', async () => {
    await app.go('#/rules?year=2024');
    expect(await app.page.locator('[data-clause]').count()).toBe(13);
    expect(await app.page.locator('[data-path]').count()).toBe(0);
    expect(app.faults).toEqual([]);
  });

  it('copies it, and shows who moves while it is being changed', async () => {
    await app.page.getByTestId('rules-copy').click();
    await app.page.getByTestId('copy-id').fill('bureau');
    await app.page.getByTestId('copy-title').fill('本局办法');
    await app.page.getByTestId('copy-make').click();
    await app.page.waitForURL(/rules=bureau/);
    await app.ready();
    expect(await figure('ranks')).toBe('0');
    // Nothing for an unmet =, and nearly all points for what is reached in words.
    await field('equal_rule').selectOption('"zero"');
    await field('bands.0.1').fill('99');
    await app.ready();
    expect(Number(await figure('ranks'))).toBeGreaterThan(5);
    expect(await app.page.getByTestId('change-words').innerText()).toContain('“＝”未达到：按较小比 → 得0分');
    const rows = parseCsv((await app.exportCsv()).text);
    expect(rows[0]?.slice(5, 11)).toEqual(['原总分', '新总分', '分差', '原名次', '新名次', '变动']);
    expect(rows.length).toBeGreaterThan(5);
    expect(app.faults).toEqual([]);
  });

  it('says at the field why a value is refused, and does not save it', async () => {
    await field('bands.1.1').fill('120');
    await app.page.locator('[data-fault="bands.1.1"]').waitFor();
    expect(await app.page.locator('[data-fault="bands.1.1"]').innerText()).toContain('档次下限不得大于 100');
    expect(await app.page.getByTestId('rules-save').isDisabled()).toBe(true);
    // What is beside it stays that of the last state that could be reckoned.
    await app.ready();
    expect(Number(await figure('ranks'))).toBeGreaterThan(5);
    await field('bands.1.1').fill('60');
    await app.ready();
  });

  it('edits a step table in a form: adds one, names it, says at its field what is wrong', async () => {
    await app.page.locator('[data-add="steps"]').click();
    const name = field('steps.0.names.0');
    expect(await name.evaluate((element) => element === document.activeElement)).toBe(true);
    await name.fill('预算调整率');
    await name.blur();
    await field('steps.0.scoring.rows.0.low').selectOption('out');
    await field('steps.0.scoring.rows.0.points').fill('九');
    await app.page.locator('[data-fault="steps.0.scoring.rows.0.points"]').waitFor();
    await field('steps.0.scoring.rows.0.points').fill('4.5');
    await app.ready();
    expect(await app.page.getByTestId('change-words').innerText()).toContain(
      '增加计分表：预算调整率，满分5分：＞100%得4.5分，其余得0分',
    );
  });

  it('keeps what is saved, for every page and after a reload, and takes it back', async () => {
    const moved = await figure('ranks');
    await app.page.getByTestId('rules-save').click();
    await app.page.getByTestId('change-words').waitFor({ state: 'detached' });
    await app.ready();
    expect(await figure('ranks')).toBe(moved);
    await app.go('#/rankings?year=2024');
    await app.page.getByTestId('rule-set').first().selectOption('bureau');
    await app.ready();
    expect((await app.exportCsv()).text).toContain('本局办法');
    await app.page.reload();
    await app.ready();
    await app.go('#/rules?year=2024&rules=bureau');
    expect(await figure('ranks')).toBe(moved);
    const history = app.page.getByTestId('rule-history');
    expect(await history.innerText()).toContain('“＝”未达到：按较小比 → 得0分');
    await app.page.getByTestId('restore').last().click();
    await app.ready();
    expect(await figure('ranks')).toBe('0');
    expect(await history.innerText()).toContain('恢复到');
    expect(app.faults).toEqual([]);
  });

  it('refuses a broken file with the field and the reason', async () => {
    const { name, bytes } = await app.save('rules-export');
    expect(name).toBe('规则集_本局办法.json');
    const whole = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    const choose = (data: string) =>
      app.page
        .getByTestId('rules-import-input')
        .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(data) });
    const refused = app.page.getByTestId('rules-refused');
    await choose(JSON.stringify({ ...whole, score_places: 9, equal_rule: 'half' }));
    await refused.waitFor();
    expect(await refused.innerText()).toMatch(/score_places.*须在 0 到 6 之间[\s\S]*equal_rule.*须为 ratio 或 zero/);
    await choose('{"id":');
    await refused.getByText('不是一份完整的 JSON').waitFor();
    await choose(JSON.stringify({ ...whole, id: 'national-2020' }));
    await refused.getByText('不能覆盖').waitFor();
    await choose(JSON.stringify({ ...whole, id: 'other', title: '外来的' }));
    await app.page.waitForURL(/rules=other/);
    await app.ready();
    expect(await refused.count()).toBe(0);
    expect(app.faults).toEqual([]);
  });

  it('answers why for a total and for the indicator that the program adds, down to the line of the file', async () => {
    await app.go('#/units/03105?year=2024&rules=local-example');
    const page = app.page;
    await page.locator('.ind tbody .name-b').first().click();
    const panel = page.locator('.ind .work').first();
    expect(await panel.innerText()).toMatch(/20 × 17385\.02 ÷ 26922\.26 = 12\.91/);
    await panel.getByRole('button').first().click();
    const line = page.locator('dialog[open] pre');
    await line.waitFor();
    expect(await line.innerText()).toContain('17385.02');
    await page.keyboard.press('Escape');
    await page.locator('.ind tfoot .name-b').click();
    const total = await page.locator('.ind tfoot .work').innerText();
    expect(total).toMatch(/\(6\.46 \+ .* \+ 12\.91\) × 100 ÷ 120 = 74\.86/);
    expect(total).toContain('99.5 ÷ 120 = 82.92%');
    expect(app.faults).toEqual([]);
  });

  it('says tables, changes and refusals in English too', async () => {
    await app.page.evaluate(() => {
      localStorage.setItem('jilan.locale', 'en');
    });
    await app.go('#/rules?year=2024&rules=bureau');
    await app.page.reload();
    await app.ready();
    await field('equal_rule').selectOption('"zero"');
    await field('bands.1.1').fill('120');
    await app.page.locator('[data-fault="bands.1.1"]').waitFor();
    expect(await app.page.locator('[data-fault="bands.1.1"]').innerText()).toContain('must not be above 100');
    await field('bands.1.1').fill('50');
    await app.ready();
    const changes = await app.page.getByTestId('change-words').innerText();
    expect(changes).toContain('“=” not met: by the smaller ratio → no points');
    expect(changes).toContain('Lower end of “partly reached”: 60% → 50%');
    expect(await app.page.getByTestId('rule-history').innerText()).toContain('Copied from “全国默认”');
    await app.go('#/rules?year=2024&rules=local-example');
    expect(await app.page.locator('[data-clause=steps]').innerText()).toContain(
      '2 less for each 5 pp below, down to 0',
    );
    expect(app.faults).toEqual([]);
  });
});
