/** Lines of CSV as bytes in parts of a few megabytes, so that no second copy of a file is held. */
export interface StagingPart {
  readonly bytes: Uint8Array;
  readonly rowCount: number;
}

const PART_ROWS = 160_000;
const FLUSH_ROWS = 4000;

export class CsvParts {
  rowCount = 0;
  readonly #parts: StagingPart[] = [];
  #pieces: Uint8Array[] = [];
  #pieceRows = 0;
  #lines: string[] = [];
  readonly #encoder = new TextEncoder();

  add(line: string): void {
    this.rowCount += 1;
    if (this.#lines.push(line) >= FLUSH_ROWS) this.#flush();
    if (this.#pieceRows >= PART_ROWS) this.#close();
  }

  #flush(): void {
    if (this.#lines.length === 0) return;
    this.#pieces.push(this.#encoder.encode(`${this.#lines.join('\n')}\n`));
    this.#pieceRows += this.#lines.length;
    this.#lines = [];
  }

  #close(): void {
    if (this.#pieceRows === 0) return;
    const bytes = new Uint8Array(this.#pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#parts.push({ bytes, rowCount: this.#pieceRows });
    this.#pieces = [];
    this.#pieceRows = 0;
  }

  finish(): readonly StagingPart[] {
    this.#flush();
    this.#close();
    return this.#parts;
  }
}

/** Longest text of a whole number of 32 bits, and what stands behind it. */
const DIGITS = 12;

/** Rows of whole numbers, written as digits without making texts of them. None is negative. */
export class NumberParts {
  rowCount = 0;
  readonly #parts: StagingPart[] = [];
  #bytes = new Uint8Array(0);
  #at = 0;
  #partRows = 0;

  constructor(readonly width: number) {}

  /** Of `row` the first `width` numbers. */
  add(row: Int32Array): void {
    if (this.#partRows === PART_ROWS || this.#bytes.length === 0) this.#next();
    const bytes = this.#bytes;
    let at = this.#at;
    for (let column = 0; column < this.width; column += 1) {
      let rest = row[column] ?? 0;
      let end = at + 1;
      for (let tens = rest; tens >= 10; tens = (tens / 10) | 0) end += 1;
      for (let i = end - 1; i >= at; i -= 1) {
        const tenth = (rest / 10) | 0;
        bytes[i] = 48 + rest - tenth * 10;
        rest = tenth;
      }
      bytes[end] = 0x2c;
      at = end + 1;
    }
    bytes[at - 1] = 0x0a;
    this.#at = at;
    this.#partRows += 1;
    this.rowCount += 1;
  }

  #next(): void {
    this.#close();
    this.#bytes = new Uint8Array(PART_ROWS * this.width * DIGITS);
    this.#at = 0;
    this.#partRows = 0;
  }

  #close(): void {
    if (this.#partRows > 0) this.#parts.push({ bytes: this.#bytes.slice(0, this.#at), rowCount: this.#partRows });
  }

  finish(): readonly StagingPart[] {
    this.#close();
    this.#bytes = new Uint8Array(0);
    this.#partRows = 0;
    return this.#parts;
  }
}
