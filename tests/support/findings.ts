/** Findings and ledger of a dataset made by hand, under one rule set. */
import type { Engine, SqlValue } from '@/database/engine';
import type { ItemCode } from '@/domain/items';
import type { Stage } from '@/domain/stages';
import { dataCheckStatements, findingStatements } from '@/rules/findings';
import { RULE_SETS, type RuleSet } from '@/rules/ruleSet';
import { caseStatements, scoringStatements } from '@/rules/scoring';
import { setDataset, type Dataset } from './handmade';
import { readIndicators } from './scoring';

export const [NATIONAL] = RULE_SETS as [RuleSet, ...RuleSet[]];

export type Ledger = 'fired' | 'passed' | 'unknown';

export async function check(engine: Engine, data: Dataset, ruleSet: RuleSet = NATIONAL): Promise<void> {
  await setDataset(engine, data);
  await readIndicators(engine);
  for (const statement of [
    ...caseStatements(),
    ...dataCheckStatements(),
    ...scoringStatements(ruleSet),
    ...findingStatements(ruleSet),
  ])
    await engine.run(statement);
}

const plain = (value: SqlValue | undefined): string | null =>
  value === null || value === undefined ? null : String(value).replace(/\.?0+$/, '');

/** `填报值/应为/差额` of each finding of one check on one unit, over all years. */
export async function found(engine: Engine, checkId: string, unit = 'A'): Promise<string[]> {
  const rows = await engine.query(
    `SELECT reported_text, expected_text, difference FROM finding WHERE check_id = $1 AND unit_code = $2
     ORDER BY fiscal_year, item_order, stage_order, indicator_order`,
    [checkId, unit],
  );
  return rows.map((row) =>
    [row.reported_text, row.expected_text, plain(row.difference)].map((v) => v ?? '–').join('/'),
  );
}

/** The ledger's word; undefined where it has no row. */
export async function outcome(engine: Engine, checkId: string, year = 2021, unit = 'A'): Promise<SqlValue | undefined> {
  const rows = await engine.query(
    'SELECT outcome FROM outcome WHERE check_id = $1 AND fiscal_year = $2 AND unit_code = $3',
    [checkId, year, unit],
  );
  return rows[0]?.outcome;
}

const STAGE: Readonly<Record<string, Stage>> = { i: 'initial_budget', a: 'adjusted_budget', f: 'actual' };

/** `income.total f 100` is the actual of 2021; a year and another unit may follow. */
export function amountsOf(unit: string, lines: readonly string[]): NonNullable<Dataset['finance']> {
  return lines.map((line) => {
    const [item = '', stage = '', amount = '', year = '2021', other = ''] = line.split(' ');
    return [Number(year), other === '' ? unit : other, item as ItemCode, STAGE[stage] ?? 'actual', amount] as const;
  });
}
