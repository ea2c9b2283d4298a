import { memoise } from '../domain/memo';

/**
 * A fingerprint of what a row says, to tell "same content" from "other content" among rows of one key. That of an
 * indicator's name is itself a part of the key (`name_key`), beside year, unit and number. 53 bits: never compared but
 * among what one unit reports under one number in one year, or under one key.
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

/** `mark`: of `same`, once it was asked for. Cells are read once and compared many times. */
export interface Comparable {
  readonly same: string;
  mark?: Mark;
}

/** What a row says in some cells, taken one after the other. Order counts: the same text in another column is other content. */
export class Content {
  #a = 0;
  #b = 0;

  restart(): void {
    this.#a = 0x243f6a88;
    this.#b = 0x13198a2e;
  }

  /** `a` and `b`: the mark of what the next cell says. */
  add(a: number, b: number): void {
    const mixed = (Math.imul(this.#b ^ (b + (this.#a >>> 7)), 0xc2b2ae35) + 0x327b23c6) | 0;
    this.#a = (Math.imul(this.#a ^ a, 0x01000193) + 0x6b8b4567) | 0;
    this.#b = mixed ^ (mixed >>> 15);
  }

  get number(): number {
    return markNumber({ a: this.#a >>> 0, b: this.#b >>> 0 });
  }
}

/** Of cells by their `same`. */
export function contentOf(cells: readonly Comparable[]): number {
  const content = new Content();
  content.restart();
  for (const cell of cells) {
    const { a, b } = (cell.mark ??= markOf(cell.same));
    content.add(a, b);
  }
  return content.number;
}

/** As a whole number that every part of the way keeps exactly. */
export const markNumber = (mark: Mark): number => (mark.b & 0x1fffff) * 0x100000000 + mark.a;
