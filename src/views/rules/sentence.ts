/** What the page opens with: what differs between the two sets, and who feels it most. */
import { accent, clause, plain, strong, type Clause } from '@/views/clause';
import { FAR, type WhatIf } from './whatIf';

export interface SentenceInput {
  readonly result: WhatIf;
  readonly left: string;
  readonly right: string;
  /** Changes that are not saved yet. */
  readonly changes: number;
  readonly shorten: (name: string) => string;
  readonly count: (value: number) => string;
}

export function rulesSentence({ result, left, right, changes, shorten, count }: SentenceInput): Clause[] {
  const opening =
    changes > 0
      ? clause('none', 'rules.sentence.edited', { n: accent(count(changes)), right: plain(right), left: plain(left) })
      : clause('none', 'rules.sentence.compared', { right: plain(right), left: plain(left) });
  if (result.units === 0) return [clause('none', 'rules.sentence.nobody')];
  if (result.gradeChanges === 0 && result.rankChanges === 0) return [opening, clause('comma', 'rules.sentence.still')];
  const counts = [
    result.gradeChanges === 0
      ? clause('comma', 'rules.sentence.noGrades')
      : clause('comma', 'rules.sentence.grades', { n: strong(count(result.gradeChanges)) }),
    result.farMoves === 0
      ? clause('comma', 'rules.sentence.near', { n: strong(count(result.rankChanges)), far: plain(String(FAR)) })
      : clause('comma', 'rules.sentence.far', { n: strong(count(result.farMoves)), far: plain(String(FAR)) }),
  ];
  const [most] = result.rows;
  if (!most || most.move === null || most.move === 0) return [opening, ...counts];
  const named = {
    unit: plain(shorten(most.unit_name ?? most.unit_code)),
    by: plain(count(Math.abs(most.move))),
  };
  return [opening, ...counts, clause('comma', most.move < 0 ? 'rules.sentence.fell' : 'rules.sentence.rose', named)];
}
