/**
 * Why something failed, for whoever reads the page: what happened and what to do, where the error is one of those that we
 * know (another window wrote, the disk is full, …). Any other error says what it says itself.
 */
import { i18n } from '@/locales';
import { problemOf } from '@/stores/problem';

export interface Reason {
  readonly text: string;
  /** Whether the text already says what to do. */
  readonly isKnown: boolean;
}

export function reasonOf(error: Error): Reason {
  const problem = problemOf(error);
  return problem === null
    ? { text: error.message, isKnown: false }
    : { text: i18n.global.t(`problem.${problem}`), isKnown: true };
}
