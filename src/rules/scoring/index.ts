/**
 * Scores under one rule set, from tables `indicator`, `conclusion` and `finance_line`: into `indicator_score` and,
 * with names and money, `unit_result`, and with their workings in view `indicator_working`. May be
 * run again at any time: the rule set's earlier rows are replaced, those of other rule sets stay.
 */
import { sqlText } from '@/domain/sqlText';
import { EXPR_MACROS } from '../expr/toSql';
import inViewSql from '../in-view.sql?raw';
import type { RuleSet } from '../ruleSet';
import { READ_COLUMNS } from './cases';
import casesSql from './cases.sql?raw';
import { addedIndicatorStatement, indicatorScoreStatements } from './indicatorScore';
import tablesSql from './tables.sql?raw';
import { bandWord } from './explain';
import { unitGivenStatement, unitResultStatement } from './unitResult';
import { WORKING_VIEW } from './workingView';

export { gradeOf } from './unitResult';
export {
  explainUnit,
  type FiledIndicator,
  type IndicatorExplanation,
  type Spending,
  type UnitExplanation,
} from './explain';

const TABLES = [...['rule_set', 'added_indicator', 'named_step', 'case_score', 'added_score', 'unit_result']] as const;

function ruleSetRow(ruleSet: RuleSet): string {
  const bands = ruleSet.bands.map((band) => sqlText(bandWord(band)));
  const values = [
    ...[ruleSet.id, ruleSet.title, ruleSet.source, ruleSet.version].map(sqlText),
    ruleSet.ratio_places === null ? 'NULL' : String(ruleSet.ratio_places),
    String(ruleSet.score_places),
    String(ruleSet.total_places),
    sqlText(ruleSet.ranking),
    String(ruleSet.least_coverage),
    `[${bands.join(', ')}]`,
  ];
  return `INSERT INTO rule_set VALUES (${values.join(', ')})`;
}

/**
 * Run after the indicators have changed, before any rule set is scored: the cases, and the tables and views that no rule
 * set changes. Switching between rule sets defines nothing anew.
 */
export const caseStatements = (): string[] => [
  ...EXPR_MACROS,
  casesSql.replaceAll('/*read*/', READ_COLUMNS.join(', ')),
  unitGivenStatement(),
  inViewSql,
  tablesSql,
  WORKING_VIEW,
];

/** Run after `caseStatements`. */
export function scoringStatements(ruleSet: RuleSet): string[] {
  const added = addedIndicatorStatement(ruleSet);
  const forget = TABLES.map((table) => `DELETE FROM ${table} WHERE rule_set_id = ${sqlText(ruleSet.id)}`);
  return [
    [...forget, ruleSetRow(ruleSet)].join(';\n'),
    ...(added === null ? [] : [added]),
    ...indicatorScoreStatements(ruleSet),
    unitResultStatement(ruleSet),
  ];
}
