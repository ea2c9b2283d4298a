/**
 * What the database has answered lately, and what it is being asked: one question is put to it once, whoever asks it, so
 * that an answer may also be asked for before anybody waits for it.
 */
import { effectScope, watch } from 'vue';
import type { Row } from '@/database/engine';
import type { useDataset } from '@/stores/dataset';
import { recentAnswers } from './recentAnswers';
import type { Params } from './sameParams';

export type { Row };

export interface Question {
  readonly text: string;
  readonly values: Params;
  /** Of the dataset. */
  readonly revision: number;
  /** The one in view: what text and values do not name may still depend on it. */
  readonly ruleSetId: string;
}

export interface Answers {
  known(question: Question): readonly Row[] | undefined;
  /** Asks now, unless it is known; who asks for the same meanwhile gets the same answer. Rejects as the database does. */
  ask(question: Question): Promise<readonly Row[]>;
}

/** Tables of what the checks find, which follows the scores: a question that names one waits for them. */
const FINDINGS = /\b(?:finding|ledger|outcome)\b/;
export const namesFindings = (text: string): boolean => FINDINGS.test(text);

const keyOf = ({ text, values, revision, ruleSetId }: Question): string =>
  JSON.stringify([ruleSetId, revision, values, text]);

type Dataset = Pick<ReturnType<typeof useDataset>, 'query' | 'busy' | 'revision'>;

function answersFrom(dataset: Dataset): Answers {
  const recent = recentAnswers();
  const asking = new Map<string, Promise<readonly Row[]>>();
  // Answers about earlier data are nobody's, least of all those about data that were erased. As long as the page lives,
  // whichever view asked first.
  effectScope(true).run(() => watch(() => dataset.revision, recent.clear, { flush: 'sync' }));

  async function put({ text, values, revision }: Question, key: string): Promise<readonly Row[]> {
    const rows = await dataset.query(text, values);
    // While data are being changed an answer may be about what does not stay, and what changed meanwhile has gone by.
    if (dataset.busy === null && dataset.revision === revision) recent.put(key, rows);
    return rows;
  }

  return {
    known: (question) => recent.get(keyOf(question)),
    ask(question) {
      const key = keyOf(question);
      // It may have been answered while this one waited for its turn.
      const known = recent.get(key);
      if (known) return Promise.resolve(known);
      const before = asking.get(key);
      if (before) return before;
      const answer = put(question, key);
      asking.set(key, answer);
      const end = (): void => void asking.delete(key);
      answer.then(end, end);
      return answer;
    },
  };
}

/** Of each dataset its own, though a page has but one. */
const allAnswers = new WeakMap<Dataset, Answers>();

export function answersOf(dataset: Dataset): Answers {
  const answers = allAnswers.get(dataset) ?? answersFrom(dataset);
  allAnswers.set(dataset, answers);
  return answers;
}
