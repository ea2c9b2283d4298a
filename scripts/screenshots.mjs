/**
 * `node scripts/screenshots.mjs [folder] [dist]`: every view of the made sample at 1440×900 and 1280×720, light and
 * dark, as seen and in full length, for people to look at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';
import { serveFolder } from './static-server.mjs';

const [folder = 'screenshots', dist = 'dist'] = process.argv.slice(2);
const VIEWS = [
  ['overview', '#/overview?year=2024'],
  ['rankings', '#/rankings?year=2024'],
  ['execution', '#/execution?year=2024'],
  ['three-public', '#/three-public?year=2024'],
  ['unit', '#/units/03105?year=2024'],
  ['data', '#/data'],
];
const SIZES = [
  [1440, 900],
  [1280, 720],
];

async function settle(page) {
  for (let calm = 0; calm < 4;) {
    await page.waitForSelector('[data-testid=ready][data-state=ready]', { state: 'attached', timeout: 90_000 });
    await page.waitForTimeout(100);
    calm = (await page.locator('[data-testid=ready][data-state=ready]').count()) === 1 ? calm + 1 : 0;
  }
}

mkdirSync(folder, { recursive: true });
const server = await serveFolder({ root: dist });
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  const shoot = async (name, width, height) => {
    for (const scheme of ['light', 'dark']) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await settle(page);
      await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`) });
      // The page scrolls inside its own frame or as a whole: a window as high as the content shows all of it.
      const full = await page.evaluate(() =>
        Math.max(document.documentElement.scrollHeight, document.querySelector('main')?.scrollHeight ?? 0),
      );
      await page.setViewportSize({ width, height: Math.max(height, full) });
      await settle(page);
      await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}-full.png`) });
    }
  };
  await page.goto(server.address);
  await settle(page);
  await shoot('empty', 1440, 900);
  await page.getByTestId('load-sample').click();
  await page.getByTestId('load-sample').waitFor({ state: 'detached' });
  await settle(page);
  for (const [width, height] of SIZES) {
    for (const [name, hash] of VIEWS) {
      await page.goto(`${server.address}${hash}`);
      await shoot(name, width, height);
    }
  }
} finally {
  await browser.close();
  await server.close();
}
