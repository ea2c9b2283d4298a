/**
 * A view's opening sentence as data: clauses with their figures. Which clauses are said is decided by pure functions
 * (tested); how they are worded is the locale's; how a figure is set is ClauseLine's.
 */
export type Stress = 'accent' | 'strong' | 'plain';

export interface ClauseFigure {
  readonly text: string;
  readonly stress: Stress;
}

export interface Clause {
  /** Key of the words in the locale, with one named place per figure. */
  readonly key: string;
  readonly figures: Readonly<Record<string, ClauseFigure>>;
  /** What parts it from the clause before. */
  readonly joint: 'none' | 'comma' | 'semicolon';
}

export const accent = (text: string): ClauseFigure => ({ text, stress: 'accent' });
export const strong = (text: string): ClauseFigure => ({ text, stress: 'strong' });
export const plain = (text: string): ClauseFigure => ({ text, stress: 'plain' });

export function clause(joint: Clause['joint'], key: string, figures: Clause['figures'] = {}): Clause {
  return { joint, key, figures };
}
