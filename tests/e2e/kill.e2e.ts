/**
 * An import is killed at random moments of each of its parts: its workers, its tab (closed, crashed), the whole browser.
 * Afterwards the data are those before it or those after it, never between. JILAN_KILLS says how often (3), JILAN_KILLS_FROM
 * with which one to begin (0); the moments come from JILAN_SEED.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';
import { financeCsv, folderOf } from './support/making';

const KILLS = Number(process.env.JILAN_KILLS ?? '3');
const FROM = Number(process.env.JILAN_KILLS_FROM ?? '0');
const WAYS = ['workers', 'browser', 'tab', 'crash'] as const;
/** Four ways and five parts: twenty kills meet every pair. */
const PARTS = ['inspect', 'read', 'store', 'write', 'merge'] as const;
type Part = (typeof PARTS)[number];
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

/** Lets the test end the page's workers, as a crash of theirs would, and hear which part of an import has begun. */
const watchImport = (page: Page): Promise<unknown> =>
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

    const say = (part: string): void => {
      console.debug(`import: ${part} ${String(performance.now())}`);
    };
    let phase = 'idle';
    const parts: Readonly<Record<string, string>> = { inspecting: 'inspect', reading: 'read', storing: 'store' };
    type Host = { __vue_app__?: { config: { globalProperties: { $pinia?: { state: { value: Stores } } } } } };
    type Stores = Readonly<Record<string, { phase?: string } | undefined>>;
    const look = (): void => {
      const app = (document.querySelector('#app') as Host | null)?.__vue_app__;
      const now = app?.config.globalProperties.$pinia?.state.value.dataset?.phase ?? 'idle';
      if (now !== phase) say(parts[now] ?? now);
      phase = now;
    };
    setInterval(look, 2);
    // The one write of an import: its journal entry and its sources. What comes after it is the merge.
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      const transaction = begin.call(this, names, mode, options);
      look();
      if (mode === 'readwrite' && phase === 'storing') {
        say('write');
        transaction.addEventListener('complete', () => say('merge'));
      }
      return transaction;
    };
  });

describe('an import that is killed', () => {
  const seed = Number(process.env.JILAN_SEED ?? '20261124');
  const next = random(seed);
  let site: Site;
  let app: App;
  let before = '';
  let after = '';
  /** Parts of the running import and when they began. */
  let begun: { readonly part: string; readonly at: number }[] = [];
  /** How long each part took in the import that was let be. */
  const span = new Map<Part, number>();
  const ended = { before: 0, after: 0, between: 0 };

  async function open(): Promise<void> {
    app = await App.open(site, watchImport);
    app.page.on('dialog', (dialog) => void dialog.accept());
    app.page.on('console', (message) => {
      const [, part, at] = /^import: (\w+) ([\d.]+)$/.exec(message.text()) ?? [];
      if (part !== undefined) begun.push({ part, at: Number(at) });
    });
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
  /** Waits for a part of the running import, and then for a random share of the time that it takes (warm: some less). */
  async function momentIn(part: Part): Promise<void> {
    while (!begun.some((each) => each.part === part)) await new Promise((resolve) => setTimeout(resolve, 1));
    await new Promise((resolve) => setTimeout(resolve, next() * 0.7 * (span.get(part) ?? 0)));
  }

  async function crash(): Promise<void> {
    const session = await site.context.newCDPSession(app.page);
    const crashed = app.page.waitForEvent('crash');
    // Never answered: who should answer is gone.
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
  }

  async function kill(way: (typeof WAYS)[number]): Promise<void> {
    if (way === 'workers') {
      await app.page.evaluate(() => (globalThis as unknown as { endWorkers: () => void }).endWorkers());
      await app.page.reload();
    } else if (way === 'browser') {
      killBrowser(site.profile);
      await site.relaunch();
      await open();
    } else {
      if (way === 'crash') await crash();
      await app.page.close({ runBeforeUnload: false });
      await open();
    }
  }

  beforeAll(async () => {
    site = await openSite();
    await open();
    await app.importFiles([join(folderOf({ '预算与决算.csv': financeCsv('90') }), '预算与决算.csv')]);
    before = await data();
    begun = [];
    await app.importFiles(FILES);
    for (const part of PARTS) {
      const index = begun.findIndex((each) => each.part === part);
      expect(index, `${part} among ${begun.map((each) => each.part).join()}`).toBeGreaterThanOrEqual(0);
      span.set(part, (begun[index + 1]?.at ?? 0) - (begun[index]?.at ?? 0));
    }
    console.log(`parts in ms: ${[...span].map(([part, ms]) => `${part} ${ms.toFixed(1)}`).join(', ')}`);
    after = await data();
    await undo();
    expect(await data()).toBe(before);
    expect(after).not.toBe(before);
  });
  afterAll(async () => {
    const counts = (['before', 'after', 'between'] as const).map((when) => `${String(ended[when])} ${when}`);
    console.log(`${String(KILLS)} kills from ${String(FROM)}: ${counts.join(', ')} (seed ${String(seed)})`);
    await site.close();
  });

  const kills = Array.from({ length: KILLS }, (_, i) => FROM + i).map(
    (i) => [WAYS[i % WAYS.length] ?? 'tab', PARTS[i % PARTS.length] ?? 'read', i] as const,
  );
  it.each(kills)('leaves the data before it or after it: %s in %s, %i', async (way, part, i) => {
    await app.go('#/data');
    begun = [];
    await app.page.getByTestId('import-input').setInputFiles(FILES);
    await momentIn(part);
    await kill(way);
    const met = begun.at(-1)?.part ?? '';
    const now = await data();
    const when = now === before ? 'before' : now === after ? 'after' : 'between';
    ended[when] += 1;
    console.log(`kill ${String(i)}: ${way} in ${met} (aimed at ${part}): ${when}`);
    expect([before, after]).toContain(now);
    if (now === after) await undo();
  });
});
