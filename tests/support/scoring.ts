/** Readings of indicators that a naive loader left empty, and all that scoring derives. */
import type { Engine } from '@/database/engine';
import { comparatorFault, READING_COLUMNS, readIndicator, targetFault, type IndicatorCells } from '@/domain/reading';
import { moneyStatements } from '@/rules/finance';
import { dataCheckStatements } from '@/rules/findings';
import type { RuleSet } from '@/rules/ruleSet';
import { caseStatements, scoringStatements } from '@/rules/scoring';
import { insertRows } from './conformance';

type CellRow = Record<keyof IndicatorCells | 'id', string | null>;

const sound = (text: string | null, fault: (text: string) => string | null): string | null =>
  text === null || fault(text) === null ? text : null;

/** Fills the reading columns of table `indicator` from its raw ones. */
export async function readIndicators(engine: Engine): Promise<void> {
  const rows =
    await engine.query<CellRow>(`SELECT CAST(indicator_id AS VARCHAR) AS id, level1, level2, kind, comparator,
    target, achieved, numerator, denominator, measure_unit AS "measureUnit" FROM indicator ORDER BY indicator_id`);
  await engine.run(
    `CREATE OR REPLACE TABLE reading (indicator_id BIGINT, ${READING_COLUMNS.map((c) => `${c.name} ${c.type}`).join(', ')})`,
  );
  await insertRows(
    engine,
    'reading',
    rows.map((row) => [
      row.id,
      ...readIndicator({
        ...row,
        comparator: sound(row.comparator, comparatorFault),
        target: sound(row.target, targetFault),
        achieved: sound(row.achieved, targetFault),
      }),
    ]),
  );
  const sets = READING_COLUMNS.map((c) => `${c.name} = r.${c.name}`).join(', ');
  await engine.run(
    `UPDATE indicator SET ${sets} FROM reading r WHERE r.indicator_id = indicator.indicator_id; DROP TABLE reading`,
  );
}

export async function deriveAll(engine: Engine, ruleSets: readonly RuleSet[]): Promise<void> {
  for (const statement of [...moneyStatements(), ...caseStatements(), ...dataCheckStatements()])
    await engine.run(statement);
  for (const ruleSet of ruleSets) for (const statement of scoringStatements(ruleSet)) await engine.run(statement);
}
