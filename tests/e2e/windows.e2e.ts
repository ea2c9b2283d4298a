/** What must not harm the data: another window, a full disk, a cancelled import; and answers that come again. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';
import { fillDisk, financeCsv, folderOf } from './support/making';

const SYNTHETIC = 'sample-data/synthetic';

describe('the data', () => {
  let site: Site;
  let app: App;
  beforeAll(async () => {
    site = await openSite();
    app = await App.open(site);
    await app.importFiles([join(folderOf({ '预算与决算.csv': financeCsv('80') }), '预算与决算.csv')]);
  });
  afterAll(() => site.close());

  const data = async (): Promise<string> => {
    await app.go('#/execution?year=2021');
    return (await app.exportCsv()).text;
  };

  async function undo(of: App): Promise<void> {
    await of.page.getByRole('button', { name: '撤销', exact: true }).first().click();
    await of.page.getByRole('button', { name: '确认撤销' }).click();
  }

  it('fills in kept answers when the same form comes again, and shows them', async () => {
    const csv = (amount: string): string => `单位编码,单位名称,支出合计\n001,甲单位,${amount}\n`;
    const folder = folderOf({ '2022年决算.csv': csv('70'), '2023年决算.csv': csv('60') });
    await app.go('#/data');
    await app.page.getByTestId('import-input').setInputFiles(join(folder, '2022年决算.csv'));
    await app.page.getByTestId('keep-answers').check();
    await app.page.getByTestId('import-confirm').click();
    await app.page.getByTestId('import-report').waitFor();
    await app.page.getByTestId('templates').waitFor();
    await app.ready();
    await app.page.getByTestId('import-input').setInputFiles(join(folder, '2023年决算.csv'));
    const taken = app.page.getByTestId('template-taken');
    await taken.waitFor();
    expect(await taken.innerText()).toMatch(/2023/);
    expect(await app.page.getByTestId('import-questions').count()).toBe(0);
    await app.ready();
  });

  it('a second window that writes on old data is told, and the data stay those of the first', async () => {
    await app.go('#/data');
    const second = await App.open(site);
    await second.go('#/data');
    const folder = folderOf({ '预算与决算.csv': financeCsv('75'), '迟到.csv': financeCsv('55') });
    await app.importFiles([join(folder, '预算与决算.csv')]);
    const first = await data();
    await second.page.getByText('另一个窗口改动了数据').first().waitFor();
    await second.page.getByTestId('import-input').setInputFiles(join(folder, '迟到.csv'));
    await second.page.getByTestId('import-confirm').click();
    await second.page.getByText('另一个窗口刚改动了数据').waitFor();
    // Undoing is refused in the same words.
    await second.go('#/overview');
    await second.go('#/data');
    await undo(second);
    await second.page.getByText('另一个窗口刚改动了数据，这里没有写入；请重新载入页面，再做一次').waitFor();
    expect(await second.text()).not.toMatch(/workspace:/);
    await second.page.reload();
    await second.go('#/execution?year=2021');
    expect((await second.exportCsv()).text).toBe(first);
    expect(second.faults).toEqual([]);
    await second.page.close();
  });

  it('a full disk is told, and the data are as before', async () => {
    const before = await data();
    await app.go('#/data');
    await fillDisk(app.page);
    const folder = folderOf({ '预算与决算.csv': financeCsv('11') });
    await app.page.getByTestId('import-input').setInputFiles(join(folder, '预算与决算.csv'));
    await app.page.getByTestId('import-confirm').click();
    await app.page.getByText('本机存储已满').waitFor();
    await app.ready();
    expect(await data()).toBe(before);
    await app.page.reload();
    await app.ready();
    expect(await data()).toBe(before);
    // Undoing writes as well.
    await app.go('#/data');
    await fillDisk(app.page, 'journal');
    await undo(app);
    await app.page.getByText('本机存储已满，没有存下。请腾出磁盘空间后再试').waitFor();
    await app.page.reload();
    await app.ready();
    expect(await data()).toBe(before);
  });

  it('a cancelled import changes nothing', async () => {
    const before = await data();
    await app.go('#/data');
    const large = join(folderOf({}), '大.csv');
    const one = readFileSync(join(SYNTHETIC, '合成示例_绩效指标_2021.csv'));
    const body = one.subarray(one.indexOf(10) + 1);
    writeFileSync(large, Buffer.concat([one, ...Array.from({ length: 60 }, () => body)]));
    await app.page
      .getByTestId('import-input')
      .setInputFiles([large, ...readdirSync(SYNTHETIC).map((name) => join(SYNTHETIC, name))]);
    await app.page.getByTestId('import-cancel').click();
    await app.page.getByTestId('import-cancel').waitFor({ state: 'detached' });
    await app.ready();
    expect(await data()).toBe(before);
    await app.page.reload();
    await app.ready();
    expect(await data()).toBe(before);
    expect(app.faults).toEqual([]);
  });
});
