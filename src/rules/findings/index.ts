/**
 * The checks of one rule set, as statements that fill `rule_finding` (what fired; with what rests on the data alone it is
 * view `finding`) and `ledger` (fired, passed, or nothing to check). They read the finance tables, the indicators' readings
 * and the scores of that rule set, so they run after `moneyStatements`, `caseStatements`, `dataCheckStatements` (facts.ts)
 * and `scoringStatements`.
 */
import { sqlText } from '@/domain/sqlText';
import { exactly, type RuleSet } from '../ruleSet';
import { gradeOf } from '../scoring';
import addedSql from './added.sql?raw';
import collectSql from './collect.sql?raw';
import conclusionsSql from './conclusions.sql?raw';
import incomeExpenditureSql from './income-expenditure.sql?raw';
import indicatorsSql from './indicators.sql?raw';
import tablesSql from './tables.sql?raw';
import thresholdsSql from './thresholds.sql?raw';
import trivialTargetSql from './trivial-target.sql?raw';
import { CHECKS } from './checks';
import { ADDED_SUBJECT } from './facts';

export { dataCheckStatements } from './facts';
export { CHECKS, SEVERITY_WORDS, type Check, type Severity } from './checks';

/** The digits as the rule set wrote them. */
const exact = (value: number): string => `CAST('${exactly(value).toFixed()}' AS DECIMAL(18,6))`;

function ruleStatements(ruleSet: RuleSet): string[] {
  const { thresholds } = ruleSet;
  const aliases = Object.entries(ruleSet.grade_aliases).map(
    ([alias, grade]) => `WHEN ${sqlText(alias)} THEN ${sqlText(grade)}`,
  );
  return [
    `CREATE OR REPLACE TABLE finding_rule AS SELECT ${sqlText(ruleSet.id)} AS rule_set_id,
       ${exact(thresholds.low_execution)} AS low_execution, ${exact(thresholds.score_tolerance)} AS score_tolerance,
       to_amount(${exact(thresholds.score_tolerance)}) AS tolerance_amount,
       CAST(${exact(thresholds.overshoot_note)} * 1000000 AS HUGEINT) AS overshoot_millionths, ${exact(thresholds.fund_shift)} AS fund_shift,
       ${exact(thresholds.income_gap)} AS income_gap`,
    `CREATE OR REPLACE MACRO grade_of_total(total) AS ${gradeOf(ruleSet, 'total')}`,
    `CREATE OR REPLACE MACRO grade_of_word(word) AS ${aliases.length > 0 ? `CASE word ${aliases.join(' ')} ELSE word END` : 'word'}`,
  ];
}

/** One column of the ledger for each check that has an outcome. */
function ledgerTables(): string {
  const checks = CHECKS.filter((check) => check.inLedger).map((check) => check.id);
  return tablesSql
    .replace('/*ledger columns*/', checks.map((id) => `${id} BOOLEAN`).join(', '))
    .replace('/*ledger names*/', checks.join(', '));
}

export function findingStatements(ruleSet: RuleSet): string[] {
  return [
    ...ruleStatements(ruleSet),
    ledgerTables(),
    incomeExpenditureSql,
    indicatorsSql,
    ...(ruleSet.execution ? [addedSql.replace('/*added subject*/-1', ADDED_SUBJECT)] : []),
    trivialTargetSql,
    conclusionsSql,
    thresholdsSql,
    collectSql,
  ];
}
