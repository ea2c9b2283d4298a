/**
 * Drop an input into cases/ and it is a test: a file, or a folder of files that are one import. `x.hex` holds bytes that no
 * editor would keep. Beside it stands what must come out (`<name>.golden.json`); a missing one is written here, refused in CI.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '@/database/engine';
import { dropStage, stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import type { SourceFile } from '@/import/protocol';
import { openEngine } from '../support/engine';

const CASES = join(import.meta.dirname, 'cases');
const names = readdirSync(CASES).filter((name) => !name.endsWith('.golden.json'));

function sourceFile(path: string, name: string): SourceFile {
  const bytes = readFileSync(path);
  if (!name.endsWith('.hex')) return { name, bytes: new Uint8Array(bytes) };
  return { name: name.slice(0, -4), bytes: new Uint8Array(Buffer.from(bytes.toString('latin1').replace(/\s/g, ''), 'hex')) };
}

function filesOf(name: string): SourceFile[] {
  const path = join(CASES, name);
  if (!statSync(path).isDirectory()) return [sourceFile(path, name)];
  return readdirSync(path).map((each) => sourceFile(join(path, each), each));
}

const SHOWN: Readonly<Record<string, string>> = {
  unit: 'unit_code, unit_name, unit_category, region, parent_code, staff_quota, staff_actual',
  finance: 'fiscal_year, unit_code, unit_name, item, item_name, stage, amount',
  indicator: 'fiscal_year, unit_code, indicator_no, indicator, comparator, target, achieved, weight, reported_score',
  conclusion: 'fiscal_year, unit_code, reported_total, reported_grade',
  unit_change: 'from_code, to_code, effective_year',
};

async function outcome(engine: Engine, files: SourceFile[]): Promise<unknown> {
  const pipeline = new Pipeline();
  const { questions, files: understood } = pipeline.inspect(files);
  const read = pipeline.read(files);
  const { counts, rejects } = await stage(engine, read, { importId: 1 });
  const rows: Record<string, string[]> = {};
  for (const { kind, rowCount } of read.staging) {
    if (rowCount === 0) continue;
    const found = await engine.query(
      `SELECT ${SHOWN[kind] ?? '*'}, line FROM staging_${kind} WHERE state IS NULL ORDER BY ALL`,
    );
    rows[kind] = found.map((row) => Object.values(row).map((value) => (value === null ? '' : String(value))).join(' | '));
  }
  await dropStage(engine);
  return {
    files: understood.map(({ name, kind, encoding, delimiter, headerLine, amountUnit }) => [name, kind, encoding, JSON.stringify(delimiter), headerLine, amountUnit ?? ''].join(' ')),
    questions: questions.flatMap((question) => question.entries.map((entry) => `${question.kind} ${entry.id} → ${entry.proposal}${entry.examples.length > 0 ? ` (${entry.examples.join('; ')})` : ''}`)),
    refused: read.refused.map((refusal) => `${refusal.file}:${String(refusal.line)} ${refusal.reason}`),
    counts: Object.entries({ ...counts, cleaned: read.counts.cleaned }).map(([name, count]) => `${name} ${String(count)}`).join(', '),
    rejects: rejects.map((reject) => `${reject.file}:${String(reject.line)} ${reject.column} ${JSON.stringify(reject.value)} ${reject.reason}${reject.isCell ? ' (cell)' : ''}`),
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
    const actual = `${JSON.stringify(await outcome(engine, filesOf(name)), null, 2)}\n`;
    if (!existsSync(golden)) {
      if (process.env.CI) throw new Error(`${name} has no golden file: run the test once here, look at it, commit it`);
      writeFileSync(golden, actual);
    }
    expect(actual).toBe(readFileSync(golden, 'utf8'));
  });
});
