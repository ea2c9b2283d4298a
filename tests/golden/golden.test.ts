/**
 * Drop an input into cases/ and it is a test: a file, a folder of files that are one import, or a folder of such folders
 * that are imports one after the other. `x.hex` holds bytes that no editor would keep; `answers.json` in a folder is what
 * was answered. Beside it stands what must come out (`<name>.golden.json`), worked out by hand from what the importer
 * promises; a missing one is written here, to be judged before it is committed, and refused in CI.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, Row } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import type { Answers, SourceFile } from '@/import/protocol';
import { openEngine } from '../support/engine';
import { clearImported } from '../support/tables';

const CASES = join(import.meta.dirname, 'cases');
const names = readdirSync(CASES).filter((name) => !name.endsWith('.golden.json'));

function sourceFile(path: string, name: string): SourceFile {
  const bytes = readFileSync(path);
  if (!name.endsWith('.hex')) return { name, bytes: new Uint8Array(bytes) };
  return { name: name.slice(0, -4), bytes: new Uint8Array(Buffer.from(bytes.toString('latin1').replace(/\s/g, ''), 'hex')) };
}

interface Drop {
  readonly files: SourceFile[];
  readonly answers: Answers;
}

const ANSWERS = 'answers.json';

function dropsOf(name: string): Drop[] {
  const path = join(CASES, name);
  if (!statSync(path).isDirectory()) return [{ files: [sourceFile(path, name)], answers: {} }];
  const entries = readdirSync(path).sort();
  const folders = entries.filter((each) => statSync(join(path, each)).isDirectory());
  return folders.length === 0 ? [dropOf(path)] : folders.map((each) => dropOf(join(path, each)));
}

function dropOf(folder: string): Drop {
  const names = readdirSync(folder).sort();
  const answers = names.includes(ANSWERS)
    ? (JSON.parse(readFileSync(join(folder, ANSWERS), 'utf8')) as Answers)
    : ({} as Answers);
  const files = names.filter((each) => each !== ANSWERS).map((each) => sourceFile(join(folder, each), each));
  return { files, answers };
}

const SHOWN: Readonly<Record<string, string>> = {
  unit: 'unit_code, unit_name, unit_category, region, parent_code, staff_quota, staff_actual',
  finance: 'fiscal_year, unit_code, unit_name, item, item_name, stage, amount',
  indicator: 'fiscal_year, unit_code, indicator_no, indicator, comparator, target, achieved, weight, reported_score',
  conclusion: 'fiscal_year, unit_code, reported_total, reported_grade',
  unit_change: 'from_code, to_code, effective_year',
};

const KINDS = Object.keys(SHOWN);

/** Their scale in the database is no promise. */
const DECIMALS: ReadonlySet<string> = new Set(['staff_quota', 'staff_actual', 'amount', 'weight', 'reported_score', 'reported_total']);

function shown(column: string, value: unknown): string {
  const text = value === null ? '' : String(value);
  return DECIMALS.has(column) && text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const lines = (found: readonly Row[]): string[] =>
  found.map((row) => Object.entries(row).map(([column, value]) => shown(column, value)).join(' | '));

/** What is found, asked and said of one import, and what the tables hold after it. */
async function outcome(engine: Engine, { files, answers }: Drop, importId: number): Promise<unknown> {
  const pipeline = new Pipeline();
  const { questions, files: understood } = pipeline.inspect(files);
  const read = pipeline.read(files, answers);
  const { counts, rejects } = await stage(engine, read, { importId });
  await commitStage(engine);
  const rows: Record<string, string[]> = {};
  for (const kind of KINDS) {
    const found = lines(await engine.query(`SELECT ${SHOWN[kind] ?? ''}, line FROM ${kind} ORDER BY ALL`));
    if (found.length > 0) rows[kind] = found;
  }
  return {
    files: understood.map(({ name, kind, encoding, delimiter, headerLine, amountUnit }) => [name, kind, encoding, JSON.stringify(delimiter), headerLine, amountUnit ?? ''].join(' ')),
    questions: questions.flatMap((question) => question.entries.map((entry) => `${question.kind} ${entry.id} → ${entry.proposal}${entry.examples.length > 0 ? ` (${entry.examples.join('; ')})` : ''}`)),
    refused: read.refused.map((refusal) => `${refusal.file}:${String(refusal.line)} ${refusal.reason}`),
    counts: Object.entries({ ...counts, cleaned: read.counts.cleaned }).map(([name, count]) => `${name} ${String(count)}`).join(', '),
    rejects: rejects.map((reject) => `${reject.file}:${String(reject.line)} ${reject.column} ${JSON.stringify(reject.value)} ${reject.reason}${reject.isCell ? ' (cell)' : ''} → ${reject.remedy}`),
    rows,
  };
}

describe('golden imports', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  }, 60_000);
  afterAll(() => engine.close());

  test.each(names)('%s', async (name) => {
    const golden = join(CASES, `${name}.golden.json`);
    const drops = dropsOf(name);
    const outcomes: unknown[] = [];
    try {
      for (const [index, drop] of drops.entries()) outcomes.push(await outcome(engine, drop, index + 1));
    } finally {
      await clearImported(engine);
    }
    const actual = `${JSON.stringify(drops.length > 1 ? outcomes : outcomes[0], null, 2)}\n`;
    if (!existsSync(golden)) {
      if (process.env.CI) throw new Error(`${name} has no golden file: run the test once here, look at it, commit it`);
      writeFileSync(golden, actual);
    }
    expect(actual).toBe(readFileSync(golden, 'utf8'));
  });
});
