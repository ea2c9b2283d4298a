import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, SqlValue } from '@/database/engine';
import { RULE_SETS } from '@/rules/ruleSet';
import controlSql from '@/views/rankings/control.sql?raw';
import predecessorsSql from '@/views/rankings/predecessors.sql?raw';
import rankingsSql from '@/views/rankings/rankings.sql?raw';
import type { PredecessorRow, RankingRow } from '@/views/rankings/rows';
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
    const rows = await engine.query<{ fiscal_year: number; unit_code: string; control_rate: string }>(
      controlSql,
      ask().slice(0, 6),
    );
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
    const ranking = rankingOf({ rows, yearFrom: null, measure: 'recomputed', ties: 'competition', predecessors });
    expect(rows.some((row) => row.last_rank !== null)).toBe(true);
    const differing = rows.filter((row) => ranking?.moveOf(row).last !== row.last_rank);
    expect(differing.map((row) => [row.fiscal_year, row.unit_code])).toEqual([]);
  });
});
