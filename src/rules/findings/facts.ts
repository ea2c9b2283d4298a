/**
 * The checks that no rule set changes: totals and their parts, magnitudes, and what is missing. They run once for the
 * data; each rule set takes their findings over. With them come the words and macros that all checks use.
 */
import { STAGES } from '@/domain/stages';
import { CHECKS, SEVERITY_WORDS } from './checks';
import factTablesSql from './fact-tables.sql?raw';
import macrosSql from './macros.sql?raw';
import magnitudeSql from './magnitude.sql?raw';
import presenceSql from './presence.sql?raw';
import totalsSql from './totals.sql?raw';

const sqlText = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Full-width forms of printable ASCII, then the brackets; each with what it is folded into. */
const WIDE = Array.from({ length: 94 }, (_, i) => String.fromCodePoint(0xff01 + i)).join('');
const NARROW = Array.from({ length: 94 }, (_, i) => String.fromCodePoint(0x21 + i)).join('');
const OPENING = '[{【〔〖「『';
const CLOSING = ']}】〕〗」』';

/** Names with the same key differ only by width, brackets or blanks: they are one. */
function nameKeyStatement(): string {
  const brackets = `translate(translate(label, ${sqlText(WIDE)}, ${sqlText(NARROW)}), ${sqlText(OPENING + CLOSING)}, ${sqlText('('.repeat(OPENING.length) + ')'.repeat(CLOSING.length))})`;
  return `CREATE OR REPLACE MACRO name_key(label) AS
  regexp_replace(${brackets}, '[\\s\\x{00a0}\\x{2000}-\\x{200f}\\x{3000}\\x{feff}]', '', 'g')`;
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

export function factFindingStatements(): string[] {
  return [...wordStatements(), nameKeyStatement(), macrosSql, factTablesSql, totalsSql, magnitudeSql, presenceSql];
}
