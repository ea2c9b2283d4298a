/** Reopening takes what was kept of the tables; where that is damaged, or does not fit any more, the files are read again. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';
import { financeCsv, folderOf } from './support/making';

const FOLDER = 'sample-data/real';
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => join(FOLDER, name));
const VIEWS = ['rankings', 'execution', 'checks'];

interface Kept {
  generation: string;
  byteLength: number;
  content: { scores: { ruleSets: Record<string, string>; found: string[] } };
}

/** Looks into the store of what is kept; `damage` spoils the middle of every piece, or of the last one. */
const kept = (page: Page, damage: 'none' | 'all' | 'last' = 'none'): Promise<Kept | null> =>
  page.evaluate(async (wanted) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    if (!(await indexedDB.databases()).some(({ name }) => name === 'jilan-derived')) return null;
    const db = await answer(indexedDB.open('jilan-derived'));
    const transaction = db.transaction(['head', 'piece'], 'readwrite');
    const pieces = transaction.objectStore('piece');
    if (wanted !== 'none') {
      const keys = await answer(pieces.getAllKeys());
      for (const key of wanted === 'last' ? keys.slice(-1) : keys) {
        const bytes = (await answer(pieces.get(key))) as Uint8Array;
        bytes.fill(0x5a, bytes.length >> 1, (bytes.length >> 1) + 500);
        await answer(pieces.put(bytes, key));
      }
    }
    const head = (await answer(transaction.objectStore('head').get('head'))) as Kept | undefined;
    db.close();
    return head ?? null;
  }, damage);

/** Waits until scores and findings are kept too. */
async function untilKept(page: Page, after?: string): Promise<Kept> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const found = await kept(page);
    if (found && found.generation !== after && found.content.scores.found.length > 0) return found;
    await page.waitForTimeout(200);
  }
  throw new Error('nothing was kept');
}

describe('reopening', () => {
  let site: Site;
  let app: App;
  beforeAll(async () => {
    site = await openSite();
    app = await App.open(site);
    app.page.on('dialog', (dialog) => void dialog.accept());
  });
  afterAll(() => site.close());

  async function exported(views: readonly string[] = VIEWS): Promise<Record<string, string>> {
    const all: Record<string, string> = {};
    for (const view of views) {
      await app.go(`#/${view}?year=2021`);
      all[view] = (await app.exportCsv()).text;
    }
    return all;
  }

  async function reopen(): Promise<void> {
    await app.page.goto('about:blank');
    await app.go('#/rankings?year=2021');
  }

  let before: Record<string, string>;
  let first: Kept;

  it('gives the same tables, byte for byte, from what was kept', async () => {
    await app.importFiles(FILES);
    before = await exported();
    expect(Object.values(before).every((text) => text.split('\n').length > 2)).toBe(true);
    first = await untilKept(app.page);
    await app.go('#/data');
    expect(await app.text()).toContain('派生缓存');
    await reopen();
    expect(await exported()).toEqual(before);
    // It was used, and is still good.
    expect((await kept(app.page))?.generation).toBe(first.generation);
  });

  it('shows the very lines of the files, and takes another file in', async () => {
    await reopen();
    await app.go('#/checks?year=2021');
    await app.page.getByTestId('open-finding').first().click();
    await app.page.getByTestId('source-line').click();
    await app.page.locator('dialog pre').waitFor();
    expect(await app.page.locator('dialog pre').innerText()).toContain('2021');
    await app.page.keyboard.press('Escape');
    const folder = folderOf({ '预算与决算.csv': financeCsv('80') });
    const counts = await app.importFiles([join(folder, '预算与决算.csv')]);
    expect(Number(counts.imported)).toBeGreaterThan(0);
    expect((await exported(['checks'])).checks).not.toBe(before.checks);
    await untilKept(app.page, first.generation);
    await app.go('#/data');
    await app.page.getByRole('button', { name: '撤销', exact: true }).first().click();
    await app.page.getByRole('button', { name: '确认撤销' }).click();
    await app.page.getByText('已撤销').first().waitFor();
    await app.ready();
    // Undone and opened again before anything new is kept: what is kept does not fit, and is not used.
    await reopen();
    expect((await exported(['checks'])).checks).toBe(before.checks);
  });

  it.each(['all', 'last'] as const)('reads the files again where what was kept is damaged: %s', async (damage) => {
    const good = await untilKept(app.page);
    await kept(app.page, damage);
    await reopen();
    expect(await exported()).toEqual(before);
    expect((await kept(app.page))?.generation).not.toBe(good.generation);
    expect(app.faults).toEqual([]);
  });

  it('takes a file in that is chosen before what was kept has proved damaged', async () => {
    await untilKept(app.page);
    await kept(app.page, 'last');
    await app.page.goto('about:blank');
    await app.page.goto(`${site.address}#/data`);
    const folder = folderOf({ '预算与决算.csv': financeCsv('80') });
    await app.page.getByTestId('import-input').setInputFiles([join(folder, '预算与决算.csv')]);
    const [report, confirm] = [app.page.getByTestId('import-report'), app.page.getByTestId('import-confirm')];
    await report.or(confirm).first().waitFor({ timeout: 90_000 });
    if (await confirm.isVisible()) await confirm.click();
    await report.waitFor({ timeout: 90_000 });
    await app.ready();
    expect((await exported(['checks'])).checks).not.toBe(before.checks);
    expect(app.faults).toEqual([]);
  });

  it('keeps nothing once all is erased', async () => {
    await untilKept(app.page);
    await app.go('#/data');
    await app.page.getByTestId('erase-all').click();
    await app.page.getByTestId('load-sample').waitFor();
    await app.ready();
    expect(await kept(app.page)).toBeNull();
  });
});
