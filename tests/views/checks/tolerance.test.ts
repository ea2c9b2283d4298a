import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { RULE_SETS } from '@/rules/ruleSet';
import checksSql from '@/views/checks/checks.sql?raw';
import filledPartsSql from '@/views/checks/filled-parts.sql?raw';
import type { FindingRow } from '@/views/checks/rows';
import { ALLOWS_PER_PART, partsTolerance, ruleTolerance } from '@/views/checks/tolerance';
import { findingStatements } from '@/rules/findings';
import { openEngine } from '../../support/engine';
import { importConformance } from '../../support/importedConformance';
import { deriveAll } from '../../support/scoring';

const [national] = RULE_SETS;
if (!national) throw new Error('no rule set ships');

describe('the tolerance of a check', () => {
  it.each([
    ['income_vs_expenditure', '0.05'],
    ['score_vs_rule', '0.025'],
    ['total_vs_rule', '0.025'],
    ['total_vs_scores', null],
    ['total_vs_parts', null],
    ['fund_shift', null],
  ])('of %s comes from the rule set: %s', (check, allowed) => {
    const thresholds = { ...national.thresholds, income_gap: 0.05, score_tolerance: 0.025 };
    expect(ruleTolerance(check, thresholds)).toBe(allowed);
  });

  it('of a total grows exactly with its parts', () => {
    expect([1, 2, 3, 4].map(partsTolerance)).toEqual(['0.01', '0.02', '0.03', '0.04']);
  });

  describe('of the totals of the conformance set', () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openEngine();
      await importConformance(engine);
      await deriveAll(engine, RULE_SETS.slice(0, 1));
      for (const statement of findingStatements(national)) await engine.run(statement);
    });
    afterAll(() => engine.close());

    it('counts the parts with a figure, and every difference lies beyond it', async () => {
      const all = await engine.query<FindingRow>(checksSql, [null, null, null, null, null, 'national-2020']);
      const totals = all.filter(({ check_id }) => ALLOWS_PER_PART.has(check_id));
      expect(totals.length).toBeGreaterThan(3);
      for (const { fiscal_year, unit_code, item, stage, difference } of totals) {
        const [row] = await engine.query<{ parts: number }>(filledPartsSql, [fiscal_year, unit_code, item, stage]);
        expect(row?.parts).toBeGreaterThan(0);
        expect(Math.abs(Number(difference))).toBeGreaterThan(Number(partsTolerance(row?.parts ?? 0)));
      }
    });
  });
});
