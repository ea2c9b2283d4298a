/** What is kept: drops of every form, what they moved, one file out and in. */
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';
import { financeCsv, folderOf, indicatorCsv } from './support/making';

describe('the workspace', () => {
  let site: Site;
  let app: App;
  beforeAll(async () => {
    site = await openSite();
    app = await App.open(site);
    app.page.on('dialog', (dialog) => void dialog.accept());
  });
  afterAll(() => site.close());

  const data = async (): Promise<string> => {
    await app.go('#/execution?year=2021');
    return (await app.exportCsv()).text;
  };
  const text = (): Promise<string> => app.text();

  it('takes a zip and a folder, under their paths, and says what it leaves aside', async () => {
    const zip = zipSync({
      '送审/预算与决算.csv': strToU8(financeCsv('90')),
      '送审/说明.docx': strToU8('x'),
      '送审/表.xlsx': strToU8('x'),
    });
    const folder = folderOf({
      '送审.zip': zip,
      '卷/绩效指标.csv': indicatorCsv(['办结率', '满意度']),
      '卷/图.png': 'x',
    });
    const counts = await app.importFiles([join(folder, '送审.zip')]);
    expect(counts).toMatchObject({ imported: '2', refused: '1' });
    expect(await text()).toContain('送审/说明.docx');
    expect(await text()).toContain('另存为');
    await app.page.getByTestId('folder-input').setInputFiles(join(folder, '卷'));
    await app.page.locator('[data-testid=import-report][data-imported="2"][data-refused="0"]').waitFor();
    await app.ready();
    expect(await text()).toContain('卷/绩效指标.csv');
    expect(app.faults).toEqual([]);
  });

  it('says what an import moved', async () => {
    const folder = folderOf({ '预算与决算.csv': financeCsv('80') });
    await app.importFiles([join(folder, '预算与决算.csv')]);
    await app.page.locator('.open-it').first().click();
    await app.page.getByText('1 处金额变动，最大 −10.00 万元（甲单位，2021，支出合计）').waitFor();
  });

  it('lists indicators that a newer file no longer has, removes them and brings them back', async () => {
    const folder = folderOf({ '绩效指标.csv': indicatorCsv(['办结率']) });
    await app.importFiles([join(folder, '绩效指标.csv')]);
    const list = app.page.getByTestId('stale-indicators');
    expect(await list.innerText()).toContain('满意度');
    await app.page.getByTestId('remove-stale').click();
    await list.waitFor({ state: 'detached' });
    await app.page.reload();
    await app.ready();
    expect(await list.count()).toBe(0);
    await app.page.getByTestId('undo-removal').click();
    await list.waitFor();
    await app.ready();
  });

  it('goes into one file and comes out of it, byte for byte; a damaged or foreign one changes nothing', async () => {
    const before = await data();
    await app.go('#/data');
    const saved = await app.save('save-workspace');
    expect(saved.name).toMatch(/^绩览_\d{4}-\d\d-\d\d\.jilan$/);
    const half = saved.bytes.subarray(0, saved.bytes.length >> 1);
    const folder = folderOf({ '全.jilan': saved.bytes, '半.jilan': half, '外.jilan': 'x', 'a.csv': 'x' });
    const input = app.page.getByTestId('import-input');

    await app.page.getByTestId('erase-all').click();
    await app.page.getByTestId('load-sample').waitFor();
    await app.ready();
    await input.setInputFiles(join(folder, '全.jilan'));
    await app.page.getByTestId('erase-all').waitFor();
    await app.ready();
    expect(await data()).toBe(before);

    await app.go('#/data');
    for (const [name, word] of [
      ['半.jilan', '损坏'],
      ['外.jilan', '不是绩览存的文件'],
    ] as const) {
      await input.setInputFiles(join(folder, name));
      await app.page.getByText(word).waitFor();
    }
    await input.setInputFiles([join(folder, '全.jilan'), join(folder, 'a.csv')]);
    await app.page.getByText('一次只能打开一个').waitFor();
    await input.setInputFiles(join(folder, '全.jilan'));
    const question = app.page.getByTestId('open-question');
    await question.waitFor();
    expect(await question.innerText()).toContain('4 次导入');
    await app.page.getByTestId('open-cancel').click();
    await app.ready();
    expect(await data()).toBe(before);
    await app.go('#/data');
    const again = await app.save('save-workspace');
    await input.setInputFiles(join(folder, '全.jilan'));
    await app.page.getByTestId('open-confirm').click();
    await question.waitFor({ state: 'detached' });
    await app.ready();
    expect(await data()).toBe(before);
    // But for the time of saving, the second file is the first.
    expect(again.bytes.length).toBe(saved.bytes.length);
    expect(app.faults).toEqual([]);
  });

  it('reads an import again in another way, in its place; a refused file can be tried again', async () => {
    const folder = folderOf({
      'units.csv': 'unit_code,unit_name\n009,Nine\n',
      '2023年决算.csv':
        '单位编码,单位名称,基本支出（元）\n002,乙单位,1\n单位编码,单位名称,支出合计（元）\n001,甲单位,70000\n',
    });
    const counts = await app.importFiles([join(folder, 'units.csv'), join(folder, '2023年决算.csv')]);
    expect(counts).toMatchObject({ imported: '1', refused: '1' });
    await app.page.getByTestId('retry-refused').click();
    await app.page.locator('.readas select').nth(2).selectOption('3');
    await app.page.getByTestId('import-confirm').filter({ hasText: '导入 1 个文件，1 行' }).click();
    await app.page.locator('[data-testid=import-report][data-imported="1"][data-refused="0"]').waitFor();
    await app.go('#/execution?year=2023');
    const { text: csv } = await app.exportCsv();
    expect(csv).toMatch(/2023,001,甲单位,支出合计,.*7\.00/);
    expect(csv).not.toContain('基本支出');

    await app.importFiles([join(folderOf({ 'more.csv': 'unit_code,unit_name\n008,Eight\n' }), 'more.csv')]);
    await app.page.getByTestId('show-reading').click();
    await app.page.locator('.readas select').first().selectOption('gb18030');
    await app.page.getByTestId('import-confirm').filter({ hasText: '按这样重新读入 1 个文件，1 行' }).click();
    await app.page.locator('[data-testid=import-report][data-imported="1"]').waitFor();
    await app.ready();
    // The earlier reading stands in the list of imports, undone.
    expect(await text()).toMatch(/已撤销/);
    expect(app.faults).toEqual([]);
  });
});
