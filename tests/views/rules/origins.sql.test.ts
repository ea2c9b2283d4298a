/** The differences that the page names add up to those of the totals, on the conformance set under two rule sets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { Exact } from '@/domain/decimal';
import { RULE_SETS } from '@/rules/ruleSet';
import rankingsSql from '@/views/rankings/rankings.sql?raw';
import { originsOf, type OriginRow } from '@/views/rules/origins';
import originsSql from '@/views/rules/origins.sql?raw';
import { whatIf, type RankedUnit } from '@/views/rules/whatIf';
import { openEngine } from '../../support/engine';
import { importConformance } from '../../support/importedConformance';
import { deriveAll } from '../../support/scoring';

const [LEFT, RIGHT] = ['national-2020', 'ratio-1'];

describe('where the scores of the conformance set move', () => {
  let engine: Engine;
  let years: number[];
  beforeAll(async () => {
    engine = await openEngine();
    await importConformance(engine);
    await deriveAll(engine, RULE_SETS);
    const rows = await engine.query<{ fiscal_year: number }>('SELECT DISTINCT fiscal_year FROM indicator ORDER BY 1');
    years = rows.map((row) => row.fiscal_year);
  });
  afterAll(() => engine.close());

  const origins = (year: number, left: string, right: string, unit: string | null = null) =>
    engine.query<OriginRow>(originsSql, [year, null, null, unit, left, right]);

  it('is nowhere under one and the same set', async () => {
    for (const year of years) expect(await origins(year, LEFT, LEFT)).toEqual([]);
  });

  it('makes up the difference of the totals wherever nothing is rescaled', async () => {
    let compared = 0;
    for (const year of years) {
      const ranking = (id: string) =>
        engine.query<RankedUnit>(rankingsSql, [year, year, null, null, null, id, null, null]);
      const byUnit = originsOf(await origins(year, LEFT, RIGHT));
      for (const row of whatIf(await ranking(LEFT), await ranking(RIGHT)).rows) {
        const origin = byUnit.get(row.unit_code);
        if (!origin || row.difference === null) continue;
        const places = await engine.query<{ dropped: number }>(
          `SELECT count(*) AS dropped FROM indicator_score WHERE fiscal_year = $1::INTEGER AND unit_code = $2 AND state = 'not_applicable'`,
          [year, row.unit_code],
        );
        if (places[0]?.dropped !== 0) continue;
        compared += 1;
        // Totals are rounded to two places, scores to two and three: half a unit of the last place each.
        expect(new Exact(row.difference).minus(origin.movedBy).abs().toNumber()).toBeLessThanOrEqual(0.01);
        const named = origin.named.reduce((sum, each) => sum.plus(each.difference), new Exact(origin.othersBy));
        expect(named.toFixed()).toBe(new Exact(origin.movedBy).toFixed());
        expect(origin.named.length + origin.others).toBe(origin.named[0]?.moved_count);
      }
    }
    expect(compared).toBeGreaterThan(3);
  });

  it('knows an indicator that only one set adds, by its name', async () => {
    const rows = (await Promise.all(years.map((year) => origins(year, LEFT, 'local-example')))).flat();
    const added = rows.filter((row) => row.indicator === '预算执行率' && row.left_score === null);
    expect(added.length).toBeGreaterThan(0);
    const back = (await Promise.all(years.map((year) => origins(year, 'local-example', LEFT)))).flat();
    expect(back.some((row) => row.indicator === '预算执行率' && row.right_score === null)).toBe(true);
    expect(rows.every((row) => row.indicator !== null && row.place <= 2)).toBe(true);
  });

  it('keeps to the units in view', async () => {
    const [year] = years;
    expect(await origins(year ?? 0, LEFT, 'local-example', '没有这个单位')).toEqual([]);
  });
});
