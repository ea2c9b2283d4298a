/** The built app in Chromium, used as an analyst would. Times in milliseconds. */
import { openBrowser } from './browser.mjs';
import { watchPaints } from './paint.mjs';

const LONG = 900_000;
/** From the app being ready to the files being dropped: no hand is faster. */
const CHOOSING_MS = 3000;

/** `watchers` run in the page before the app does. */
export async function openApp(browser, address, watchers = []) {
  const page = await browser.context.newPage();
  page.setDefaultTimeout(LONG);
  for (const watcher of [watchPaints, ...watchers]) await page.addInitScript(watcher);
  await page.goto(`${address}#/data`);
  await ready(page);
  return page;
}

export const ready = (page) => page.locator('[data-testid=ready][data-state=ready]').waitFor({ state: 'attached' });
const firstRow = '[data-testid="ranking-table"] tbody tr[aria-rowindex="2"]';

/** Chooses files, accepts what is proposed, waits for the report. */
export async function choose(page, paths) {
  await page.getByTestId('import-input').setInputFiles(paths);
  const report = page.getByTestId('import-report');
  const confirm = page.getByTestId('import-confirm');
  await report.or(confirm).first().waitFor();
  if (await confirm.isVisible()) await confirm.click();
  await report.waitFor();
  return report.evaluate((element) => ({ ...element.dataset }));
}

/** Waits until the first ranking is on screen and everything that belongs to it has been computed. */
async function showRanking(page, year) {
  await page.evaluate((hash) => (window.location.hash = hash), `#/rankings?year=${year}`);
  await page.locator(firstRow).first().waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

export async function startUp(address) {
  const browser = await openBrowser();
  try {
    const found = [];
    for (const visit of ['first', 'again']) {
      const page = await browser.context.newPage();
      await page.goto(`${address}#/data`);
      await ready(page);
      const times = await page.evaluate(() => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
        const scripts = performance
          .getEntriesByType('resource')
          .filter((entry) => /\.js$/.test(new URL(entry.name).pathname) && entry.startTime < paint)
          .map((entry) => new URL(entry.name).pathname);
        return { paint, ready: performance.now(), scripts };
      });
      found.push({ visit, ...times });
      await page.close();
    }
    return found;
  } finally {
    await browser.close();
  }
}

/** Waits until what was derived has been kept, scores included, as happens while nobody asks anything; ms, or null. */
async function waitForSnapshot(page, limit = 60_000) {
  const start = performance.now();
  while (performance.now() - start < limit) {
    const found = await page.evaluate(async () => {
      const { indexedDB } = window;
      if (!(await indexedDB.databases()).some(({ name }) => name === 'jilan-derived')) return null;
      const db = await new Promise((done, failed) => {
        const request = indexedDB.open('jilan-derived');
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      const head = await new Promise((done) => {
        const request = db.transaction('head').objectStore('head').get('head');
        request.onsuccess = () => done(request.result ?? null);
        request.onerror = () => done(null);
      });
      db.close();
      return head && Object.keys(head.content.scores.ruleSets).length > 0 ? head.byteLength : null;
    });
    if (found !== null) return { ms: performance.now() - start, bytes: found };
    await page.waitForTimeout(250);
  }
  return null;
}

/** One import in a fresh profile, and, where asked, what comes after it. */
export async function importAndUse(address, { files, small, year, clicks = 0, reopen = true, rules = false }) {
  const browser = await openBrowser();
  try {
    let page = await openApp(browser, address);
    // The analyst looks for the files; the engine is at rest meanwhile (stores/warming.ts).
    await page.waitForTimeout(CHOOSING_MS);
    const start = performance.now();
    const counts = await choose(page, files);
    const imported = performance.now() - start;
    await showRanking(page, year);
    const ranking = performance.now() - start;
    await ready(page);
    const result = { counts, imported, ranking, settled: performance.now() - start };
    result.peakMemory = await browser.peakMemory();
    if (rules) {
      result.ruleSet = await page.evaluate(() =>
        window.clickToPaints(() => {
          const select = document.querySelector('[data-testid="rule-set"]');
          select.value = 'ratio-1';
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }),
      );
    }
    if (reopen) {
      result.snapshot = await waitForSnapshot(page);
      result.peakMemoryKept = await browser.peakMemory();
      await page.close();
      page = await browser.context.newPage();
      page.setDefaultTimeout(LONG);
      await page.addInitScript(watchPaints);
      const again = performance.now();
      await page.goto(`${address}#/rankings?year=${year}`);
      await page.locator(firstRow).first().waitFor();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      result.reopened = performance.now() - again;
      await ready(page);
      result.peakMemoryReopened = await browser.peakMemory();
    }
    if (small?.length) {
      await page.evaluate(() => (window.location.hash = '#/data'));
      const add = performance.now();
      await page.getByTestId('import-input').waitFor({ state: 'attached' });
      await choose(page, small);
      result.added = performance.now() - add;
    }
    if (clicks > 0) result.interaction = await interact(page, year, clicks);
    result.peakMemoryInUse = await browser.peakMemory();
    return result;
  } finally {
    await browser.close();
  }
}

/** A hand that has come to a name rests on it for about so long before it presses. */
const POINTING_MS = 200;

/**
 * Each kind of click, many times over, between values that change what is shown. A unit is opened in two ways: pointed at
 * first, as with a mouse, and at once, in a list that has only just come up.
 */
async function interact(page, year, clicks) {
  const found = {};
  await page.evaluate((hash) => (window.location.hash = hash), `#/rankings?year=${year}`);
  await page.locator(firstRow).first().waitFor();
  await ready(page);
  await page.waitForTimeout(500);
  found.filter = await page.evaluate(async (count) => {
    const times = [];
    const regions = [...document.querySelectorAll('[data-testid="region"] option')].map((option) => option.value);
    if (regions.length < 2) throw new Error('no regions to filter by: clicks would change nothing');
    for (let i = 0; i < count; i += 1) {
      times.push(
        await window.clickToPaints(() => {
          const select = document.querySelector('[data-testid="region"]');
          select.value = regions[i % 2 === 0 ? 1 + (i % (regions.length - 1)) : 0] ?? '';
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }),
      );
    }
    return times;
  }, clicks);
  found.year = await page.evaluate(async (count) => {
    const times = [];
    for (let i = 0; i < count; i += 1) {
      const buttons = [...document.querySelectorAll('[data-year]')];
      times.push(await window.clickToPaints(() => buttons[i % buttons.length].click()));
    }
    return times;
  }, clicks);
  found.sort = await page.evaluate(async (count) => {
    const times = [];
    for (let i = 0; i < count; i += 1) {
      const heads = [...document.querySelectorAll('[data-testid="ranking-table"] thead button')];
      times.push(await window.clickToPaints(() => heads[i % heads.length].click()));
    }
    return times;
  }, clicks);
  found.unitAtOnce = await page.evaluate(async (count) => {
    const times = [];
    for (let i = 0; i < count; i += 1) {
      const years = [...document.querySelectorAll('[data-year]')];
      await window.clickToPaints(() => years[i % years.length].click());
      const links = [...document.querySelectorAll('[data-testid="ranking-table"] tbody a[href*="#/units/"]')];
      const link = links[i % links.length];
      times.push(await window.clickToPaints(() => link.click()));
      await window.clickToPaints(() => window.history.back());
    }
    return times;
  }, clicks);
  found.unit = [];
  for (let i = 0; i < clicks; i += 1) {
    const links = page.locator('[data-testid="ranking-table"] tbody a[href*="#/units/"]');
    // By its address: the list draws other rows once the pointer has scrolled it.
    const href = await links.nth(i % (await links.count())).getAttribute('href');
    const link = page.locator(`[data-testid="ranking-table"] tbody a[href="${href}"]`);
    await link.hover();
    await page.waitForTimeout(POINTING_MS);
    found.unit.push(await link.evaluate((element) => window.clickToPaints(() => element.click())));
    await page.evaluate(() => window.clickToPaints(() => window.history.back()));
  }
  for (const view of ['overview', 'execution', 'three-public', 'checks']) {
    const times = await page.evaluate(
      async ([name, when]) => [await window.clickToPaints(() => (window.location.hash = `#/${name}?year=${when}`))],
      [view, year],
    );
    found[view] = times;
  }
  return found;
}
