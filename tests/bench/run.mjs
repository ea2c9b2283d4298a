/**
 * `npm run bench`: the built app at the size of a province, and on the same files in the same run what it is held
 * against. Prints a table of medians and ratios and writes them as JSON. Nothing here judges a time.
 *
 *   npm run bench -- [--small] [--runs 5] [--factor 1] [--large] [--only start,app,whatif,rivals] [--json bench.json]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveFolder } from '../../scripts/static-server.mjs';
import { importAndUse, startUp } from './app.mjs';
import { generate } from './generate.mjs';
import { scriptsBeforePaint } from './size.mjs';
import { summary, told } from './stats.mjs';
import { report } from './report.mjs';
import { PAUSE_MS, whatIf } from './whatif.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    runs: { type: 'string' },
    factor: { type: 'string' },
    only: { type: 'string', default: 'start,app,whatif,rivals' },
    json: { type: 'string' },
  },
});
const small = values.small;
const runs = Number(values.runs ?? (small ? 1 : 5));
const factor = Number(values.factor ?? (small ? 0.05 : 1));
const parts = values.only.split(',');
const YEAR = 2024;

const scratch = mkdtempSync(join(tmpdir(), 'jilan-bench-'));
const say = (words) => console.error(`${new Date().toISOString().slice(11, 19)} ${words}`);

function build(config, outDir) {
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', ...(config ? ['--config', config] : []), '--outDir', outDir, '--emptyOutDir'];
  const { status } = spawnSync(process.execPath, [...args, '--logLevel', 'warn'], { cwd: project, stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed');
}

/** Its own packages, so that the app's install does not carry them. */
function installRivals() {
  const folder = join(project, 'tests', 'bench');
  if (existsSync(join(folder, 'node_modules', '@duckdb'))) return;
  say('installing what the app is held against');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
}

async function repeat(count, what, work) {
  const found = [];
  for (let run = 1; run <= count; run += 1) {
    found.push(await work());
    const last = found.at(-1);
    say(`${what} ${run}/${count}${typeof last === 'number' ? `: ${(last / 1000).toFixed(2)} s` : ''}`);
  }
  return found;
}

const measures = {};
/** Of each result its figure; what could not be measured is left out. */
const put = (name, results, figureOf = (result) => result) => {
  const figures = results.map(figureOf).filter((figure) => figure !== null);
  if (figures.length > 0) measures[name] = summary(figures);
};

/** Until the page's words and tables are painted, and until everything is. */
function putClicks(size, interaction) {
  for (const [kind, times] of Object.entries(interaction)) {
    put(`${size}.${kind}`, times, ({ words }) => words);
    put(`${size}.${kind}.all`, times, ({ all }) => all);
  }
}

async function measureStart(address) {
  const visits = (await repeat(runs, 'start-up', () => startUp(address))).flat();
  const first = visits.filter(({ visit }) => visit === 'first');
  const again = visits.filter(({ visit }) => visit === 'again');
  put('firstPaint', first, ({ paint }) => paint);
  put('appReady', first, ({ ready }) => ready);
  put('appReadyAgain', again, ({ ready }) => ready);
  return first.at(-1)?.scripts ?? [];
}

async function measureApp(address, paths, large) {
  const files = [paths.indicator, paths.finance];
  const results = await repeat(runs, 'import', async () => {
    const result = await importAndUse(address, { files, year: YEAR, rules: true });
    say(`  ranking ${(result.ranking / 1000).toFixed(1)} s, reopened ${(result.reopened / 1000).toFixed(1)} s`);
    return result;
  });
  put('imported', results, ({ imported }) => imported);
  put('ranking', results, ({ ranking }) => ranking);
  put('settled', results, ({ settled }) => settled);
  put('reopened', results, ({ reopened }) => reopened);
  put('rescored', results, ({ ruleSet }) => ruleSet.words);
  put('rescoredAll', results, ({ ruleSet }) => ruleSet.all);
  put('peakMemory', results, ({ peakMemory }) => peakMemory);
  const used = await importAndUse(address, {
    files,
    small: [paths.unit, paths.conclusion],
    year: YEAR,
    clicks: small ? 4 : 24,
    reopen: false,
  });
  putClicks('click', used.interaction);
  put('peakMemoryInUse', [used.peakMemoryInUse]);
  if (large) await measureLarge(address, large);
  return results.at(-1)?.counts;
}

/** Five times as much: the import by itself, and clicks after it in the same page. */
async function measureLarge(address, paths) {
  const files = [paths.indicator, paths.finance];
  const small = [paths.unit, paths.conclusion];
  const found = await repeat(runs, 'five times as much', async () => {
    const five = await importAndUse(address, { files, small, year: YEAR, reopen: false, clicks: 8 });
    say(`  ranking ${(five.ranking / 1000).toFixed(1)} s, ${String(five.peakMemoryInUse)} MB`);
    return five;
  });
  put('ranking5', found, ({ ranking }) => ranking);
  put('settled5', found, ({ settled }) => settled);
  const kinds = Object.keys(found[0].interaction);
  putClicks(
    'click5',
    Object.fromEntries(kinds.map((kind) => [kind, found.flatMap(({ interaction }) => interaction[kind])])),
  );
  put('peakMemory5', found, ({ peakMemoryInUse }) => peakMemoryInUse);
}

async function measureWhatIf(address, paths) {
  const files = [paths.indicator, paths.finance];
  const found = await whatIf(address, { files, year: YEAR, runs: Math.max(runs, 3) });
  say(`what-if: ${found.moved} ranks move, ${found.statements} statements`);
  put('whatIf', found.edits, (ms) => ms - PAUSE_MS);
  put('whatIfSql', found.sql);
  put('whatIfBlock', found.blocks);
  put('whatIfCancel', [found.cancelled]);
}

async function measureRivals(address, paths) {
  const { inPage, native } = await import('./rivals.mjs');
  const both = [paths.indicator, paths.finance];
  const page = (what, work) => repeat(runs, what, () => inPage(address, both, work));
  put('native', await repeat(runs, 'native DuckDB', () => native(both)));
  const started = await page('engine alone', (tab) => tab.evaluate(() => window.bench.bareStart()));
  put('bareStart', started, ({ ms }) => ms);
  const wasm = (words) => (tab) => tab.evaluate((list) => window.bench.duckdb(list), words);
  put('wasmBoth', await page('duckdb-wasm', wasm(['绩效指标', '预算与决算'])), ({ ms }) => ms);
  const bare = await inPage(address, both, (tab) =>
    tab.evaluate((count) => window.bench.bareScoring('绩效指标', count), Math.max(runs, 3)),
  );
  put('bareScoring', bare.all);
  for (const [name, what] of [
    ['papa', 'PapaParse'],
    ['arquero', 'Arquero'],
    ['perspective', 'Perspective'],
    ['decimal', 'decimal.js'],
  ]) {
    const found = await page(what, (tab) => tab.evaluate((call) => window.bench[call]('绩效指标'), name));
    put(name, found, ({ ms }) => ms);
    if (name === 'decimal') put('decimalFromTexts', found, ({ fromTexts }) => fromTexts);
  }
}

async function main() {
  const load = loadavg();
  installRivals();
  say('building');
  build(null, join(scratch, 'app'));
  build('tests/bench/vite.config.mjs', join(scratch, 'page'));
  say(`generating, factor ${factor}`);
  const paths = await generate(join(scratch, 'data'), { factor });
  const large = values.large ? await generate(join(scratch, 'large'), { factor: factor * 5 }) : null;
  const app = await serveFolder({ root: join(scratch, 'app'), base: '/jilan/' });
  const page = await serveFolder({ root: join(scratch, 'page'), base: '/' });
  let scripts = [];
  let counts = null;
  try {
    if (parts.includes('start')) scripts = await measureStart(app.address);
    if (parts.includes('rivals')) await measureRivals(page.address, paths);
    if (parts.includes('whatif')) await measureWhatIf(app.address, paths);
    if (parts.includes('app')) counts = await measureApp(app.address, paths, large);
  } finally {
    await Promise.all([app.close(), page.close()]);
  }
  if (scripts.length > 0) measures.scriptKilobytes = summary([scriptsBeforePaint(join(scratch, 'app'), scripts)]);
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, loadBefore: load, loadAfter: loadavg() };
  const result = { at: new Date().toISOString(), factor, runs, machine, counts, measures };
  console.log(report(result, told));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
}

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
