/**
 * PapaParse's public test suite, through the app's own readers: the one that is PapaParse fed in pieces (rows.ts) and the one
 * that finds rows among the bytes (codeBytes.ts). Each case gives what its author expects, or stands in notTheSame.ts with
 * the reason; a case that stands there and comes out the same fails too. Texts that its writer is to write are read back.
 */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { DELIMITERS, type Delimiter } from '@/import/readAs';
import { NOT_FOR_READERS, NOT_THE_SAME } from './notTheSame';
import { readBothWays } from './readBothWays';
import { papaSuite, pathInPackage, type PapaCase, type PapaGroup } from './suite';

const suite = papaSuite();
const encoder = new TextEncoder();
const isOurs = (delimiter: string): delimiter is Delimiter => (DELIMITERS as readonly string[]).includes(delimiter);

type Result = { readonly data: unknown } | { readonly refusedAt: number } | { readonly delimiter: string };

function read(text: string, delimiter: string): Result {
  if (!isOurs(delimiter)) return { delimiter };
  const rows = readBothWays(encoder.encode(text), delimiter);
  return typeof rows === 'number' ? { refusedAt: rows } : { data: rows.map(({ cells }) => cells) };
}

/** What these two options ask for, the app does in a later step: blank rows are no rows, cells belong to their headers. */
function shaped(result: Result, { header, skipEmptyLines }: Record<string, unknown>): Result {
  if (!('data' in result)) return result;
  const all = result.data as string[][];
  const rows = all.filter((row) =>
    skipEmptyLines === 'greedy'
      ? row.join('').trim() !== ''
      : skipEmptyLines !== true || row.length > 1 || row[0] !== '',
  );
  if (header !== true) return { data: rows };
  const [names = [], ...records] = rows;
  return { data: records.map((row) => recordOf(names, row)) };
}

function recordOf(names: readonly string[], row: readonly string[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  names.forEach((name, index) => {
    if (index < row.length) record[name] = row[index];
  });
  return row.length > names.length ? { ...record, __parsed_extra: row.slice(names.length) } : record;
}

/** As the case sets it, else as PapaParse finds it. */
function delimiterOf(text: string, config: Record<string, unknown>): string {
  if (typeof config.delimiter === 'string') return config.delimiter;
  return Papa.parse(text, { ...config, delimiter: '', download: false, worker: false }).meta.delimiter;
}

const isParsed = (group: PapaGroup): boolean => group !== 'UNPARSE_TESTS';

/** What comes out here, and what should. */
function outcome(group: PapaGroup, { input, expected, config = {} }: PapaCase): [Result, Result] {
  if (isParsed(group)) {
    const text = config.download === true ? readFileSync(pathInPackage(String(input)), 'utf8') : String(input);
    // `new Papa.Parser()` only notes a header: its rows stay lists of cells.
    const options = group === 'PARSE_TESTS' ? config : {};
    return [shaped(read(text, delimiterOf(text, config)), options), { data: (expected as { data: unknown }).data }];
  }
  const text = String(expected);
  const delimiter = typeof config.delimiter === 'string' ? config.delimiter : ',';
  return [read(text, delimiter), { data: Papa.parse(text, { delimiter }).data }];
}

function named(group: PapaGroup): [string, PapaCase][] {
  const seen = new Map<string, number>();
  return suite[group].map((each) => {
    const count = (seen.get(each.description) ?? 0) + 1;
    seen.set(each.description, count);
    return [count > 1 ? `${each.description} (${String(count)})` : each.description, each];
  });
}

const GROUPS = (Object.keys(suite) as PapaGroup[]).filter((group) => !(group in NOT_FOR_READERS));

describe.each(GROUPS)('%s', (group) => {
  const listed = NOT_THE_SAME.flatMap(({ cases }) => cases[group] ?? []);

  test.each(named(group))('%s', (name, each) => {
    const [here, there] = outcome(group, each);
    if (listed.includes(name)) expect(here).not.toEqual(there);
    else expect(here).toEqual(there);
  });

  test('each case that differs is listed once, and is one of the suite', () => {
    const names = named(group).map(([name]) => name);
    expect(listed.filter((name, index) => listed.indexOf(name) !== index || !names.includes(name))).toEqual([]);
  });
});

test('the cases that no reader of bytes can be put to are no texts', () => {
  for (const group of Object.keys(NOT_FOR_READERS) as PapaGroup[])
    expect(suite[group].filter((each) => 'input' in each)).toEqual([]);
});

test.each([
  'sample.csv',
  'sample-header.csv',
  'long-sample.csv',
  'verylong-sample.csv',
  'utf-8-bom-sample.csv',
  'slow-sample.csv',
])('its file %s is read as PapaParse reads it', (name) => {
  const bytes = new Uint8Array(readFileSync(pathInPackage(name)));
  const text = new TextDecoder().decode(bytes);
  const expected = Papa.parse<string[]>(text, { delimiter: ',' }).data;
  if (text.endsWith('\n')) expected.pop();
  expect(expected.length).toBeGreaterThan(0);
  const rows = readBothWays(bytes, ',');
  expect(typeof rows === 'number' ? rows : rows.map(({ cells }) => cells)).toEqual(expected);
});
