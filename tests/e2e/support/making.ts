/** Small files for the workspace tests, and what the page can be made to do to them. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

/** Writes files into a new folder; gives it. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'jilan-files-'));
  for (const [name, body] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), body);
  }
  return folder;
}

export const financeCsv = (amount: string): string =>
  `年度,单位编码,单位名称,口径,科目,金额,金额单位\n2021,001,甲单位,年初预算,支出合计,100,万元\n2021,001,甲单位,决算,支出合计,${amount},万元\n`;

export const indicatorCsv = (names: readonly string[]): string =>
  ['年度,单位编码,单位名称,指标序号,指标名称,目标值,完成值,分值,自评得分']
    .concat(names.map((name, i) => `2021,001,甲单位,${String(i + 1)},${name},≥10,10,10,10`))
    .join('\n');

/** From now on the browser has no room for sources (or for entries of the journal), as when the disk is full. */
export const fillDisk = (page: Page, full: 'source' | 'journal' = 'source'): Promise<void> =>
  page.evaluate((name) => {
    for (const method of ['put', 'add'] as const) {
      const write = IDBObjectStore.prototype[method];
      IDBObjectStore.prototype[method] = function (value: unknown, key?: IDBValidKey) {
        if (this.name === name) throw new DOMException('no room', 'QuotaExceededError');
        return write.call(this, value, key);
      };
    }
  }, full);
