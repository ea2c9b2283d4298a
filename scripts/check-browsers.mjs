/**
 * `node scripts/check-browsers.mjs dist`: may the built app run in the oldest browsers that offices have?
 * Everything newer must be asked for before use, or stand in browsers/exceptions.mjs with a reason.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { EXCEPTIONS } from './browsers/exceptions.mjs';
import { FLOOR } from './browsers/floor.mjs';
import { checkScripts } from './browsers/javascript.mjs';
import { checkStyles } from './browsers/stylesheet.mjs';

const folder = process.argv[2] ?? 'dist';
const read = (extension) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

const scripts = read('.js');
const styles = read('.css');
const found = [...checkScripts(scripts), ...checkStyles(styles)];
const allowed = new Set(EXCEPTIONS.map(({ what }) => what));
const faults = found.filter(({ what }) => !allowed.has(what));
const idle = EXCEPTIONS.filter(({ what }) => !found.some((one) => one.what === what));

const floor = Object.entries(FLOOR)
  .map(([browser, version]) => `${browser} ${version}`)
  .join(', ');
console.log(`${scripts.length} scripts and ${styles.length} stylesheets against ${floor}`);
for (const { what, why, where } of faults)
  console.error(`  ${what} (${why}) at ${where}: use something older, or ask before using it`);
for (const { what } of idle)
  console.error(`  ${what} is excepted but no longer used: take it out of browsers/exceptions.mjs`);
if (scripts.length === 0) console.error('  no script found: build first');
process.exitCode = faults.length + idle.length === 0 && scripts.length > 0 ? 0 : 1;
