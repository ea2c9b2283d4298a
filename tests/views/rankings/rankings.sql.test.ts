import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, SqlValue } from '@/database/engine';
import { RULE_SETS } from '@/rules/ruleSet';
import predecessorsSql from '@/views/rankings/predecessors.sql?raw';
import rankingsSql from '@/views/rankings/rankings.sql?raw';
import { inView } from '@/views/rankings/inView';
import type { PredecessorRow, RankingRow } from '@/views/rankings/rows';
import yearListsSql from '@/views/rankings/year-lists.sql?raw';
import { expectedRows } from '../../support/conformance';
import { openEngine } from '../../support/engine';
import { importConformance } from '../../support/importedConformance';
import { deriveAll } from '../../support/scoring';
import { rankingOf } from '@/views/rankings/ranking';

/** rankings.sql. */
type ExportedRow = RankingRow & { rank: number | null; last_rank: number | null };

interface Own {
  readonly from?: number;
  readonly to?: number;
  readonly region?: string;
  readonly category?: string;
  readonly q?: string;
  readonly least?: string;
  readonly ties?: 'competition' | 'dense';
}

const ask = (own: Own = {}): SqlValue[] => [
  own.from ?? null,
  own.to ?? null,
  own.region ?? null,
  own.category ?? null,
  own.q ?? null,
  'national-2020',
  own.least ?? null,
  own.ties ?? null,
];

describe('questions of the rankings', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    await importConformance(engine);
    await deriveAll(
      engine,
      RULE_SETS.filter((each) => each.id === 'national-2020'),
    );
  }, 120_000);
  afterAll(() => engine.close());

  it('gives the control rates that the three-public list prints', async () => {
    const rows = (await engine.query<ExportedRow>(rankingsSql, ask())).filter((row) => row.control_rate !== null);
    rows.sort((a, b) => a.fiscal_year - b.fiscal_year || (a.unit_code < b.unit_code ? -1 : 1));
    const expected = expectedRows('national-2020/three-public.csv').filter(
      (row) => row.科目 === '三公经费合计' && row['控制率(%)'] !== '',
    );
    expect(rows.map((row) => [String(row.fiscal_year), row.unit_code, row.control_rate])).toEqual(
      expected.map((row) => [row.年度, row.单位编码, row['控制率(%)']]),
    );
  });

  it('leaves those below a least coverage without a rank, behind the others', async () => {
    const rows = await engine.query<ExportedRow>(rankingsSql, ask({ least: '50' }));
    const ranked = rows.filter((row) => row.rank !== null);
    expect(ranked.length).toBeGreaterThan(0);
    expect(ranked.every((row) => Number(row.coverage) >= 50)).toBe(true);
    const left = rows.filter((row) => row.rank === null && row.recomputed_total !== null);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every((row) => Number(row.coverage) < 50)).toBe(true);
  });

  it('counts ties as asked', async () => {
    const most = (rows: readonly ExportedRow[]): number => Math.max(...rows.map((row) => row.rank ?? 0));
    const competition = await engine.query<ExportedRow>(rankingsSql, ask({ ties: 'competition' }));
    const dense = await engine.query<ExportedRow>(rankingsSql, ask({ ties: 'dense' }));
    expect(most(dense)).toBeLessThan(most(competition));
    expect(
      new Set(dense.filter((row) => row.fiscal_year === 2020 && row.rank !== null).map((row) => row.rank)).size,
    ).toBe(most(dense.filter((row) => row.fiscal_year === 2020)));
  });

  const CASES: readonly Own[] = [
    {},
    { ties: 'dense' },
    { least: '50' },
    { least: '50', ties: 'dense', from: 2021 },
    { from: 2021, to: 2022 },
    { from: 2021, to: 2021, q: '1' },
    { q: '0', ties: 'dense' },
  ];
  it.each(CASES)(
    'are counted in the page as the CSV prints them, whatever region and category are in view: %j',
    async (own) => {
      const { from, to, q, least, ties = 'competition' } = own;
      const predecessors = await engine.query<PredecessorRow>(predecessorsSql);
      const all = await engine.query<RankingRow>(yearListsSql, [null, null, q ?? null, 'national-2020', least ?? null]);
      const years = [...new Set(all.map((row) => row.fiscal_year))];
      const lists = new Map(years.map((year) => [year, all.filter((row) => row.fiscal_year === year)]));
      const among = (wanted: (year: number) => boolean) => new Map([...lists].filter(([year]) => wanted(year)));
      const span = among((year) => year >= (from ?? year) && year <= (to ?? year));
      const before = among((year) => from !== undefined && year === from - 1);
      const values = (key: 'region' | 'unit_category') => [
        undefined,
        ...new Set(all.map((row) => row[key] ?? undefined)),
      ];
      let compared = 0;
      for (const region of values('region'))
        for (const category of values('unit_category')) {
          const exported = await engine.query<ExportedRow>(
            rankingsSql,
            ask({ ...own, ties, ...(region ? { region } : {}), ...(category ? { category } : {}) }),
          );
          const seen = (part: typeof lists) => inView(part, region ?? null, category ?? null);
          const ranking = rankingOf({
            rowsOfYear: seen(span),
            earlier: seen(before),
            measure: 'recomputed',
            ties,
            predecessors,
          });
          const placeOf = (row: RankingRow) => ranking?.places.get(row.fiscal_year)?.get(row.unit_code) ?? null;
          const counted = [...seen(span).values()].flat().map((row) => ({
            ...row,
            rank: placeOf(row),
            last_rank: ranking?.moveOf(row).last ?? null,
          }));
          const printed = ({ fiscal_year, unit_code, rank, last_rank, score_gap, recomputed_total }: ExportedRow) => [
            fiscal_year,
            unit_code,
            rank,
            last_rank,
            score_gap,
            recomputed_total,
          ];
          expect(counted.map(printed)).toEqual(exported.map(printed));
          compared += exported.length;
        }
      expect(compared).toBeGreaterThan(0);
    },
  );
});
