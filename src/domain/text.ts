/**
 * Text as files spell it → text that can be compared. Full-width and small forms become ASCII, odd blanks become
 * spaces, invisible characters go. Other look-alikes (`①`, Roman numerals) stay: they are not what they look like.
 */

/** Zero-width characters, direction marks, soft hyphen, byte order mark, controls: seen by no reader of the file. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
const BLANKS = /[\s\u0085\u2800\u3164\uffa0]+/g;
/** Full-width forms, full-width currency signs, and small forms (`﹪`, `﹣`). */
const WIDE = /[\uff01-\uff5e\uffe0-\uffe6\ufe50-\ufe6b]/g;
/** Whether a text holds anything beyond printable ASCII without outer or double blanks. */
const PLAIN = /^[!-~]+$/;

const narrow = (wide: string): string => wide.normalize('NFKC');

export function normaliseText(text: string): string {
  if (text === '' || PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(WIDE, narrow).replace(BLANKS, ' ').trim();
}

/** As the file spells it, for names and grades that are printed as filed: trimmed, without what nobody sees. */
export const asFiled = (text: string): string => (PLAIN.test(text) ? text : text.replace(INVISIBLE, '').trim());

const OPENING = /[[{【〔〖［｛「『]/g;
const CLOSING = /[\]}】〕〗］｝」』]/g;

/** Two names with the same key differ only by width, brackets or blanks: they are one. */
export function matchKey(text: string): string {
  return normaliseText(text).replace(/ /g, '').replace(OPENING, '(').replace(CLOSING, ')');
}

/** As `matchKey`, for headers and fixed words: quotes and upper case do not count either. */
export function wordKey(text: string): string {
  return matchKey(text)
    .replace(/["'“”‘’„‟«»＂＇`´]/g, '')
    .toLowerCase();
}
