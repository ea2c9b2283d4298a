/** The expected scores and totals of the conformance set as the tables that scoring fills: findings can be tested without scoring. */
import type { Engine } from '@/database/engine';
import { expectedRows, insertRows, literal } from './conformance';

const STATES: Readonly<Record<string, string>> = {
  已重算: 'computed',
  分档核定: 'banded',
  采用自评: 'reported',
  规则无法判定: 'manual',
  缺失: 'missing',
  不适用: 'not_applicable',
};

export async function loadExpectedScores(engine: Engine, ruleSet: string): Promise<void> {
  await engine.run(`CREATE OR REPLACE TABLE expected_unit (fiscal_year INTEGER, unit_code VARCHAR, indicator_no VARCHAR, indicator VARCHAR, score DECIMAL(28,10), state VARCHAR);
    CREATE TABLE IF NOT EXISTS indicator_score (rule_set_id VARCHAR, indicator_id BIGINT, state VARCHAR, score DECIMAL(28,10));
    CREATE TABLE IF NOT EXISTS unit_score (rule_set_id VARCHAR, fiscal_year INTEGER, unit_code VARCHAR, recomputed_total DECIMAL(28,10), recomputed_grade VARCHAR, coverage DECIMAL(28,2));`);
  const unquoted = (cell: string | undefined): string => (cell ?? '').replace(/^'/, '');
  await insertRows(
    engine,
    'expected_unit',
    expectedRows(`${ruleSet}/unit.csv`).map((row) => [
      Number(row.年度),
      row.单位编码 ?? '',
      unquoted(row.指标序号),
      unquoted(row.指标名称),
      row.重算得分 || null,
      STATES[row.状态 ?? ''] ?? '',
    ]),
  );
  await engine.run(`INSERT INTO indicator_score SELECT ${literal(ruleSet)}, i.indicator_id, e.state, e.score FROM indicator i
    JOIN expected_unit e ON e.fiscal_year = i.fiscal_year AND e.unit_code = i.unit_code AND e.indicator = i.indicator AND e.indicator_no = coalesce(i.indicator_no, '')`);
  await insertRows(
    engine,
    'unit_score',
    expectedRows(`${ruleSet}/rankings.csv`).map((row) => [
      ruleSet,
      Number(row.年度),
      row.单位编码 ?? '',
      row.重算总分 || null,
      row.重算等级 || null,
      row['可重算比重(%)'] || null,
    ]),
  );
}
