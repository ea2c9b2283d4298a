/** The cells of some columns, taken together: what rows of the same cells come to is worked out for the first of them. */
import type { Chunk, CodedRows } from './coded';
import { Combos } from './combos';

/** What `read` says where the cells are not plain: such a row is looked at whole. */
export const NOT_PLAIN = -1;
const NOT_READ = -2;

/** What the row, by its place in the chunk, comes to. */
export type ReadRow = (row: number) => number;

export class Combination {
  readonly #indexes: readonly number[];
  readonly #combos: Combos;
  #numbers = new Int32Array(1024).fill(NOT_READ);

  /** `indexes`: columns, −1 for those that the file lacks. `read` is given a row that is empty but for them. */
  constructor(
    readonly rows: CodedRows,
    indexes: readonly number[],
    readonly read: (row: readonly string[]) => number,
  ) {
    this.#indexes = [...new Set(indexes.filter((index) => index >= 0))];
    this.#combos = new Combos(this.#indexes.length);
  }

  /** Rows are numbered at once, and read when they are asked for: some never are. */
  of({ codes, rowCount }: Chunk): ReadRow {
    const columns = this.#indexes.map((index) => codes[index] ?? new Int32Array(rowCount));
    const combos = this.#combos.numbersOf(columns, rowCount);
    if (this.#combos.size > this.#numbers.length) {
      const more = new Int32Array(this.#combos.size * 2).fill(NOT_READ);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    return (row) => {
      const combo = combos[row] ?? 0;
      const number = this.#numbers[combo] ?? NOT_READ;
      return number === NOT_READ ? (this.#numbers[combo] = this.#learn(combo)) : number;
    };
  }

  #learn(combo: number): number {
    const row = this.rows.columns.map(() => '');
    this.#indexes.forEach((index, i) => {
      row[index] = this.rows.columns[index]?.text(this.#combos.part(combo, i)) ?? '';
    });
    return this.read(row);
  }
}
