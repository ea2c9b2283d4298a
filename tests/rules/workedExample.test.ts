/** Eight indicators, two of them computable: the example by which the printed 99.99 of a real report is explained. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { RULE_SETS, type RuleSet } from '@/rules/ruleSet';
import { scoringStatements } from '@/rules/scoring';
import rankingsSql from '@/views/rankings/rankings.sql?raw';
import unitSql from '@/views/unit/unit.sql?raw';
import { insertRows } from '../support/conformance';
import { openEngine } from '../support/engine';
import { makeWritable } from '../support/tables';
import { deriveAll, readIndicators } from '../support/scoring';

type Line = [
  no: string,
  name: string,
  target: string | null,
  achieved: string | null,
  top: string | null,
  bottom: string | null,
  weight: string,
  score: string | null,
];

const REPORT: Line[] = [
  ['1', '投诉率', '≤1%', '0.17%', null, null, '15', '15'],
  ['2', '办结率', '=100%', null, '37568', '37611', '15', '15'],
  ['3', '质量', '持续提升', '好', null, null, '15', '15'],
  ['4', '时效', '及时', '及时', null, null, '15', '10'],
  ['5', '经济', '提升', '提升', null, null, '10', '10'],
  ['6', '社会', '提升', '提升', null, null, '10', '10'],
  ['7', '生态', '提升', '提升', null, null, '10', '10'],
  ['8', '满意', '提升', '提升', null, null, '10', '10'],
];
const withFull4 = REPORT.map((line): Line => (line[0] === '4' ? ([...line.slice(0, 7), '15'] as Line) : line));

async function load(engine: Engine, lines: readonly Line[], unit: string, year = 2021): Promise<void> {
  await insertRows(
    engine,
    'indicator (indicator_id, fiscal_year, unit_code, indicator_no, indicator, target, achieved, numerator, denominator, weight, reported_score, file_id, line)',
    lines.map((line, i) => [year * 100_000 + Number(unit) * 100 + i, year, unit, ...line, 1, i + 2]),
  );
}

describe('totals of a unit-year', () => {
  let engine: Engine;
  const [national, ratioOne] = RULE_SETS as [RuleSet, RuleSet];
  const total = async (ruleSet: RuleSet, unit: string): Promise<unknown> =>
    (
      await engine.query(
        'SELECT recomputed_total AS total, coverage, recomputed_grade AS grade, sum_of_scores AS sum FROM unit_score WHERE rule_set_id = $1 AND unit_code = $2',
        [ruleSet.id, unit],
      )
    )[0];

  beforeAll(async () => {
    engine = await openEngine();
    await makeWritable(engine);
    await engine.run(`INSERT INTO source_file VALUES (1, 1, '指标.csv', 'indicator', '')`);
    await load(engine, REPORT, '101');
    await load(engine, withFull4, '102');
    await load(
      engine,
      [
        ['1', '甲', '≥2', '1', null, null, '60', '60'],
        ['2', '乙', '不适用', null, null, null, '30', null],
        ['3', '丙', '持续', null, null, null, '10', null],
      ],
      '103',
    );
    await load(engine, [['1', '甲', '持续', null, null, null, '60', null]], '104');
    await load(engine, [['1', '甲', '≥2', '不适用', null, null, '60', '60']], '105');
    await engine.run(`INSERT INTO unit_change VALUES ('100', '101', 2021, NULL, NULL)`);
    await load(engine, withFull4, '100', 2020);
    await readIndicators(engine);
    await deriveAll(engine, RULE_SETS);
  }, 120_000);
  afterAll(() => engine.close());

  it('explains the 99.99 that binary floating point prints as 99.98', async () => {
    expect(await total(national, '101')).toMatchObject({
      total: '94.9800000000000000',
      coverage: '30.00',
      sum: '95.0000000000000000',
      grade: '优',
    });
    expect(await total(national, '102')).toMatchObject({ total: '99.9800000000000000' });
    expect(await total(ratioOne, '101')).toMatchObject({ total: '94.9900000000000000' });
    expect(await total(ratioOne, '102')).toMatchObject({ total: '99.9900000000000000' });
  });

  it('shows the numbers that went in', async () => {
    const working = async (ruleSet: RuleSet, no: string): Promise<unknown> =>
      (await engine.query(unitSql, [2021, 2021, null, null, null, ruleSet.id, '101'])).find(
        (row) => row.indicator_no === no,
      )?.working;
    expect(await working(national, '2')).toBe(
      '15 × 37568 ÷ 37611（未达标，按完成比，得分保留2位；财预〔2020〕10号；指标.csv 第3行）= 14.98',
    );
    expect(await working(ratioOne, '2')).toBe(
      '15 × 99.9%（未达标，按完成比 37568 ÷ 37611，比率保留1位，得分保留3位；财预〔2020〕10号；指标.csv 第3行）= 14.985',
    );
    expect(await working(national, '1')).toBe('15 × 100%（0.17% 达到 ≤1%；财预〔2020〕10号；指标.csv 第2行）= 15');
  });

  it('spreads what is not applicable, and counts what is missing as the rule set says', async () => {
    // 30 of 60 reached by ratio, 0 for the missing one: 30 × 100 ÷ 70.
    expect(await total(national, '103')).toMatchObject({ total: '42.8600000000000000', coverage: '85.71' });
    const exclude: RuleSet = { ...national, id: 'exclude', missing: 'exclude' };
    for (const statement of scoringStatements(exclude)) await engine.run(statement);
    expect(await total(exclude, '103')).toMatchObject({ total: '50.0000000000000000', coverage: '85.71' });
    const hundred: RuleSet = { ...national, id: 'hundred', weights: 'normalise_to_100' };
    for (const statement of scoringStatements(hundred)) await engine.run(statement);
    expect(await total(hundred, '103')).toMatchObject({ total: '42.8600000000000000' });
  });

  it('has no total where nothing applicable has a score', async () => {
    expect(await total(national, '104')).toMatchObject({ total: null, coverage: '0.00', grade: null });
    expect(await total(national, '105')).toMatchObject({ total: null, coverage: null });
  });

  it('can be computed again without leaving anything behind', async () => {
    const count = (): Promise<unknown> =>
      engine.query('SELECT rule_set_id, count(*) AS n FROM indicator_score GROUP BY ALL ORDER BY ALL');
    const before = await count();
    for (const statement of scoringStatements(national)) await engine.run(statement);
    expect(await count()).toEqual(before);
  });

  it('ranks within the year, and shows the place that the only predecessor had', async () => {
    const rows = await engine.query(rankingsSql, [2021, 2021, null, null, null, national.id, null, null]);
    expect(rows.map((row) => [row.unit_code, row.rank, row.last_rank, row.last_rank_unit])).toEqual([
      ['102', 1, null, null],
      ['101', 2, 1, '100'],
      ['103', 3, null, null],
      ['104', null, null, null],
      ['105', null, null, null],
    ]);
    const careful: RuleSet = { ...national, id: 'careful', least_coverage: 50, ranking: 'dense' };
    for (const statement of scoringStatements(careful)) await engine.run(statement);
    const few = await engine.query(rankingsSql, [2021, 2021, null, null, null, 'careful', null, null]);
    expect(few.map((row) => [row.unit_code, row.rank])).toEqual([
      ['103', 1],
      ['102', null],
      ['101', null],
      ['104', null],
      ['105', null],
    ]);
  });
});
