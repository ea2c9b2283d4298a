/** The app in a tab, and everything that went wrong in it. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import type { Site } from './browser';

/** Headless Chromium holds back the eleventh download of a page: leave it before. */
const DOWNLOADS_PER_PAGE = 8;

export class App {
  /** Console errors, uncaught errors, policy violations, failed requests and requests to other hosts. */
  get faults(): string[] {
    return [...this.seen];
  }
  private readonly seen = new Set<string>();
  private downloads = 0;

  private constructor(
    readonly page: Page,
    private readonly address: string,
  ) {}

  static async open(site: Site, prepare?: (page: Page) => Promise<unknown>): Promise<App> {
    const page = await site.context.newPage();
    page.setDefaultTimeout(30_000);
    const app = new App(page, site.address);
    const origin = new URL(site.address).origin;
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
        app.seen.add(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => app.seen.add(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(blob|data|about):/.test(url)) app.seen.add(`request to another host: ${url}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) app.seen.add(`${String(response.status())}: ${response.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
      });
    });
    await prepare?.(page);
    return app;
  }

  /** Opens a route such as `#/rankings?year=2021` as typed into the tab. */
  async go(hash: string): Promise<void> {
    const before = this.page.url();
    await this.page.goto(`${this.address}${hash}`);
    // Only the part after # changed: the page was not loaded anew.
    if (before.startsWith(this.address)) await this.page.waitForTimeout(50);
    await this.ready();
  }

  /** Waits until nothing is loading or being computed, and stays so for a moment. */
  async ready(): Promise<void> {
    const settled = this.page.locator('[data-testid=ready][data-state=ready]');
    for (let calm = 0; calm < 3;) {
      await settled.waitFor({ state: 'attached', timeout: 90_000 });
      await this.page.waitForTimeout(60);
      calm = (await settled.count()) === 1 ? calm + 1 : 0;
    }
  }

  async loadSample(): Promise<void> {
    await this.go('#/data');
    await this.page.getByTestId('load-sample').click();
    await this.page.getByTestId('load-sample').waitFor({ state: 'detached', timeout: 90_000 });
    await this.ready();
  }

  /** Chooses files in the import input and accepts whatever is proposed; returns the report's counts. */
  async importFiles(paths: string[]): Promise<Record<string, string>> {
    await this.go('#/data');
    await this.page.getByTestId('import-input').setInputFiles(paths);
    const report = this.page.getByTestId('import-report');
    const confirm = this.page.getByTestId('import-confirm');
    await report.or(confirm).first().waitFor({ timeout: 90_000 });
    if (await confirm.isVisible()) await confirm.click();
    await report.waitFor({ timeout: 90_000 });
    await this.ready();
    return report.evaluate((element) => ({ ...(element as HTMLElement).dataset }) as Record<string, string>);
  }

  /** Clicks a button that saves a file and gives the file. */
  async save(testId: string, index = 0): Promise<{ name: string; bytes: Buffer }> {
    if (this.downloads >= DOWNLOADS_PER_PAGE) await this.leaveAndReturn();
    this.downloads += 1;
    const waiting: Promise<Download> = this.page.waitForEvent('download', { timeout: 60_000 });
    await this.page.getByTestId(testId).nth(index).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  async exportCsv(): Promise<{ name: string; text: string }> {
    const { name, bytes } = await this.save('export-csv');
    return { name, text: bytes.toString('utf8') };
  }

  private async leaveAndReturn(): Promise<void> {
    const here = this.page.url();
    await this.page.goto('about:blank');
    await this.page.goto(here);
    await this.ready();
    this.downloads = 0;
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }
}
