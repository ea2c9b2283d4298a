import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, SqlValue } from '@/database/engine';
import { RULE_SETS } from '@/rules/ruleSet';
import earlierSql from '@/views/rankings/earlier.sql?raw';
import predecessorsSql from '@/views/rankings/predecessors.sql?raw';
import rankingsSql from '@/views/rankings/rankings.sql?raw';
import type { PlaceRow, PredecessorRow, RankingRow } from '@/views/rankings/rows';
import { expectedRows } from '../../support/conformance';
import { openEngine } from '../../support/engine';
import { importConformance } from '../../support/importedConformance';
import { deriveAll } from '../../support/scoring';
import { rankingOf } from '@/views/rankings/ranking';

const ask = (own: { from?: number; least?: string; ties?: string } = {}): SqlValue[] => [
  own.from ?? null,
  null,
  null,
  null,
  null,
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
    const rows = (await engine.query<RankingRow>(rankingsSql, ask())).filter((row) => row.control_rate !== null);
    rows.sort((a, b) => a.fiscal_year - b.fiscal_year || (a.unit_code < b.unit_code ? -1 : 1));
    const expected = expectedRows('national-2020/three-public.csv').filter(
      (row) => row.科目 === '三公经费合计' && row['控制率(%)'] !== '',
    );
    expect(rows.map((row) => [String(row.fiscal_year), row.unit_code, row.control_rate])).toEqual(
      expected.map((row) => [row.年度, row.单位编码, row['控制率(%)']]),
    );
  });

  it('leaves those below a least coverage without a rank, behind the others', async () => {
    const rows = await engine.query<RankingRow>(rankingsSql, ask({ least: '50' }));
    const ranked = rows.filter((row) => row.rank !== null);
    expect(ranked.length).toBeGreaterThan(0);
    expect(ranked.every((row) => Number(row.coverage) >= 50)).toBe(true);
    const left = rows.filter((row) => row.rank === null && row.recomputed_total !== null);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every((row) => Number(row.coverage) < 50)).toBe(true);
  });

  it('counts ties as asked', async () => {
    const most = (rows: readonly RankingRow[]): number => Math.max(...rows.map((row) => row.rank ?? 0));
    const competition = await engine.query<RankingRow>(rankingsSql, ask({ ties: 'competition' }));
    const dense = await engine.query<RankingRow>(rankingsSql, ask({ ties: 'dense' }));
    expect(most(dense)).toBeLessThan(most(competition));
    expect(
      new Set(dense.filter((row) => row.fiscal_year === 2020 && row.rank !== null).map((row) => row.rank)).size,
    ).toBe(most(dense.filter((row) => row.fiscal_year === 2020)));
  });

  it("finds the same last year's places in the query and beside it", async () => {
    const rows = await engine.query<RankingRow & { last_rank: number | null }>(rankingsSql, ask());
    const predecessors = await engine.query<PredecessorRow>(predecessorsSql);
    const bare = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'last_rank')));
    const ranking = rankingOf({
      rows: bare as RankingRow[],
      yearFrom: null,
      measure: 'recomputed',
      ties: 'competition',
      predecessors,
    });
    expect(rows.some((row) => row.last_rank !== null)).toBe(true);
    const differing = rows.filter((row) => ranking?.moveOf(row).last !== row.last_rank);
    expect(differing.map((row) => [row.fiscal_year, row.unit_code])).toEqual([]);
  });

  it.each([
    ['recomputed', 'recomputed_total'],
    ['reported', 'reported_total'],
    ['gap', 'score_gap'],
    ['execution', 'execution_rate'],
    ['control', 'control_rate'],
  ] as const)('gives the same places of earlier years as the whole rows do: %s', async (measure, figure) => {
    const rows = await engine.query<RankingRow>(rankingsSql, ask());
    const predecessors = await engine.query<PredecessorRow>(predecessorsSql);
    const last = Math.max(...rows.map((row) => row.fiscal_year));
    const earlier = await engine.query<PlaceRow>(earlierSql, [last - 5, last - 1, ...ask().slice(2), figure]);
    const common = { yearFrom: last, measure, ties: 'competition', predecessors } as const;
    const whole = rankingOf({ rows: rows.filter((row) => row.fiscal_year >= last - 5), ...common });
    const parted = rankingOf({ rows: rows.filter((row) => row.fiscal_year === last), earlier, ...common });
    const placesOf = (found: typeof whole) =>
      [...(found?.places ?? [])].map(([year, places]) => [year, [...places].sort()]).sort();
    expect(placesOf(parted)).toEqual(placesOf(whole));
    expect(placesOf(parted).length).toBeGreaterThan(1);
    expect(parted?.rows.map((row) => parted.moveOf(row))).toEqual(whole?.rows.map((row) => whole.moveOf(row)));
  });
});
