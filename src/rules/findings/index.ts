/**
 * The checks of one rule set, as statements that fill `finding` (what fired) and `outcome` (the ledger: fired, passed,
 * or nothing to check). They read the finance tables, the indicators' readings and the scores of that rule set, so
 * they run after `financeStatements` and `scoringStatements`.
 */
import { STAGES } from '@/domain/stages';
import type { RuleSet } from '../ruleSet';
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

/** What the checks need of a rule set. */
export type FindingRules = Pick<RuleSet, 'id' | 'thresholds' | 'grades' | 'grade_aliases'>;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
/** The digits as the rule set wrote them. */
const exact = (value: number): string => `CAST(${text(value.toString())} AS DECIMAL(18,6))`;

function ruleStatements({ id, thresholds, grades, grade_aliases: aliases }: FindingRules): string[] {
  const bounds = grades.map(([from, grade]) =>
    from === null ? `WHEN total IS NOT NULL THEN ${text(grade)}` : `WHEN total >= ${exact(from)} THEN ${text(grade)}`,
  );
  const words = Object.entries(aliases).map(([word, grade]) => `WHEN ${text(word)} THEN ${text(grade)}`);
  return [
    `CREATE OR REPLACE TABLE finding_rule AS SELECT ${text(id)} AS rule_set_id,
       ${exact(thresholds.low_execution)} AS low_execution, ${exact(thresholds.score_tolerance)} AS score_tolerance,
       ${exact(thresholds.overshoot_note)} AS overshoot_note, ${exact(thresholds.fund_shift)} AS fund_shift,
       ${exact(thresholds.income_gap)} AS income_gap`,
    `CREATE OR REPLACE MACRO finding_grade_of(total) AS CASE ${bounds.join(' ')} END`,
    `CREATE OR REPLACE MACRO finding_grade_alias(word) AS ${words.length > 0 ? `CASE word ${words.join(' ')} ELSE word END` : 'word'}`,
  ];
}

function wordStatements(): string[] {
  const checks = CHECKS.map(
    (check, index) =>
      `(${text(check.id)}, ${String(index + 1)}, ${text(check.label)}, ${text(check.severity)}, ${text(SEVERITY_WORDS[check.severity])}, ${String(check.inLedger)})`,
  );
  const labels = STAGES.map((stage) => `WHEN ${text(stage.code)} THEN ${text(stage.label)}`);
  const ranks = STAGES.map((stage, index) => `WHEN ${text(stage.code)} THEN ${String(index + 1)}`);
  return [
    `CREATE OR REPLACE TABLE finding_check AS SELECT * FROM (VALUES ${checks.join(', ')})
       AS t(check_id, check_order, check_name, severity, severity_word, in_ledger)`,
    `CREATE OR REPLACE MACRO stage_word(stage) AS CASE stage ${labels.join(' ')} END`,
    `CREATE OR REPLACE MACRO stage_rank(stage) AS CASE stage ${ranks.join(' ')} END`,
  ];
}

export function findingStatements(rules: FindingRules): string[] {
  return [
    ...wordStatements(),
    ...ruleStatements(rules),
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
