/** Which step table an indicator's name leads to: names are alike whatever their width, brackets, blanks and quotes. */
import { matchKey } from '@/domain/text';
import { nameKeySql } from '../expr/nameKey';
import { sqlText } from '@/domain/sqlText';
import type { RuleSet } from '../ruleSet';
import { stepsOf } from './stepped';

const QUOTES = /["“”‘’]/g;
const key = (name: string): string => matchKey(name).replace(QUOTES, '');

/** Number of the first table that names it, from 1; null: none does. */
export function stepNumber(ruleSet: RuleSet, name: string): number | null {
  const wanted = key(name);
  const place = stepsOf(ruleSet).findIndex((step) => step.names.some((each) => key(each) === wanted));
  return place < 0 ? null : place + 1;
}

/** The same of column `indicator`, as SQL. */
export function stepNumberSql(ruleSet: RuleSet): string {
  const cases = stepsOf(ruleSet).map(
    (step, index) =>
      `WHEN list_contains([${step.names.map((name) => sqlText(key(name))).join(', ')}], name_key) THEN ${String(index + 1)}`,
  );
  return cases.length === 0 ? 'NULL::INTEGER' : `CASE ${cases.join(' ')} END`;
}

export const STEP_KEY_SQL = `regexp_replace(${nameKeySql('indicator')}, '["“”‘’]', '', 'g')`;
