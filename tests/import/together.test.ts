import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Row } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import type { ReadResult, SourceFile, StagingPlain } from '@/import/protocol';
import { SentReadings, TakenReadings } from '@/import/readingRows';
import {
  areApart,
  helpOf,
  joinInspections,
  joinReadings,
  sharesOf,
  withReadings,
  type Shares,
} from '@/import/together';
import { openEngine } from '../support/engine';
import { clearImported } from '../support/tables';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const REAL = join(import.meta.dirname, '../../sample-data/real');
const files: SourceFile[] = [
  ...readdirSync(REAL)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(REAL, name))) })),
  {
    name: '乱-绩效指标.csv',
    bytes: bytes(
      '年度,单位编码,单位名称,指标名称,目标值,完成值,分值,自评得分\n2021,900001,甲局,路灯,≥10盏,"12,3.4",10,10\n2021,900001,甲局,巡查,\u001f5次,5,x,1\n2021,900002,乙局,路灯,10,9,10,9\n合计,,,,,,10,19\n',
    ),
  },
  { name: '空.csv', bytes: bytes('') },
  {
    name: '某局预算.csv',
    bytes: bytes('单位编码,单位名称,科目,金额（万元）\n900001,甲局,收入合计,1\n900001,甲局,支出合计,x\n'),
  },
];
const ANSWERS = { 'year:某局预算.csv': '2021' };

/** As the second worker gets them: cloned. */
function sentReadings(): { readings: SentReadings; done: () => StagingPlain } {
  const taken = new TakenReadings();
  let result: StagingPlain | null = null;
  const readings = new SentReadings(5, (message) => (result = taken.take(structuredClone(message))));
  return {
    readings,
    done: () => {
      if (!result) throw new Error('the readings did not end');
      return result;
    },
  };
}

function readApart(shares: Shares): ReadResult {
  const found = shares.map((share) => {
    const own = share.flatMap((index) => files[index] ?? []);
    const pipeline = new Pipeline();
    pipeline.inspect(own, ANSWERS);
    const { readings, done } = sentReadings();
    const result = pipeline.read(own, ANSWERS, undefined, readings);
    return withReadings(result, done());
  });
  return joinReadings(shares, found);
}

const byPosition = (results: readonly { readonly file: string; readonly line: number }[]): unknown[] =>
  [...results].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));

describe('one drop in two workers', () => {
  let engine: Engine;
  beforeAll(async () => (engine = await openEngine()));
  afterAll(() => engine.close());

  async function stored(read: ReadResult): Promise<Record<string, Row[]>> {
    await clearImported(engine);
    await stage(engine, read, { importId: 1 });
    await commitStage(engine);
    const tables = ['source_file', 'unit', 'unit_change', 'finance', 'indicator', 'conclusion', 'reject'];
    const all: Record<string, Row[]> = {};
    for (const table of tables) {
      const columns = table === 'indicator' ? '* EXCLUDE (indicator_id, reading_id, grade_id)' : '*';
      all[table] = await engine.query(
        `SELECT CAST(t AS VARCHAR) AS t FROM (SELECT ${columns} FROM ${table}) t ORDER BY ALL`,
      );
    }
    return all;
  }

  const whole = new Pipeline().read(files, ANSWERS);
  const kindOf = new Map(new Pipeline().inspect(files, ANSWERS).files.map(({ name, kind }) => [name, kind]));
  const kinds = ['indicator', 'finance', 'unit', 'conclusion', 'unit_change'];
  const splits = [1, 9, 21].map((bits): Shares => {
    const isFirst = ({ name }: SourceFile): boolean => ((bits >> kinds.indexOf(kindOf.get(name) ?? 'unit')) & 1) === 1;
    const all = files.map((_, index) => index);
    return [all.filter((i) => isFirst(files[i] as SourceFile)), all.filter((i) => !isFirst(files[i] as SourceFile))];
  });

  it.each(splits.map((shares) => [JSON.stringify(shares), shares] as const))('split as %s', async (_, shares) => {
    const joined = readApart(shares);
    expect(joined.files).toEqual(whole.files);
    expect(joined.counts).toEqual(whole.counts);
    expect(joined.totals).toEqual(whole.totals);
    expect(joined.mends).toEqual(whole.mends);
    expect(joined.refused).toEqual(whole.refused);
    expect(byPosition(joined.rejects)).toEqual(byPosition(whole.rejects));
    expect(await stored(joined)).toEqual(await stored(whole));
  });

  it('asks and shows what one worker would', () => {
    const shares: Shares = [
      [0, 2, 4, 6],
      [1, 3, 5, 7],
    ];
    const found = shares.map((share) => new Pipeline().inspect(share.flatMap((index) => files[index] ?? [])));
    expect(joinInspections(files, found)).toEqual(new Pipeline().inspect(files));
  });
});

describe('who reads what', () => {
  const sized = (name: string, size: number): SourceFile => ({ name, bytes: new Uint8Array(size) });
  it('leaves little to one worker, and a large file alone', () => {
    expect(sharesOf([10, 10])).toEqual([[0, 1]]);
    expect(sharesOf([5_000_000])).toEqual([[0]]);
    expect(sharesOf([10, 5_000_000, 20])).toEqual([[1], [0, 2]]);
  });

  it('shares readings so that both end together', () => {
    expect([helpOf(97, 0), helpOf(97, 29), helpOf(97, 60), helpOf(97, 97), helpOf(0, 0)]).toEqual([8, 8, 5, 0, 0]);
  });

  it('reads apart only what knows nothing of each other', () => {
    const [a, b, c] = [sized('a', 1), sized('b', 1), sized('c', 1)];
    const summary = (name: string, kind: string): never => ({ name, kind }) as never;
    const summaries = [summary('a', 'finance'), summary('b', 'indicator'), summary('c', 'finance')];
    expect(areApart([[0, 2], [1]], [a, b, c], summaries)).toBe(true);
    expect(areApart([[0, 1], [2]], [a, b, c], summaries)).toBe(false);
  });
});
