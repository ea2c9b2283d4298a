/** A fresh Chromium on the built app, behind a plain static server in a sub-folder, with every other host refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from '../../../scripts/chromium.mjs';
import { serveFolder } from '../../../scripts/static-server.mjs';

export interface Site {
  context: BrowserContext;
  /** The app's address, ending in `/`. */
  address: string;
  /** The folder that the browser keeps its data in. */
  profile: string;
  /** Starts another browser on what the last one has left. */
  relaunch: () => Promise<void>;
  close: () => Promise<void>;
}

export interface SiteOptions {
  /** A made host name: plain http on it is no secure context, as on an intranet. */
  host?: string;
  base?: string;
}

export async function openSite({ host = '127.0.0.1', base = '/bureau/jilan/' }: SiteOptions = {}): Promise<Site> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: set CHROMIUM to its path');
  const server = await serveFolder({ root: process.env.JILAN_DIST ?? 'dist', base });
  const profile = mkdtempSync(join(tmpdir(), 'jilan-e2e-'));
  const rules = ['MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'];
  if (host !== '127.0.0.1') rules.unshift(`MAP ${host} 127.0.0.1`);
  const launch = () =>
    chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      acceptDownloads: true,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--host-resolver-rules=${rules.join(', ')}`,
      ],
    });
  const site: Site = {
    context: await launch(),
    address: `http://${host}:${String(server.port)}${base}`,
    profile,
    relaunch: async () => {
      await site.context.close().catch(() => undefined);
      // A killed browser leaves the mark of its hold on the profile.
      for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
        rmSync(join(profile, name), { force: true });
      site.context = await launch();
    },
    close: async () => {
      await site.context.close();
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
  return site;
}
