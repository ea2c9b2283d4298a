/** One drop gives the same tables however its rows are spread over files and in whatever order the files come. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '@/database/engine';
import { commitStage, stage, type StageReport } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import type { SourceFile } from '@/import/protocol';
import { openEngine } from '../support/engine';
import { clearImported } from '../support/tables';

const HEADERS = {
  finance: '年度,单位编码,单位名称,口径,科目,金额,金额单位',
  indicator: '年度,单位编码,指标序号,指标名称,目标值,完成值,分值,自评得分',
  unit: '单位编码,单位名称',
  conclusion: '年度,单位编码,自评总分,自评等级',
  unit_change: '原单位编码,新单位编码,生效年度',
} as const;
type Kind = keyof typeof HEADERS;

const row: fc.Arbitrary<readonly [Kind, string]> = fc.oneof(
  fc
    .record({
      year: fc.constantFrom('2020', '2021年', '113'),
      code: fc.constantFrom('1', '００2', '3'),
      stage: fc.constantFrom('决算', '年初预算'),
      item: fc.constantFrom('收入合计', '收入总计', '其他收入', '事业收入', '基本支出', '合计'),
      amount: fc.constantFrom('1', '1.00', '2', '—', 'x', '0.001'),
    })
    .map(
      ({ year, code, stage: when, item, amount }) =>
        ['finance', `${year},${code},甲,${when},${item},${amount},元`] as const,
    ),
  fc
    .record({
      code: fc.constantFrom('1', '2'),
      no: fc.constantFrom('', '1'),
      name: fc.constantFrom('办结率', '办 结率', '满意度'),
      target: fc.constantFrom('≥95%', '#N/A', ''),
      weight: fc.constantFrom('10', '10.0', ''),
    })
    .map(
      ({ code, no, name, target, weight }) =>
        ['indicator', `2021,${code},${no},${name},${target},96%,${weight},9`] as const,
    ),
  fc
    .record({ code: fc.constantFrom('1', '2', ''), name: fc.constantFrom('甲（本级）', '甲(本级)', '乙') })
    .map(({ code, name }) => ['unit', `${code},${name}`] as const),
  fc
    .record({
      year: fc.constantFrom('2021', '2021年度', '２０２２'),
      code: fc.constantFrom('1', '１', '2'),
      total: fc.constantFrom('90', '90.0分', '80', '—', 'x'),
      grade: fc.constantFrom('优', ' 优', '良', ''),
    })
    .map(({ year, code, total, grade }) => ['conclusion', `${year},${code},${total},${grade}`] as const),
  fc
    .record({
      from: fc.constantFrom('1', '2', '3', ''),
      to: fc.constantFrom('1', '2', '３'),
      year: fc.constantFrom('2020', '2021', 'x'),
    })
    .map(({ from, to, year }) => ['unit_change', `${from},${to},${year}`] as const),
);

/** More of them are run by hand: JILAN_SPLITS=200. */
const RUNS = Number(process.env.JILAN_SPLITS ?? '10');

const encoder = new TextEncoder();
const fileOf = (kind: Kind, name: string, rows: readonly string[]): SourceFile => ({
  name,
  bytes: encoder.encode([HEADERS[kind], ...rows, ''].join('\n')),
});

function asFiles(rows: readonly (readonly [Kind, string])[], fileOfRow: (index: number) => number): SourceFile[] {
  const files = new Map<string, { kind: Kind; rows: string[] }>();
  rows.forEach(([kind, text], index) => {
    const name = `${kind}-${String(fileOfRow(index))}.csv`;
    const file = files.get(name) ?? { kind, rows: [] };
    file.rows.push(text);
    files.set(name, file);
  });
  return [...files].map(([name, file]) => fileOf(file.kind, name, file.rows));
}

// Names of finance rows stand aside: of several spellings in equal rows the first file's is kept.
const TABLES = {
  unit: 'SELECT unit_code, replace(replace(unit_name, $$（$$, $$($$), $$）$$, $$)$$) FROM unit ORDER BY ALL',
  finance: 'SELECT fiscal_year, unit_code, item, item_name, stage, amount FROM finance ORDER BY ALL',
  indicator:
    "SELECT fiscal_year, unit_code, indicator_no, replace(indicator, ' ', ''), target, achieved, weight, reported_score FROM indicator ORDER BY ALL",
  conclusion: 'SELECT fiscal_year, unit_code, reported_total, reported_grade FROM conclusion ORDER BY ALL',
  unit_change: 'SELECT from_code, to_code, effective_year FROM unit_change ORDER BY ALL',
};

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
}, 60_000);
afterAll(() => engine.close());

async function clear(): Promise<void> {
  await clearImported(engine);
}
async function dump(): Promise<unknown> {
  const tables: unknown[] = [];
  for (const sql of Object.values(TABLES)) tables.push(await engine.query(sql));
  return tables;
}
async function importAll(files: SourceFile[], importId: number): Promise<StageReport> {
  const report = await stage(engine, new Pipeline().read(files), { importId });
  await commitStage(engine);
  return report;
}
const total = ({ counts }: StageReport): number =>
  counts.imported + counts.replaced + counts.unchanged + counts.aside + counts.rejected;

test('any split and order of files gives the same tables; a second time changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 24 }),
      fc.array(fc.nat(2), { minLength: 24, maxLength: 24 }),
      fc.boolean(),
      async (rows, places, reversed) => {
        await clear();
        const whole = await importAll(
          asFiles(rows, () => 0),
          1,
        );
        const expected = await dump();
        expect(total(whole)).toBe(rows.length);
        const again = await importAll(
          asFiles(rows, () => 0),
          2,
        );
        expect([again.counts.imported, again.counts.replaced, again.counts.rejected]).toEqual([
          0,
          0,
          whole.counts.rejected,
        ]);
        expect(await dump()).toEqual(expected);
        await clear();
        const files = asFiles(rows, (index) => places[index] ?? 0);
        const split = await importAll(reversed ? files.reverse() : files, 1);
        expect(await dump()).toEqual(expected);
        expect(split.counts).toEqual(whole.counts);
      },
    ),
    { numRuns: RUNS },
  );
}, 300_000);

test('a later import replaces what differs, and says of which file', async () => {
  await clear();
  await importAll(
    [
      fileOf('finance', '旧.csv', [
        '2021,1,甲,决算,其他收入,1,元',
        '2021,1,甲,决算,事业收入,2,元',
        '2021,1,甲,决算,基本支出,5,元',
      ]),
    ],
    1,
  );
  const next = [
    fileOf('finance', '新.csv', [
      '2021,1,甲,决算,经营收入,9,元',
      '2021,1,甲,决算,基本支出,5.00,元',
      '2021,1,甲,决算,项目支出,—,元',
    ]),
  ];
  const report = await stage(engine, new Pipeline().read(next), { importId: 2 });
  expect(report.counts).toMatchObject({ imported: 1, replaced: 1, unchanged: 1, rejected: 0 });
  expect(report.replacing).toEqual({ rows: 1, files: ['旧.csv'] });
  await commitStage(engine);
  const rows = await engine.query('SELECT item_name, amount FROM finance WHERE amount IS NOT NULL ORDER BY ALL');
  expect(rows).toEqual([
    { item_name: '基本支出', amount: '0.000500' },
    { item_name: '经营收入', amount: '0.000900' },
  ]);
});
