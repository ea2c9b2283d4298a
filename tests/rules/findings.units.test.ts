/** Checks of what is missing, by hand, and the list as a whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { CHECKS, findingStatements } from '@/rules/findings';
import type { RuleSet } from '@/rules/ruleSet';
import { scoringStatements } from '@/rules/scoring';
import { amountsOf, check, NATIONAL, outcome } from '../support/findings';
import { openEngine } from '../support/engine';
import type { Dataset } from '../support/handmade';
import checksSql from '@/views/checks/checks.sql?raw';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const amounts = (...lines: string[]): NonNullable<Dataset['finance']> => amountsOf('A', lines);

describe('what is missing', () => {
  const where = async (checkId: string): Promise<string[]> =>
    (await engine.query('SELECT fiscal_year, unit_code FROM finding WHERE check_id = $1 ORDER BY ALL', [checkId])).map(
      (row) => `${String(row.fiscal_year)} ${String(row.unit_code)}`,
    );
  const spent = (...lines: string[]): Dataset => ({
    finance: amounts(...lines.map((line) => `expenditure.total f 1 ${line}`)),
  });

  it('a kind that others have that year, of units in force', async () => {
    await check(engine, {
      ...spent('2020 A', '2021 A', '2021 B', '2022 B'),
      finance: [
        ...amounts(
          'expenditure.total f 1 2020 A',
          'expenditure.total i 1 2021 A',
          'expenditure.total f 1 2021 B',
          'expenditure.total f 1 2022 B',
        ),
      ],
    });
    expect(await where('no_actual')).toEqual(['2021 A', '2022 A']);
    expect(await where('no_budget')).toEqual(['2021 B']);
    expect(await where('no_conclusion')).toEqual([]);
    expect(await outcome(engine, 'no_actual', 2021, 'B')).toBe('passed');
    expect(await outcome(engine, 'no_conclusion', 2021, 'B')).toBe('unknown');
    expect(await outcome(engine, 'no_actual', 2020, 'B')).toBeUndefined();
  });

  it('nothing before a code came to be or after it was replaced', async () => {
    await check(engine, { ...spent('2020 A', '2021 X', '2022 X', '2022 B'), changes: [['A', 'B', 2021]] });
    expect(await where('no_actual')).toEqual(['2021 B']);
    expect(await outcome(engine, 'no_actual', 2021, 'A')).toBeUndefined();
  });

  it('a gap between two years, and then only the gap', async () => {
    await check(engine, spent('2019 A', '2022 A', '2020 B', '2021 B', '2022 B'));
    expect(await where('year_gap')).toEqual(['2020 A', '2021 A']);
    expect(await where('no_actual')).toEqual([]);
    expect(await outcome(engine, 'year_gap', 2020)).toBe('fired');
    expect(await outcome(engine, 'year_gap', 2019)).toBe('passed');
    expect(await outcome(engine, 'no_actual', 2020)).toBe('unknown');
  });

  it('a code that the unit table lacks, or has with zeros in front', async () => {
    await check(engine, { ...spent('2021 4021', '2021 99', '2021 7'), units: ['004021', '7'] });
    expect(await where('leading_zero')).toEqual(['2021 4021']);
    expect(await where('unknown_unit')).toEqual(['2021 99']);
    expect(await outcome(engine, 'unknown_unit', 2021, '7')).toBe('passed');
    await check(engine, spent('2021 4021'));
    expect(await where('unknown_unit')).toEqual([]);
    expect(await outcome(engine, 'unknown_unit', 2021, '4021')).toBe('unknown');
  });

  it('an old code that goes on beside the new one', async () => {
    await check(engine, { ...spent('2019 A', '2020 A', '2021 A', '2020 B'), changes: [['A', 'B', 2020]] });
    expect(await where('both_codes')).toEqual(['2020 A', '2021 A']);
    expect(await outcome(engine, 'both_codes', 2019)).toBe('passed');
    const [first] = await engine.query(
      `SELECT file_name, line FROM finding WHERE check_id = 'both_codes' ORDER BY fiscal_year`,
    );
    expect(first).toEqual({ file_name: 'a-finance.csv', line: 3 });
  });
});

describe('the list as a whole', () => {
  it('takes its thresholds from the rule set, and keeps those of other rule sets', async () => {
    const data: Dataset = { finance: amounts('expenditure.total a 100', 'expenditure.total f 85') };
    await check(engine, data);
    const strict: RuleSet = { ...NATIONAL, id: 'strict', thresholds: { ...NATIONAL.thresholds, low_execution: 90.5 } };
    for (const statement of [...scoringStatements(strict), ...findingStatements(strict)]) await engine.run(statement);
    const rows = await engine.query(`SELECT rule_set_id, expected_text FROM finding WHERE check_id = 'low_execution'`);
    expect(rows).toEqual([{ rule_set_id: 'strict', expected_text: '90.50' }]);
    expect(
      (await engine.query(`SELECT DISTINCT rule_set_id FROM outcome ORDER BY ALL`)).map((row) => row.rule_set_id),
    ).toEqual(['national-2020', 'strict']);
    for (const table of ['found_rule', 'rule_finding', 'ledger'])
      await engine.run(`DELETE FROM ${table} WHERE rule_set_id = 'strict'`);
  });

  it('puts targets of one name and number in the order of their first lines', async () => {
    const filed = (target: string) =>
      ['1', '2', '3', '4', '5'].map((place) => ({
        fiscal_year: 2021,
        unit_code: `U${target}${place}`,
        indicator_no: '1',
        indicator: '满意度',
        comparator: '≥',
        target,
        achieved: '99%',
        weight: '10',
        reported_score: '10',
      }));
    for (const targets of [
      ['50%', '60%', '55%', '40%'],
      ['40%', '55%', '60%', '50%'],
    ]) {
      await check(engine, { indicators: targets.flatMap(filed) });
      const listed = await engine.query(checksSql, [null, null, null, null, null, NATIONAL.id]);
      const lines = listed.filter((row) => row.check_id === 'trivial_target').map((row) => row.line);
      expect(lines).toHaveLength(4);
      expect(lines).toEqual([...lines].sort((a, b) => Number(a) - Number(b)));
    }
  });

  it('a sentence accompanies every finding, and no ledger row is lacking', async () => {
    await check(engine, { finance: amounts('expenditure.total a 100', 'expenditure.total f 5', 'income.total f 9') });
    const [silent] = await engine.query('SELECT count(*) AS n FROM finding WHERE sentence IS NULL');
    expect(silent?.n).toBe(0);
    const [ledger] = await engine.query('SELECT count(*) AS n FROM outcome');
    expect(ledger?.n).toBe(CHECKS.filter((entry) => entry.inLedger).length);
  });
});
