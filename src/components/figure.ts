/**
 * Figures as people read them. Works on decimal text only, so that no digit passes through a binary float:
 * groups of three, U+2212 as minus, and the unseen digits that keep the points of a column in line.
 */
export type CellValue = string | number | boolean | null | undefined;

export const MINUS = '\u2212';

export interface FigureOptions {
  /** Least number of decimals shown; further ones of the value are always kept. */
  readonly minPlaces?: number;
  /** Most decimals of the column: shorter values are padded with unseen digits. */
  readonly places?: number;
  /** `+` before what is above zero. */
  readonly signed?: boolean;
  /** Thousands parted by commas; default true. */
  readonly grouped?: boolean;
}

export interface FigureParts {
  readonly text: string;
  /** Digits set invisibly after the text. */
  readonly ghost: string;
}

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** The database hands every digit of its scale (`98.1300000000`): zeros beyond the second decimal say nothing. */
const cutZeros = (fraction: string): string => fraction.replace(/^(\d\d\d*?)0+$/, '$1');

/**
 * Decimals of a plain decimal text, as `cutZeros` leaves them, or `least` where these are more: what `places` of a column
 * is the maximum of. Asked of every cell of long lists: by characters, and no closer than it matters.
 */
export function placesOf(value: CellValue, least = 0): number {
  if (typeof value === 'number' && Number.isInteger(value)) return least;
  const text = String(value ?? '');
  const point = text.indexOf('.');
  if (point < 0) return least;
  let end = text.length;
  while (end > point + 3 && text.charCodeAt(end - 1) === ZERO) end -= 1;
  const places = end - point - 1;
  return places > least && isPlain(text, point) ? places : least;
}

const ZERO = 48;
const NINE = 57;

/** Whether digits, and nothing else but a sign, stand on both sides of the point. */
function isPlain(text: string, point: number): boolean {
  const sign = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
  if (point === sign || point === text.length - 1) return false;
  for (let i = sign; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (i !== point && (code < ZERO || code > NINE)) return false;
  }
  return true;
}

export function hasFigure(value: CellValue): value is string | number {
  return value !== null && value !== undefined && value !== '' && typeof value !== 'boolean';
}

export function figureParts(value: string | number, options: FigureOptions = {}): FigureParts {
  const plain = String(value);
  const match = PLAIN.exec(plain);
  if (!match) return { text: plain, ghost: '' };
  const [, sign = '', whole = '0', fraction = ''] = match;
  const decimals = cutZeros(fraction).padEnd(options.minPlaces ?? 0, '0');
  const digits = options.grouped === false ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const zero = /^0*$/.test(whole + fraction);
  const mark = zero ? '' : sign === '-' ? MINUS : options.signed ? '+' : '';
  const text = mark + digits + (decimals ? `.${decimals}` : '');
  const missing = (options.places ?? 0) - decimals.length;
  const ghost = missing > 0 ? (decimals ? '' : '.') + '0'.repeat(missing) : '';
  return { text, ghost };
}

export function figureText(value: CellValue, options: FigureOptions = {}): string {
  return hasFigure(value) ? figureParts(value, options).text : '—';
}
