/**
 * What-if at the size of the files: a rule set is copied, one parameter of it changed again and again, and each time it
 * is measured how long it takes until everything beside it follows, how long the page's thread was kept from anything
 * else meanwhile, and how long the very same statements take by themselves in the same page. Then one trial is cancelled.
 */
import { choose, openApp, ready } from './app.mjs';
import { openBrowser } from './browser.mjs';
import { watchEngine } from './engineLog.mjs';

/** The page waits so long for a further key before it starts (useWhatIf.ts). */
export const PAUSE_MS = 400;

/** Runs in the page: how late its timers are, which is how long its thread was kept from them. */
function watchThread() {
  window.lateness = { longest: 0 };
  let due = performance.now() + 10;
  const beat = () => {
    const now = performance.now();
    window.lateness.longest = Math.max(window.lateness.longest, now - due);
    due = now + 10;
    setTimeout(beat, 10);
  };
  setTimeout(beat, 10);
}

/** Changes a field of the law; resolves with the milliseconds to the last painted change. */
const edit = (page, path, value) =>
  page.evaluate(
    ([field, text]) => {
      window.lateness.longest = 0;
      window.engineLog.take();
      return window.clickToPaint(() => {
        const element = document.querySelector(`[data-path="${field}"]`);
        element.value = text;
        for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
      });
    },
    [path, value],
  );

/** From the click on cancel to the page's word that the trial has stopped; null where it ended before one could click. */
async function cancelled(page, path, value) {
  return page.evaluate(
    ([field, text]) =>
      new Promise((done) => {
        const element = document.querySelector(`[data-path="${field}"]`);
        const begun = performance.now();
        let clicked = 0;
        element.value = text;
        for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
        const look = () => {
          const button = document.querySelector('.progress button');
          if (clicked === 0 && button) {
            clicked = performance.now();
            button.click();
          }
          const stopped = document.querySelector('[data-testid="trial-stopped"]');
          const isReady = document.querySelector('[data-testid="ready"]')?.dataset.state === 'ready';
          if (clicked > 0 && stopped) done(performance.now() - clicked);
          else if (isReady && performance.now() - begun > 3000) done(null);
          else setTimeout(look, 5);
        };
        setTimeout(look, 5);
      }),
    [path, value],
  );
}

export async function whatIf(address, { files, year, runs }) {
  const browser = await openBrowser();
  try {
    const page = await openApp(browser, address, [watchEngine, watchThread]);
    await choose(page, files);
    await page.evaluate((hash) => (window.location.hash = hash), `#/rules?year=${year}`);
    await page.getByTestId('rules-copy').click();
    await page.getByTestId('copy-id').fill('trial');
    await page.getByTestId('copy-make').click();
    await page.waitForURL(/rules=trial/);
    await ready(page);
    await page.waitForTimeout(1000);
    await ready(page);
    // From here on every state differs from the saved one.
    await edit(page, 'score_places', '3');
    const found = { edits: [], sql: [], blocks: [], cancelled: null, statements: 0 };
    for (let run = 0; run < runs; run += 1) {
      found.edits.push(await edit(page, 'equal_rule', run % 2 === 0 ? '"zero"' : '"ratio"'));
      const { longest, sql, statements } = await page.evaluate(async () => {
        const kept = window.lateness.longest;
        const entries = window.engineLog.take();
        return { longest: kept, sql: await window.engineLog.replay(entries), statements: entries.length };
      });
      found.blocks.push(longest);
      found.sql.push(sql);
      found.statements = statements;
    }
    found.moved = await page.locator('[data-figure=ranks] b').innerText();
    found.cancelled = await cancelled(page, 'equal_rule', runs % 2 === 0 ? '"zero"' : '"ratio"');
    return found;
  } finally {
    await browser.close();
  }
}
