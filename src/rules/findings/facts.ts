/**
 * The checks that no rule set changes: totals and their parts, magnitudes, and what is missing. They run once for the
 * data; each rule set takes their findings over. With them come the words and macros that all checks use.
 */
import { STAGES } from '@/domain/stages';
import { sqlText } from '@/domain/sqlText';
import { CHECKS, SEVERITY_WORDS } from './checks';
import factTablesSql from './fact-tables.sql?raw';
import macrosSql from './macros.sql?raw';
import magnitudeSql from './magnitude.sql?raw';
import presenceSql from './presence.sql?raw';
import totalsSql from './totals.sql?raw';

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

export function factFindingStatements(): string[] {
  return [...wordStatements(), macrosSql, factTablesSql, totalsSql, magnitudeSql, presenceSql];
}
