/** What the answers come to for one file. Without an answer the proposal counts. */
import { readYear } from './cells';
import { styleOf, type StyleEvidence } from './numberStyle';
import type { FilePlan } from './plan';
import type { Answers } from './protocol';
import { IGNORE, labelOf, neededColumns, questionsAbout, unknownAmounts } from './questions';
import type { Settings } from './readerBase';
import type { Survey } from './survey';

/** The answers of one file as its reader needs them; a text where the file must be refused. */
export function settle(plan: FilePlan, survey: Survey, answers: Answers): Settings | string {
  const given = new Map(
    questionsAbout(plan, survey).map(({ entry }) => [entry.id, answers[entry.id] ?? entry.proposal]),
  );
  const answer = (field: string): string | null => given.get(`${field}:${plan.name}`) ?? null;
  const year = answer('year');
  if (year !== null && readYear(year).value === null) return '没有年度列，文件名和标题里也看不出年度';
  const stage = answer('stage');
  if (stage === '') return '没有口径列，文件名和标题里也看不出是预算还是决算';
  const mapped = new Map<string, number>();
  for (const name of neededColumns(plan, survey)) {
    const index = answer(`column:${name}`);
    if (index === null || index === '') return `缺少必填列：${labelOf(plan, name)}`;
    mapped.set(name, Number.parseInt(index, 10));
  }
  for (const index of unknownAmounts(plan, survey)) {
    const code = answer(`amounts:${String(index)}`);
    if (code !== null && code !== IGNORE) mapped.set(code, index);
  }
  return {
    year,
    stage,
    rocYears: answer('roc') !== 'no',
    amountUnit: answer('unit'),
    commaColumns: commaColumns(survey, answer),
    mapped,
  };
}

/** An undecided column takes the style of its file's other columns. */
function commaColumns(survey: Survey, answer: (field: string) => string | null): Set<number> {
  const decided = [...survey.styles.values()].map(styleOf);
  const others = decided.includes('point') || !decided.includes('comma') ? 'point' : 'comma';
  const style = (index: number, evidence: StyleEvidence): string =>
    styleOf(evidence) ?? answer(`style:${String(index)}`) ?? others;
  return new Set(
    [...survey.styles].filter(([index, evidence]) => style(index, evidence) === 'comma').map(([index]) => index),
  );
}
