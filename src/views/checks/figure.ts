/** A finding's figures: numbers set as everywhere, grades and values with their unit as they stand. */
import { figureText, placesOf } from '@/components/figure';

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

/** Characters that count: zeros at the end of a figure are not shown. */
function sizeOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? text.length : point + placesOf(text, 2);
}

/** As wide as their longest figure, in pixels: what they do not need is the sentence's. */
export function figureWidths(findings: readonly Figures[]): Record<Figure, number> {
  const width = (key: keyof Figures): number => {
    let [figure, words] = ['', ''];
    let [most, mostWords] = [0, 0];
    for (const finding of findings) {
      const text = finding[key] ?? '';
      const size = sizeOf(text);
      if (/^[-\d]/.test(text)) {
        if (size > most) [figure, most] = [text, size];
      } else if (size > mostWords) [words, mostWords] = [text, size];
    }
    const room = Math.max(Math.min(widthOf(foundText(figure)), MOST), Math.min(widthOf(words), MOST_WORDS));
    return Math.ceil(Math.max(LEAST, room + PADDING));
  };
  return { reported: width('reported_text'), expected: width('expected_text'), difference: width('difference') };
}
