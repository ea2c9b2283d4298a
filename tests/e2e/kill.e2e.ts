/**
 * An import is killed at random moments: its workers, its tab, the whole browser. Afterwards the data are those before it
 * or those after it, never between. JILAN_KILLS says how often (3); the moments come from JILAN_SEED.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';
import { financeCsv, folderOf } from './support/making';

const KILLS = Number(process.env.JILAN_KILLS ?? '3');
const SYNTHETIC = 'sample-data/synthetic';
const FILES = readdirSync(SYNTHETIC)
  .filter((name) => /单位表|2021|2022/.test(name))
  .map((name) => join(SYNTHETIC, name));

/** Small and repeatable: xorshift. */
function random(seed: number): () => number {
  let state = seed || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Every process of the browser that was started on this profile, ended without a word. */
function killBrowser(profile: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (line.includes(`--user-data-dir=${profile}`)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // Ended by itself meanwhile.
    }
  }
}

/** Lets the test end the page's workers, as a crash of theirs would. */
const watchWorkers = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const started: Worker[] = [];
    const Original = Worker;
    class Watched extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        started.push(this);
      }
    }
    Object.assign(globalThis, {
      Worker: Watched,
      endWorkers: () => {
        for (const worker of started) worker.terminate();
      },
    });
  });

describe('an import that is killed', () => {
  const seed = Number(process.env.JILAN_SEED ?? '20261124');
  const next = random(seed);
  let site: Site;
  let app: App;
  let before = '';
  let after = '';
  let span = 0;
  const ended = { before: 0, after: 0 };

  async function open(): Promise<void> {
    app = await App.open(site, watchWorkers);
    app.page.on('dialog', (dialog) => void dialog.accept());
  }
  /** All that the files say, as one text: amounts of every unit and year, and how much there is in all. */
  async function data(): Promise<string> {
    await app.go('#/data');
    const sentence = await app.page.locator('main').locator('h1, .answer, .line').first().innerText();
    await app.go('#/execution');
    return `${sentence}\n${(await app.exportCsv()).text}`;
  }
  async function undo(): Promise<void> {
    await app.go('#/data');
    await app.page.getByRole('button', { name: '撤销', exact: true }).first().click();
    await app.page.getByRole('button', { name: '确认撤销' }).click();
    await app.page.getByText('已撤销').first().waitFor();
    await app.ready();
  }

  beforeAll(async () => {
    site = await openSite();
    await open();
    await app.importFiles([join(folderOf({ '预算与决算.csv': financeCsv('90') }), '预算与决算.csv')]);
    before = await data();
    const started = Date.now();
    await app.importFiles(FILES);
    span = Date.now() - started;
    after = await data();
    await undo();
    expect(await data()).toBe(before);
    expect(after).not.toBe(before);
  });
  afterAll(async () => {
    console.log(
      `${String(KILLS)} kills: ${String(ended.before)} before, ${String(ended.after)} after (seed ${String(seed)})`,
    );
    await site.close();
  });

  it.each(Array.from({ length: KILLS }, (_, i) => [['workers', 'tab', 'browser'][i % 3] ?? '', i] as const))(
    'leaves the data before it or after it: %s, %i',
    async (what) => {
      await app.go('#/data');
      await app.page.getByTestId('import-input').setInputFiles(FILES);
      await app.page.waitForTimeout(next() * span);
      if (what === 'workers') {
        await app.page.evaluate(() => (globalThis as unknown as { endWorkers: () => void }).endWorkers());
        await app.page.reload();
      } else if (what === 'tab') {
        await app.page.close({ runBeforeUnload: false });
        await open();
      } else {
        killBrowser(site.profile);
        await site.relaunch();
        await open();
      }
      const now = await data();
      if (now === after) ended.after += 1;
      else ended.before += 1;
      expect([before, after]).toContain(now);
      if (now === after) await undo();
    },
  );
});
