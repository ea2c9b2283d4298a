/**
 * The checks that no rule set changes: totals and their parts, magnitudes, what is missing, cells of indicators, what a unit
 * reports of itself, and actuals above their budget or last year's. They run once for the data, into `fact_finding` and
 * `fact_ledger`; each rule set takes them over. With them come the words and macros that all checks use.
 */
import { STAGES } from '@/domain/stages';
import { sqlText } from '@/domain/sqlText';
import { EXECUTION_NAME } from '../scoring/stepped';
import { CHECKS, SEVERITY_WORDS } from './checks';
import factLedgerSql from './fact-ledger.sql?raw';
import factTablesSql from './fact-tables.sql?raw';
import macrosSql from './macros.sql?raw';
import magnitudeSql from './magnitude.sql?raw';
import overspentSql from './overspent.sql?raw';
import presenceSql from './presence.sql?raw';
import readingsSql from './readings.sql?raw';
import reportedSql from './reported.sql?raw';
import totalsSql from './totals.sql?raw';

/** The indicator that the program adds is no file's: its id among the subjects. */
export const ADDED_SUBJECT = '-1';

function wordStatements(): string[] {
  const checks = CHECKS.map(
    (check, index) =>
      `(${sqlText(check.id)}, ${String(index + 1)}, ${sqlText(check.label)}, ${sqlText(check.severity)}, ${sqlText(SEVERITY_WORDS[check.severity])}, ${String(check.inLedger)})`,
  );
  const numbers = CHECKS.map((check, index) => `WHEN ${sqlText(check.id)} THEN ${String(index + 1)}`);
  const labels = STAGES.map((stage) => `WHEN ${sqlText(stage.code)} THEN ${sqlText(stage.label)}`);
  const ranks = STAGES.map((stage, index) => `WHEN ${sqlText(stage.code)} THEN ${String(index + 1)}`);
  const codes = STAGES.map((stage, index) => `WHEN ${String(index + 1)} THEN ${sqlText(stage.code)}`);
  return [
    `CREATE OR REPLACE TABLE finding_check AS SELECT * FROM (VALUES ${checks.join(', ')})
       AS t(check_id, check_order, check_name, severity, severity_word, in_ledger)`,
    `CREATE OR REPLACE MACRO check_number(check_id) AS CASE check_id ${numbers.join(' ')} END`,
    `CREATE OR REPLACE MACRO stage_word(stage) AS CASE stage ${labels.join(' ')} END`,
    `CREATE OR REPLACE MACRO stage_rank(stage) AS CASE stage ${ranks.join(' ')} END`,
    `CREATE OR REPLACE MACRO stage_code(stage_order) AS CASE stage_order ${codes.join(' ')} END`,
  ];
}

/** Run after `moneyStatements` and `caseStatements`: scores do not wait for them. */
export function dataCheckStatements(): string[] {
  return [
    ...wordStatements(),
    macrosSql,
    factTablesSql
      .replace('/*added subject*/-1', ADDED_SUBJECT)
      .replace("/*added indicator*/''", sqlText(EXECUTION_NAME)),
    // The longest list first: rows that come into an empty table are moved into it, into others they are copied.
    readingsSql,
    reportedSql,
    totalsSql,
    magnitudeSql,
    presenceSql,
    overspentSql,
    factLedgerSql,
  ];
}
