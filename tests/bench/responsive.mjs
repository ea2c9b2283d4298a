/**
 * Whether the page answers while it imports: `node tests/bench/responsive.mjs <built app> <file …>` drops the files into the
 * app in Chromium, cancels twice (while the files are recognised, while they are read), drops them again, and meanwhile clicks about. Prints what it saw as JSON: the
 * progress that was shown, the longest time that the page's own thread was busy, the time from click to paint, the time
 * from cancel to nothing left, and what was imported. Nothing here judges a time; no part of CI.
 *
 *   node tests/bench/generate.mjs /tmp/p --encoding gb18030 && npm run build
 *   node tests/bench/responsive.mjs dist /tmp/p/合成-绩效指标.csv
 */
import process from 'node:process';
import { serveFolder } from '../../scripts/static-server.mjs';
import { openBrowser } from './browser.mjs';

const [dist, ...files] = process.argv.slice(2);
if (!dist || files.length === 0) throw new Error('usage: responsive.mjs <built app> <file …>');
const LONG = 900_000;
const CLICK_EVERY = 700;

/** Runs in the page: how late its timers are, which is how long its thread was kept from them. */
function watchThread() {
  window.lateness = { longest: 0, beats: 0 };
  let due = performance.now() + 20;
  const beat = () => {
    const now = performance.now();
    window.lateness.longest = Math.max(window.lateness.longest, now - due);
    window.lateness.beats += 1;
    due = now + 20;
    setTimeout(beat, 20);
  };
  setTimeout(beat, 20);
}

/** From a click on another page's link, and back, to the second frame after it. */
const clickAbout = (page) =>
  page.evaluate(async () => {
    const times = [];
    for (const name of ['rules', 'data']) {
      const link = document.querySelector(`a[href*="#/${name}"]`);
      if (!link) throw new Error(`no link to ${name}`);
      const start = performance.now();
      link.click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      times.push(performance.now() - start);
    }
    return times;
  });

const busyWith = (page) =>
  page.evaluate(() => {
    const bar = document.querySelector('[role=progressbar]');
    return bar ? `${bar.getAttribute('aria-label')} ${bar.getAttribute('aria-valuenow') ?? ''}`.trim() : null;
  });

async function drop(page) {
  await page.evaluate(() => (window.lateness.longest = 0));
  await page.getByTestId('import-input').setInputFiles(files);
}

/** Cancels once the progress of what `label` begins with is past `share` percent. */
async function cancelAt(page, label, share) {
  await drop(page);
  const cancel = page.getByTestId('import-cancel');
  await cancel.waitFor();
  await page.waitForFunction(
    ([word, least]) => {
      const bar = document.querySelector('[role=progressbar]');
      return bar?.ariaLabel?.startsWith(word) && Number(bar.ariaValueNow ?? 0) >= least;
    },
    [label, share],
  );
  const at = await busyWith(page);
  const start = await page.evaluate(() => performance.now());
  await cancel.click();
  await cancel.waitFor({ state: 'detached' });
  const end = await page.evaluate(() => performance.now());
  return { at, milliseconds: Math.round(end - start) };
}

async function importWhileClicking(page) {
  const start = performance.now();
  await drop(page);
  const shown = [];
  const clicks = [];
  let confirmed = false;
  let lastClick = performance.now();
  const report = page.getByTestId('import-report');
  while (!(await report.isVisible())) {
    const now = await busyWith(page);
    if (now && now !== shown.at(-1)) shown.push(now);
    const confirm = page.getByTestId('import-confirm');
    if (!confirmed && (await confirm.isVisible())) {
      await confirm.click();
      confirmed = true;
    }
    if (performance.now() - lastClick > CLICK_EVERY) {
      clicks.push(...(await clickAbout(page)));
      lastClick = performance.now();
    }
    await page.waitForTimeout(40);
    if (performance.now() - start > LONG) throw new Error('the import did not end');
  }
  const lateness = await page.evaluate(() => window.lateness);
  clicks.sort((a, b) => a - b);
  return {
    seconds: Math.round((performance.now() - start) / 100) / 10,
    counts: await report.evaluate((element) => ({ ...element.dataset })),
    longestBusyMilliseconds: Math.round(lateness.longest),
    clicks: clicks.length,
    clickToPaint: Object.fromEntries(
      [
        ['median', 0.5],
        ['p95', 0.95],
        ['longest', 1],
      ].map(([name, at]) => [
        name,
        Math.round(clicks[Math.min(clicks.length - 1, Math.floor(clicks.length * at))] ?? 0),
      ]),
    ),
    progressShown: shown.length,
    progress: shown.filter((_, i) => i % Math.max(1, Math.floor(shown.length / 12)) === 0),
  };
}

const server = await serveFolder({ root: dist });
const browser = await openBrowser();
try {
  const page = await browser.context.newPage();
  page.setDefaultTimeout(LONG);
  await page.addInitScript(watchThread);
  await page.goto(`${server.address}#/data`);
  await page.locator('[data-testid=ready][data-state=ready]').waitFor({ state: 'attached' });
  const cancelled = [await cancelAt(page, '正在辨认', 30), await cancelAt(page, '正在读', 40)];
  const imported = await importWhileClicking(page);
  console.log(JSON.stringify({ cancelled, imported, peakMemory: await browser.peakMemory() }, null, 2));
} finally {
  await browser.close();
  await server.close?.();
}
