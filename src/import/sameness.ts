import { memoise } from './memo';

/**
 * A fingerprint of what a row says, to tell "same content" from "other content" among rows of one key.
 * 53 bits, compared within a key only.
 */
export interface Mark {
  readonly a: number;
  readonly b: number;
}

export function markOf(text: string): Mark {
  let a = 0x811c9dc5;
  let b = 0x9e3779b1;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return { a: a >>> 0, b: b >>> 0 };
}

export const mark = memoise(markOf);

const NO_MARK: Mark = { a: 0x243f6a88, b: 0x13198a2e };

/** Order counts: the same text in another column is other content. */
function joinMarks(left: Mark, right: Mark): Mark {
  const a = Math.imul((left.a ^ right.a) >>> 0, 0x01000193) + 0x6b8b4567;
  const b = Math.imul((left.b ^ (right.b + (left.a >>> 7))) >>> 0, 0xc2b2ae35) + 0x327b23c6;
  return { a: a >>> 0, b: (b ^ (b >>> 15)) >>> 0 };
}

/** What a row says in the given cells, by their `same`. */
export function contentOf(cells: readonly { readonly same: string }[]): number {
  let sum: Mark = NO_MARK;
  for (const cell of cells) sum = joinMarks(sum, mark(cell.same));
  return markNumber(sum);
}

/** As a whole number that every part of the way keeps exactly. */
export const markNumber = (mark: Mark): number => (mark.b & 0x1fffff) * 0x100000000 + mark.a;
