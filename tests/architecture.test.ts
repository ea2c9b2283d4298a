/** Holds the house to its plan. Each failure says what to do instead. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}
interface Cruise {
  summary: {
    violations: Violation[];
    totalCruised: number;
    ruleSetUsed: { forbidden: { name: string; comment?: string }[] };
  };
}

function cruise(folder: string, cwd = process.cwd()): Cruise {
  const bin = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(process.cwd(), '.dependency-cruiser.cjs');
  let out: string;
  try {
    out = execFileSync(process.execPath, [bin, folder, '--config', config, '--output-type', 'json'], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  } catch (failure) {
    out = (failure as { stdout: string }).stdout;
  }
  return JSON.parse(out) as Cruise;
}

function sentences({ summary }: Cruise): string[] {
  const why = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment ?? name]));
  return summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${why.get(rule.name) ?? rule.name}`);
}

function sourceFiles(extensions: RegExp): { path: string; text: string }[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => extensions.test(path))
    .map((path) => ({ path: `src/${path}`, text: readFileSync(join('src', path), 'utf8') }));
}

/** Lines that match, as `file:line text`. */
function linesWith(files: { path: string; text: string }[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${path}:${String(i + 1)} ${line.trim()}`] : [])),
  );
}

describe('who may import whom', () => {
  it('holds in src', () => {
    const result = cruise('src');
    expect(result.summary.totalCruised).toBeGreaterThan(50);
    expect(sentences(result)).toEqual([]);
  });

  describe('and a breach is seen', () => {
    mkdirSync('.cache', { recursive: true });
    const scratch = mkdtempSync(join(process.cwd(), '.cache', 'architecture-'));
    afterAll(() => {
      rmSync(scratch, { recursive: true, force: true });
    });
    const plant: [file: string, text: string, rule: string][] = [
      ['src/domain/a.ts', "import { b } from '../rules/b';\nexport const a = b;", 'domain-imports'],
      ['src/rules/b.ts', 'export const b = 1;', ''],
      [
        'src/components/C.vue',
        '<script setup lang="ts">\nimport { b } from \'../rules/b\';\n</script>\n<template>{{ b }}</template>',
        'components-imports',
      ],
      ['src/export/d.ts', "import { b } from '../rules/b';\nexport const d = b;", 'export-imports'],
      ['src/views/one/e.ts', "import { f } from '../two/f';\nexport const e = f;", 'no-view-imports-another-view'],
      ['src/views/two/f.ts', 'export const f = 1;', ''],
      ['src/stores/g.ts', "import Papa from 'papaparse';\nexport const g = Papa;", 'only-import-imports-papaparse'],
      [
        'src/stores/h.ts',
        "import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';\nexport const h = wasm;",
        'only-database-imports-duckdb-duckdb-wasm-apache-arrow',
      ],
      [
        'src/views/two/i.ts',
        "import * as echarts from 'echarts';\nexport const i = echarts;",
        'echarts-in-composables-only',
      ],
    ];

    it('whichever border it crosses', () => {
      for (const [file, text] of plant) {
        mkdirSync(join(scratch, file, '..'), { recursive: true });
        writeFileSync(join(scratch, file), text);
      }
      writeFileSync(
        join(scratch, 'tsconfig.json'),
        '{ "compilerOptions": { "moduleResolution": "bundler", "module": "ESNext" } }',
      );
      const caught = new Set(cruise('src', scratch).summary.violations.map(({ from, rule }) => `${from} ${rule.name}`));
      for (const [file, , rule] of plant) if (rule) expect([...caught]).toContain(`${file} ${rule}`);
    });
  });
});

describe('the source', () => {
  it('shows text as text: no v-html, innerHTML, document.write', () => {
    const found = linesWith(
      sourceFiles(/\.(vue|ts)$/),
      /\bv-html\b|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/,
    );
    expect(found, 'Bind text in a template, or build elements with createElement and textContent.').toEqual([]);
  });

  it('takes every colour from the tokens', () => {
    const files = sourceFiles(/\.(vue|ts|css)$/).filter(({ path }) => path !== 'src/styles/tokens.css');
    const found = linesWith(
      files,
      /#[0-9a-f]{3}(?:[0-9a-f]{3})?(?:[0-9a-f]{2})?\b(?!['"]?\s*\/)|\b(?:rgba?|hsla?|oklch|lab)\(\s*\d/i,
    ).filter((line) => !/['"`(]#\/|href|url\(#/.test(line));
    expect(found, 'Add a token to src/styles/tokens.css (light, dark, print) and use var(--…) or ChartTheme.').toEqual(
      [],
    );
  });

  it('puts nothing inline that the content policy forbids', () => {
    const found = linesWith(sourceFiles(/\.vue$/), /<style[^>]*>\s*@import|javascript:|\son[a-z]+="/);
    expect(found, 'The page runs under a strict policy: use listeners and classes.').toEqual([]);
  });

  it('names no host', () => {
    const found = linesWith(sourceFiles(/\.(vue|ts|sql|css)$/), /https?:\/\/(?!www\.w3\.org\/)\w/);
    expect(found, 'The app works without a network: ship the file with it.').toEqual([]);
  });
});

describe('the content policy of index.html', () => {
  let policy = '';
  beforeAll(() => {
    const page = readFileSync('index.html', 'utf8').replace(/\s+/g, ' ');
    policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  });

  it('allows this origin, wasm and no eval', () => {
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'/);
    expect(policy).not.toMatch(/'unsafe-(inline|eval)'|https?:|\*/);
  });
});
