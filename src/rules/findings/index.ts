/**
 * The checks of one rule set, as statements that fill `finding` (what fired) and `outcome` (the ledger: fired, passed,
 * or nothing to check). They read the finance tables, the indicators' readings and the scores of that rule set, so
 * they run after `financeStatements` and `scoringStatements`.
 */
import { STAGES } from '@/domain/stages';
import { exactly, type RuleSet } from '../ruleSet';
import { gradeOf } from '../scoring';
import { sqlText } from '../scoring/indicatorScore';
import { CHECKS, SEVERITY_WORDS } from './checks';
import collectSql from './collect.sql?raw';
import conclusionsSql from './conclusions.sql?raw';
import incomeExpenditureSql from './income-expenditure.sql?raw';
import indicatorsSql from './indicators.sql?raw';
import magnitudeSql from './magnitude.sql?raw';
import moneySql from './money.sql?raw';
import presenceSql from './presence.sql?raw';
import tablesSql from './tables.sql?raw';
import totalsSql from './totals.sql?raw';
import trivialTargetSql from './trivial-target.sql?raw';

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
       ${exact(thresholds.overshoot_note)} AS overshoot_note, ${exact(thresholds.fund_shift)} AS fund_shift,
       ${exact(thresholds.income_gap)} AS income_gap`,
    `CREATE OR REPLACE MACRO grade_of_total(total) AS ${gradeOf(ruleSet, 'total')}`,
    `CREATE OR REPLACE MACRO grade_of_word(word) AS ${aliases.length > 0 ? `CASE word ${aliases.join(' ')} ELSE word END` : 'word'}`,
  ];
}

function wordStatements(): string[] {
  const checks = CHECKS.map(
    (check, index) =>
      `(${sqlText(check.id)}, ${String(index + 1)}, ${sqlText(check.label)}, ${sqlText(check.severity)}, ${sqlText(SEVERITY_WORDS[check.severity])}, ${String(check.inLedger)})`,
  );
  const labels = STAGES.map((stage) => `WHEN ${sqlText(stage.code)} THEN ${sqlText(stage.label)}`);
  const ranks = STAGES.map((stage, index) => `WHEN ${sqlText(stage.code)} THEN ${String(index + 1)}`);
  return [
    `CREATE OR REPLACE TABLE finding_check AS SELECT * FROM (VALUES ${checks.join(', ')})
       AS t(check_id, check_order, check_name, severity, severity_word, in_ledger)`,
    `CREATE OR REPLACE MACRO stage_word(stage) AS CASE stage ${labels.join(' ')} END`,
    `CREATE OR REPLACE MACRO stage_rank(stage) AS CASE stage ${ranks.join(' ')} END`,
  ];
}

export function findingStatements(ruleSet: RuleSet): string[] {
  return [
    ...wordStatements(),
    ...ruleStatements(ruleSet),
    tablesSql,
    totalsSql,
    incomeExpenditureSql,
    indicatorsSql,
    trivialTargetSql,
    conclusionsSql,
    magnitudeSql,
    moneySql,
    presenceSql,
    collectSql,
  ];
}
