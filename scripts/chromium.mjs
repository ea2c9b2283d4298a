/** Finds Chromium, or says how to get it; on Debian as root it is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'msedge',
  'microsoft-edge',
];
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium, or null. The variable CHROMIUM beats everything. */
export function findChromium() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...PLACES].find((path) => existsSync(path)) ?? null;
}

const hasChineseFont = () =>
  process.platform !== 'linux' ||
  (spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

function apt(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** Makes sure that a Chromium and Chinese fonts are there. Returns its path, or throws with what to install. */
export function ensureChromium() {
  const missing = [];
  if (!findChromium() && !process.env.CHROMIUM) missing.push('chromium');
  if (!hasChineseFont()) missing.push('fonts-noto-cjk', 'fontconfig');
  if (missing.length > 0 && isRootOnDebian()) apt(...missing);
  const found = findChromium();
  if (!found) {
    throw new Error(
      'Chromium is needed for the end-to-end tests: install it (Debian: apt-get install chromium fonts-noto-cjk), ' +
        'or name its path in the variable CHROMIUM.',
    );
  }
  return found;
}
