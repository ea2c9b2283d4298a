/**
 * One cell → number, "no figure", or the reason why it is neither.
 * Never through binary floating point, and never by guessing: `12,34` and `1.2E+3` are refused.
 */
import { Exact } from './decimal';
import { matchKey, normaliseText } from './text';

/** `point`: 1,234.50 (the usual); `comma`: 1.234,50 (told from a whole column, never from one cell). */
export type NumberStyle = 'point' | 'comma';

export type NumberReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly value: Exact; readonly unit: string }
  | { readonly kind: 'bad'; readonly reason: string };

export const NOT_A_NUMBER = '不是数字';
export const SCIENTIFIC = '科学计数法，位数可能已丢失';

const NONE: NumberReading = { kind: 'none' };
const NONE_WORDS: ReadonlySet<string> = new Set(['', '/', '无', 'N/A', 'n/a']);
const DASH = '[-‐‑‒–—―−─━ー﹘]';
const DASHES = new RegExp(`^${DASH}+$`);
const DASHES_AND_REMARK = new RegExp(`^${DASH}+\\((.*)\\)$`);
const DOTS = /^…+$/;

const SIGN = '[-+−]';
const UNIT = '(?:%|‰|[\\p{L}°℃㎡㎥][\\p{L}/²³]*)';
const POINT_DIGITS = '(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+';
const COMMA_DIGITS = '(?:\\d{1,3}(?:\\.\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(?:,\\d+)?|,\\d+';

function pattern(digits: string): RegExp {
  // Groups: 1 sign, 2 digits, 3 unit · 4 digits and 5 unit within brackets, 6 unit behind them (bookkeepers' minus).
  const plain = `(${SIGN}?) ?[¥]?(${digits}) ?(${UNIT}?)`;
  const bracketed = `\\( ?[¥]?(${digits}) ?(${UNIT}?) ?\\) ?(${UNIT}?)`;
  return new RegExp(`^(?:${plain}|${bracketed})$`, 'u');
}

const PATTERNS: Readonly<Record<NumberStyle, RegExp>> = { point: pattern(POINT_DIGITS), comma: pattern(COMMA_DIGITS) };
const SCIENTIFIC_FORM = new RegExp(`^\\(?${SIGN}?[\\d.,]*\\d[\\d.,]*[eE]${SIGN}?\\d+\\)?$`);

/** "No figure": empty, a placeholder, or a run of dashes with or without a remark in brackets. It is not zero. */
export function isNone(text: string): boolean {
  const first = text.charCodeAt(0);
  // Nothing that begins with a figure is a placeholder, and most cells of a large file do.
  if (first >= 0x30 && first <= 0x39) return false;
  const key = matchKey(text);
  if (NONE_WORDS.has(key) || DASHES.test(key) || DOTS.test(key)) return true;
  const remark = DASHES_AND_REMARK.exec(key)?.[1];
  // `-(12.30)` may be a minus written twice: a remark that is a number is no remark.
  return remark !== undefined && !looksLikeNumber(remark);
}

function looksLikeNumber(text: string): boolean {
  if (text.length > LONGEST_NUMBER) return false;
  return PATTERNS.point.test(text) || PATTERNS.comma.test(text) || SCIENTIFIC_FORM.test(text);
}

/** Most figures of a large file are such: they need none of what follows. */
const BARE = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;
const BARE_WHOLE = /^(?:0|[1-9]\d{0,14})$/;
/** No thousands of comma style: another mark follows than three digits. */
const BARE_POINT = /^\d{1,15}\.(?:\d{1,2}|\d{4,10})$/;
const BAD: NumberReading = { kind: 'bad', reason: NOT_A_NUMBER };
/** No figure is longer. A cell of a million digits would cost more than its file. */
export const LONGEST_NUMBER = 200;

/** Digits alone, in either style of one meaning: a number in plain decimal text. */
export const isBareNumber = (text: string, style: NumberStyle = 'point'): boolean =>
  style === 'point' ? BARE.test(text) : BARE_WHOLE.test(text);

export function readNumber(text: string, style: NumberStyle = 'point'): NumberReading {
  if (isBareNumber(text, style)) return { kind: 'number', value: new Exact(text), unit: '' };
  if (style === 'comma' && BARE_POINT.test(text)) return BAD;
  if (isNone(text)) return NONE;
  const plain = normaliseText(text)
    .replace(/[[【〔]/g, '(')
    .replace(/[\]】〕]/g, ')');
  if (plain.length > LONGEST_NUMBER) return BAD;
  if (SCIENTIFIC_FORM.test(plain)) return { kind: 'bad', reason: SCIENTIFIC };
  const match = PATTERNS[style].exec(plain);
  if (!match) return { kind: 'bad', reason: NOT_A_NUMBER };
  const [, sign, digits, unit, negativeDigits, unitInside, unitBehind] = match;
  if (unitInside && unitBehind) return { kind: 'bad', reason: NOT_A_NUMBER };
  const value = new Exact(bareDigits(negativeDigits ?? digits ?? '', style));
  const negative = negativeDigits !== undefined || sign === '-' || sign === '−';
  const currency = plain.includes('¥') ? '元' : '';
  return {
    kind: 'number',
    value: negative && !value.isZero() ? value.negated() : value,
    unit: unitInside || unitBehind || unit || currency,
  };
}

function bareDigits(digits: string, style: NumberStyle): string {
  const bare = style === 'point' ? digits.replace(/[, ]/g, '') : digits.replace(/[. ]/g, '').replace(',', '.');
  return bare.startsWith('.') ? `0${bare}` : bare;
}
