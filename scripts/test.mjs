/**
 * `npm test`: everything that must hold, whatever the step before found. Steps that use one core only run side by side.
 * The last line counts tests and steps: `N passed, N failed`. `npm test -- unit e2e` runs named steps only.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'jilan-test-'));
const bin = (path) => join(project, 'node_modules', path);
const node = (...args) => ({ command: process.execPath, args });

/** A step that runs Vitest reports its tests one by one; any other step counts as one. */
const vitest = (name, ...args) => {
  const report = join(scratch, `${name}.json`);
  return {
    ...node(
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ),
    report,
  };
};

/** Each line is a lane's worth of steps that follow one another; lanes of one stage run at the same time. */
const STAGES = [
  [
    [['lint', node(bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0')]],
    [
      ['format', node(bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.')],
      ['types', node(bin('vue-tsc/bin/vue-tsc.js'), '--noEmit', '-p', 'tsconfig.json')],
      ['build', node(bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn')],
      ['browsers', node('scripts/check-browsers.mjs', 'dist')],
    ],
  ],
  [[['unit', vitest('unit')]]],
  [[['e2e', vitest('e2e', '--config', 'vitest.e2e.config.ts')]]],
  // Prints, and judges nothing: a machine on which it takes too long goes without.
  [[['bench', { ...node('tests/bench/run.mjs', '--small', '--only', 'start,rivals,app'), patience: 120_000 }]]],
];
const NAMES = STAGES.flat(2).map(([name]) => name);

function count(step, status) {
  if (status === null) return [0, 0];
  if (!step.report) return status === 0 ? [1, 0] : [0, 1];
  if (!existsSync(step.report)) return [0, 1];
  const { numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests } = JSON.parse(
    readFileSync(step.report, 'utf8'),
  );
  // A file that could not be loaded has no tests to fail; it fails all the same, and so does a run of nothing.
  const failed =
    numFailedTests === 0 && (status !== 0 || numTotalTests === 0) ? Math.max(1, numFailedTestSuites) : numFailedTests;
  return [numPassedTests, failed];
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')} (${NAMES.join(', ')})`);
  process.exit(2);
}

/** Runs a command to its end; what it writes goes to `write`. Gives its exit status, null where patience (ms) ran out. */
function run({ command, args, patience }, env, write) {
  return new Promise((resolve) => {
    // A group of its own, so that what it started ends with it.
    const child = spawn(command, args, {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      detached: patience !== undefined,
    });
    let late = false;
    const timer =
      patience === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            process.kill(-child.pid, 'SIGTERM');
          }, patience);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', write);
    child.on('error', (error) => {
      clearTimeout(timer);
      write(`${error.message}\n`);
      resolve(1);
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      if (late) write(`stopped after ${patience / 1000} s\n`);
      resolve(late ? null : (status ?? 1));
    });
  });
}

let passed = 0;
let failed = 0;
const broken = [];

async function runStep([name, step], isAlone) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  // Two steps that write at once would garble each other: what one of several says is printed when it is done.
  const said = [];
  const write = isAlone ? (chunk) => process.stdout.write(chunk) : (chunk) => said.push(chunk);
  if (isAlone) console.log(`\n── ${name}`);
  const started = Date.now();
  const env = { ...process.env, JILAN_DIST: join(project, 'dist') };
  let status = 1;
  try {
    if (name === 'e2e' || name === 'bench') env.CHROMIUM = ensureChromium();
    status = await run(step, env, write);
  } catch (error) {
    console.error(error.message);
  }
  if (!isAlone) console.log(`\n── ${name}\n${said.join('')}`);
  const [good, bad] = count(step, status);
  passed += good;
  failed += bad;
  if (bad > 0) broken.push(name);
  console.log(`── ${name}: ${good} passed, ${bad} failed, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

for (const lanes of STAGES) {
  await Promise.all(
    lanes.map(async (steps) => {
      for (const step of steps) await runStep(step, lanes.length === 1);
    }),
  );
}
rmSync(scratch, { recursive: true, force: true });
if (broken.length > 0) console.log(`\nfailed: ${broken.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
