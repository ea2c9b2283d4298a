/**
 * The cells of one column in numbers, by the number of the file's value: of what is stored, and of what it says. Each value
 * is read once; to put combinations of them together then takes no texts and no objects.
 */
import type { CodedRows } from './coded';
import type { ReadCell } from './readerBase';
import { markOf } from './sameness';

const [NOT_READ, GOOD, BAD] = [0, 1, 2];

export class ValueColumn {
  /** Numbers of the stored texts, and the halves of their marks: of values that were found good. */
  readonly numbers: Int32Array;
  readonly marksA: Int32Array;
  readonly marksB: Int32Array;
  readonly #state: Uint8Array;

  /** `index`: −1 where the file lacks the column. `numberOf`: of a text that is stored; of nothing, too. */
  constructor(
    readonly rows: CodedRows,
    readonly index: number,
    readonly read: (text: string) => ReadCell,
    readonly numberOf: (text: string | null) => number,
  ) {
    const size = rows.columns[index]?.size ?? 1;
    this.numbers = new Int32Array(size);
    this.marksA = new Int32Array(size);
    this.marksB = new Int32Array(size);
    this.#state = new Uint8Array(size);
  }

  /** Reads the value where that has not been done; false: it cannot be read. */
  isGood(code: number): boolean {
    if (this.#state[code] === NOT_READ) this.#state[code] = this.#learn(code);
    return this.#state[code] === GOOD;
  }

  #learn(code: number): number {
    const cell = this.read(this.rows.columns[this.index]?.text(code) ?? '');
    if (cell.fault !== null) return BAD;
    const mark = markOf(cell.same);
    this.numbers[code] = this.numberOf(cell.value);
    this.marksA[code] = mark.a;
    this.marksB[code] = mark.b;
    return GOOD;
  }
}
