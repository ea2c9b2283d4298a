/** A fresh Chromium with its own profile, and what its page's process holds in memory. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';

export async function openBrowser() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: set CHROMIUM to its path');
  const profile = mkdtempSync(join(tmpdir(), 'jilan-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
  const session = await context.browser()?.newBrowserCDPSession();
  return {
    context,
    /** The most memory that any page's process, its workers included, has held so far: MB. */
    peakMemory: async () => {
      if (!session) return null;
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => highWater(id));
      return Math.max(...peaks);
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function highWater(pid) {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return 0;
  }
}
