/** Year and stage that a file's name or title proposes, where no column has them. */
import type { Stage } from '../domain/stages';
import { matchKey } from '../domain/text';
import { readYear } from './cells';

export function proposedYear(text: string): string | null {
  const years = new Set<string>();
  for (const match of matchKey(text).matchAll(/(?<!\d)(\d{4}|\d{2,3}(?=年))(?:年度?)?(?!\d)/g)) {
    const year = readYear(match[1] ?? '').value;
    if (year !== null) years.add(year);
  }
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}

const STAGE_MARKS: readonly (readonly [RegExp, Stage])[] = [
  [/决算/, 'actual'],
  [/调整预算|预算调整|全年预算|调整后/, 'adjusted_budget'],
  [/预算(?!执行)/, 'initial_budget'],
  [/执行/, 'actual'],
];

export function proposedStage(text: string): Stage | null {
  const key = matchKey(text);
  const stages = new Set(STAGE_MARKS.filter(([mark]) => mark.test(key)).map(([, stage]) => stage));
  // 调整预算 contains 预算: the longer word is meant.
  if (stages.has('adjusted_budget')) stages.delete('initial_budget');
  const [only] = stages;
  return stages.size === 1 && only !== undefined ? only : null;
}
