/**
 * Rows of CSV on their way to the engine, written as bytes cell by cell, in parts of a few megabytes. No text is made of a
 * row: the garbage of a million of them would cost more than what is in them.
 */
import { csvCell } from '../domain/csvCell';

export interface StagingPart {
  readonly bytes: Uint8Array;
  readonly rowCount: number;
}

const PART_ROWS = 160_000;
const FIRST_ROOM = 1 << 16;
/** Longest text of a whole number, and what stands behind it. */
const DIGITS = 17;
const BILLION = 1_000_000_000;
const COMMA = 0x2c;
const LINE_END = 0x0a;

/** The ASCII that is written as it stands; what may have to be quoted is left to `csvCell`. */
const IS_PLAIN = Uint8Array.from({ length: 128 }, (_, code) => (code > 0x20 && code < 0x7f ? 1 : 0));
for (const mark of '",') IS_PLAIN[mark.charCodeAt(0)] = 0;
/** Signs such as ≥ and all Chinese characters: three bytes each, and none of them a blank but this one. */
const [FIRST_WIDE, LAST_WIDE, WIDE_BLANK] = [0x2100, 0xd7ff, 0x3000];

export class CsvParts {
  rowCount = 0;
  readonly #parts: StagingPart[] = [];
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(FIRST_ROOM);
  #at = 0;
  #partRows = 0;

  /** A whole number that is not negative and that `number` holds exactly. */
  whole(value: number): this {
    this.#reserve(DIGITS);
    let low = value;
    if (value >= BILLION) {
      const high = Math.floor(value / BILLION);
      this.#at = writeDigits(this.#bytes, this.#at, high, digitsOf(high));
      low = value - high * BILLION;
    }
    this.#at = writeDigits(this.#bytes, this.#at, low, value >= BILLION ? 9 : digitsOf(low));
    this.#bytes[this.#at] = COMMA;
    this.#at += 1;
    return this;
  }

  /** A text as one cell; null is an empty one. */
  cell(text: string | null): this {
    const chars = text ?? '';
    this.#reserve(chars.length * 3 + 1);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let i = 0; i < chars.length; i += 1) {
      const code = chars.charCodeAt(i);
      if (code < 128) {
        if (IS_PLAIN[code] === 0) return this.csv(csvCell(chars));
        bytes[at] = code;
        at += 1;
      } else {
        if (code < FIRST_WIDE || code > LAST_WIDE || code === WIDE_BLANK) return this.csv(csvCell(chars));
        bytes[at] = 0xe0 | (code >> 12);
        bytes[at + 1] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at + 2] = 0x80 | (code & 0x3f);
        at += 3;
      }
    }
    bytes[at] = COMMA;
    this.#at = at + 1;
    return this;
  }

  /** Cells that are CSV already. */
  csv(text: string): this {
    this.#reserve(text.length * 3 + 1);
    if (text !== '') this.#at += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#at)).written;
    this.#bytes[this.#at] = COMMA;
    this.#at += 1;
    return this;
  }

  /** The row is whole: it has one cell at least. */
  end(): void {
    this.#bytes[this.#at - 1] = LINE_END;
    this.rowCount += 1;
    this.#partRows += 1;
    if (this.#partRows === PART_ROWS) this.#close();
  }

  #reserve(length: number): void {
    if (this.#at + length <= this.#bytes.length) return;
    const more = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + length));
    more.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = more;
  }

  #close(): void {
    if (this.#partRows > 0) this.#parts.push({ bytes: this.#bytes.slice(0, this.#at), rowCount: this.#partRows });
    this.#at = 0;
    this.#partRows = 0;
  }

  finish(): readonly StagingPart[] {
    this.#close();
    this.#bytes = new Uint8Array(0);
    return this.#parts;
  }
}

function digitsOf(value: number): number {
  let digits = 1;
  for (let tens = value; tens >= 10; tens = (tens / 10) | 0) digits += 1;
  return digits;
}

/** Of a number below 2³¹; says where it ends. */
function writeDigits(bytes: Uint8Array, at: number, value: number, digits: number): number {
  let rest = value;
  for (let i = at + digits - 1; i >= at; i -= 1) {
    const tenth = (rest / 10) | 0;
    bytes[i] = 48 + rest - tenth * 10;
    rest = tenth;
  }
  return at + digits;
}
