/** The same app where offices open it: plain http on an intranet host, and a browser that refuses to store. */
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseCsv } from '../support/recompute/csvText';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';
import { financeCsv, folderOf } from './support/making';
import { VIEWS, promised } from './support/views';

describe('elsewhere', () => {
  let site: Site | undefined;
  afterEach(async () => {
    await site?.close();
    site = undefined;
  });

  it('works over plain http on an intranet host, which is no secure context', async () => {
    site = await openSite({ host: 'intranet.test', base: '/' });
    const app = await App.open(site);
    await app.loadSample();
    expect(await app.page.evaluate(() => [isSecureContext, 'locks' in navigator, typeof crypto.subtle])).toEqual([
      false,
      false,
      'undefined',
    ]);
    for (const [, hash] of VIEWS) await app.go(hash);
    await app.go('#/rankings?year=2024');
    const before = (await app.exportCsv()).text;
    expect((await app.save('export-png')).bytes.length).toBeGreaterThan(20_000);
    await app.page.reload();
    await app.ready();
    expect((await app.exportCsv()).text).toBe(before);
    expect(promised('rankings', before, parseCsv).length).toBeGreaterThan(100);
    expect(app.faults).toEqual([]);
  });

  it('goes where the address is set to while the first view is still being fetched', async () => {
    site = await openSite();
    let fetched = (): void => undefined;
    const held = new Promise<void>((resolve) => (fetched = resolve));
    const app = await App.open(site, (page) =>
      page.route(/DataView-.*\.js/, async (route) => {
        await held;
        await route.continue();
      }),
    );
    await app.page.goto(`${site.address}#/data`, { waitUntil: 'commit' });
    await app.page.locator('#main').waitFor();
    await app.page.evaluate(() => (location.hash = '#/rules'));
    fetched();
    await app.page.getByText('去导入，或用合成示例看一遍').waitFor();
    expect(app.page.url()).toContain('#/rules');
    expect(app.faults).toEqual([]);
  });

  it('starts where the server does not know what a .wasm file is', async () => {
    site = await openSite();
    await site.context.route('**/*.wasm', async (route) => {
      await route.fulfill({ response: await route.fetch(), contentType: 'application/octet-stream' });
    });
    const app = await App.open(site);
    await app.loadSample();
    await app.go('#/rankings?year=2024');
    expect(await app.page.locator('tbody tr').count()).toBeGreaterThan(10);
    expect(app.faults).toEqual([]);
  });

  it('says so where the engine cannot be fetched', async () => {
    site = await openSite();
    await site.context.route('**/*.wasm', (route) => route.fulfill({ status: 503, body: '' }));
    const app = await App.open(site);
    await app.go('#/data');
    expect(await app.text()).toMatch(/启动.*503/s);
  });

  it('shows an import that the disk is slow to take, without reading it a second time', async () => {
    site = await openSite();
    const app = await App.open(site, (page) =>
      page.addInitScript(() => {
        // A transaction that writes to the journal stays open for a while.
        const { add } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.add = function (...given) {
          const until = performance.now() + 2500;
          const hold = (): void => {
            if (performance.now() < until) this.count().onsuccess = hold;
          };
          hold();
          return add.apply(this, given);
        };
        // The engine's worker is the first of all.
        const all: Worker[] = [];
        const Own = Worker;
        window.Worker = class extends Own {
          constructor(url: string | URL) {
            super(url);
            all.push(this);
          }
          override terminate(): void {
            if (this === all[0]) document.documentElement.dataset.engineEnded = 'yes';
            super.terminate();
          }
        };
      }),
    );
    await app.importFiles([join(folderOf({ '预算与决算.csv': financeCsv('80') }), '预算与决算.csv')]);
    await app.go('#/execution?year=2021');
    expect(promised('execution', (await app.exportCsv()).text, parseCsv).length).toBeGreaterThan(0);
    expect(await app.page.locator('html').getAttribute('data-engine-ended')).toBeNull();
    expect(app.faults).toEqual([]);
  });

  it('says before reading that files are too large to fit, and leaves them be', async () => {
    site = await openSite();
    const app = await App.open(site);
    await app.go('#/data');
    const large = join(folderOf({ '绩效指标.csv': '年度\n' }), '绩效指标.csv');
    truncateSync(large, 2_000_000_000);
    const asked = app.page.waitForEvent('dialog');
    const choosing = app.page.getByTestId('import-input').setInputFiles(large);
    const dialog = await asked;
    expect(dialog.message()).toMatch(/这批文件 2\.0 GB.*多半放不下.*少选几个年度/s);
    await dialog.dismiss();
    await choosing;
    await app.ready();
    expect(await app.page.getByTestId('load-sample').isVisible()).toBe(true);
    await app.loadSample();
    expect(app.faults).toEqual([]);
  });

  it('works in memory where IndexedDB is refused, and says so', async () => {
    site = await openSite();
    const app = await App.open(site, (page) =>
      page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('The user denied permission to access the database.', 'SecurityError');
        };
      }),
    );
    await app.loadSample();
    expect(await app.page.locator('body').innerText()).toMatch(/内存/);
    await app.go('#/rankings?year=2024');
    expect(promised('rankings', (await app.exportCsv()).text, parseCsv).length).toBeGreaterThan(100);
    expect(app.faults).toEqual([]);
  });
});
