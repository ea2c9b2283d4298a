/**
 * How a file is read where the analyst knows better than the program: encoding, delimiter and header rows. They travel
 * with the answers of an import, so that replay and a saved template read the file the same way.
 */
import { ENCODINGS, type Encoding } from './encoding';
import type { Answers } from './protocol';

/** Those of files; `|` is recognised only to say that it is not read. */
export const DELIMITERS = [',', '\t', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number] | '|';

export const READ_AS = ['encoding', 'delimiter', 'headerLine', 'headerRows'] as const;
export type ReadAsField = (typeof READ_AS)[number];

/** What was set by hand; all else is found. */
export interface ReadAs {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Physical line of the first header row. */
  readonly headerLine?: number;
  readonly headerRows?: number;
}

export const MOST_HEADER_ROWS = 5;
/** A tab would be lost in some places where answers are kept as text. */
const TAB = 'tab';

export const readAsKey = (field: ReadAsField, file: string): string => `${field}:${file}`;
export const delimiterAnswer = (delimiter: string): string => (delimiter === '\t' ? TAB : delimiter);

function whole(text: string | undefined, most: number): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined;
  const number = Number.parseInt(text, 10);
  return number >= 1 && number <= most ? number : undefined;
}

/** Answers may come from a damaged or foreign workspace: what is not known counts as not set. */
export function readAsOf(answers: Answers, file: string): ReadAs {
  const given = (field: ReadAsField): string | undefined => answers[readAsKey(field, file)];
  const encoding = ENCODINGS.find((each) => each === given('encoding'));
  const delimiter = DELIMITERS.find((each) => delimiterAnswer(each) === given('delimiter'));
  const headerLine = whole(given('headerLine'), 100_000);
  const headerRows = whole(given('headerRows'), MOST_HEADER_ROWS);
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(headerLine === undefined ? {} : { headerLine }),
    ...(headerRows === undefined ? {} : { headerRows }),
  };
}
