/** What the app is held against, on the same files: in the same browser, and DuckDB itself in Node. */
import { DuckDBInstance } from '@duckdb/node-api';
import { READ_OPTIONS } from './bare.mjs';
import { openBrowser } from './browser.mjs';

export async function native(paths) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const start = performance.now();
  for (const [index, path] of paths.entries()) {
    await connection.run(`CREATE TABLE read_${index} AS FROM read_csv('${path}', ${READ_OPTIONS})`);
  }
  const ms = performance.now() - start;
  connection.closeSync();
  return ms;
}

/** A fresh page for each measure, so that none pays for another's memory. */
export async function inPage(address, files, measure) {
  const browser = await openBrowser();
  try {
    const page = await browser.context.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(address);
    await page.waitForFunction(() => 'bench' in window);
    if (files.length > 0) await page.locator('input').setInputFiles(files);
    return await measure(page);
  } finally {
    await browser.close();
  }
}
