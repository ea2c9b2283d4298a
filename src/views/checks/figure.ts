/** A finding's figures: numbers set as everywhere, grades and values with their unit as they stand. */
import { figureText } from '@/components/figure';

const PLAIN = /^-?\d+(?:\.\d+)?$/;

export const isPlain = (text: string | null): boolean => text !== null && PLAIN.test(text);

export const foundText = (text: string | null): string =>
  text === null || text === '' ? '—' : isPlain(text) ? figureText(text, { minPlaces: 2 }) : text;

type Figure = 'reported' | 'expected' | 'difference';
type Figures = Readonly<Record<'reported_text' | 'expected_text' | 'difference', string | null>>;

/** Room for a head, and the most that a column of amounts, or of words, takes from the sentence. */
const LEAST = 60;
const MOST = 168;
const MOST_WORDS = 104;
/** A digit at the table's size, bold; a mark between digits; a han; both paddings. */
const [DIGIT, MARK, HAN, PADDING] = [7.6, 3.8, 13, 12];

function widthOf(text: string): number {
  let sum = 0;
  for (const sign of text) sum += /[,.]/.test(sign) ? MARK : sign > '\u2e7f' ? HAN : DIGIT;
  return sum;
}

/** As wide as their longest figure, in pixels: what they do not need is the sentence's. */
export function figureWidths(findings: readonly Figures[]): Record<Figure, number> {
  const width = (key: keyof Figures): number => {
    const needed = findings.map((finding) =>
      Math.min(widthOf(foundText(finding[key])), isPlain(finding[key]) ? MOST : MOST_WORDS),
    );
    return Math.ceil(Math.max(LEAST, ...needed.map((room) => room + PADDING)));
  };
  return { reported: width('reported_text'), expected: width('expected_text'), difference: width('difference') };
}
