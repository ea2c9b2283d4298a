/** The columns of a reading that a rule may look at, and the statements that find the cases. */
import { EXPR_MACROS } from '../expr/toSql';
import casesSql from './cases.sql?raw';

export const READ_COLUMNS = [
  ...['reading', 'reason', 'level', 'comparator_sign', 'reached', 'at_target', 'is_bound', 'part', 'whole'],
  ...['over_part', 'over_whole', 'over_open', 'value_part', 'value_whole', 'value_kind'],
] as const;

/** Run after the indicators have changed, before any rule set is scored. */
export const caseStatements = (): string[] => [
  ...EXPR_MACROS,
  casesSql.replaceAll('/*read*/', READ_COLUMNS.join(', ')),
];
