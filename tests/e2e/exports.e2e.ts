/** What the app exports of the made sample equals an independent recomputation, cell by cell, under both rule sets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../support/recompute/csvText';
import { readFacts, type Facts } from '../support/recompute/dataset';
import { executionRows, rankingRows, threePublicRows, unitRows } from '../support/recompute/exports';
import { RULE_SETS } from '../support/recompute/scoring';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';
import { promised } from './support/views';

/**
 * Five a rule set, so that one page saves no more files than a headless Chromium lets it: renamed, old code, swollen by
 * a merger, failed, plain. (tests/sample/exports.test.ts compares all 120 without a browser.)
 */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  'national-2020': ['03105', '02183', '04112', '03114', '01101'],
  'ratio-1': ['04115', '01108', '06113', '05115', '02118'],
};

/** Compares line by line, so that a difference names its line and not a file of a megabyte. */
function expectSame(actual: readonly string[][], expected: readonly string[][]): void {
  const lines = (rows: readonly string[][]): string[] => rows.map((row) => row.join(' | '));
  const [got, wanted] = [lines(actual), lines(expected)];
  const differing = wanted.flatMap((line, i) =>
    line === got[i] ? [] : [{ line: i + 2, wanted: line, got: got[i] ?? '' }],
  );
  expect(differing.slice(0, 5)).toEqual([]);
  expect(got.length).toBe(wanted.length);
}

describe.each(RULE_SETS)('exports under $id', (rules) => {
  let site: Site;
  let app: App;
  let facts: Facts;
  const query = rules.id === 'national-2020' ? '' : `?rules=${rules.id}`;

  async function exported(view: string, hash: string): Promise<string[][]> {
    await app.go(hash);
    return promised(view, (await app.exportCsv()).text, parseCsv);
  }

  beforeAll(async () => {
    facts = readFacts('sample-data/synthetic');
    site = await openSite();
    app = await App.open(site);
    await app.loadSample();
  });
  afterAll(() => site.close());

  it('rankings, all years', async () => {
    expectSame(await exported('rankings', `#/rankings${query}`), rankingRows(facts, rules));
  });

  it('execution, all years and items', async () => {
    expectSame(await exported('execution', `#/execution${query}`), executionRows(facts));
  });

  it('three-public, all years', async () => {
    expectSame(await exported('three-public', `#/three-public${query}`), threePublicRows(facts));
  });

  it.each(UNITS[rules.id] ?? [])('unit %s, all years', async (code) => {
    const rows = await exported('unit', `#/units/${code}${query}`);
    const expected = unitRows(facts, code, rules);
    expect(expected.length).toBeGreaterThan(8);
    // 算式 is not compared word by word: it begins with the weight and ends with the score.
    for (const row of rows) if (row[8]) expect(row[9]).toMatch(/^\d[\d.]* × .*= \d[\d.]*$/);
    expectSame(
      rows.map((row) => [...row.slice(0, 9), ...row.slice(10)]),
      expected,
    );
  });
});
