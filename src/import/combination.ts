/** The cells of some columns, taken together: what rows of the same cells come to is worked out for the first of them. */
import type { Chunk, CodedRows } from './coded';
import { Combos } from './combos';

/** What `learn` says where the cells are not plain: such a row is looked at whole. */
export const NOT_PLAIN = -1;
const NOT_READ = -2;

/** What the row, by its place in the chunk, comes to. */
export type ReadRow = (row: number) => number;

/** One combination of cells. */
export interface Cells {
  /** Number of the value in a column of the file; of a column that the file lacks, that of an empty cell. */
  code(index: number): number;
  /** A row that is empty but for the columns in question. */
  row(): string[];
}

export class Combination {
  readonly #indexes: readonly number[];
  /** Where among them a column of the file stands. */
  readonly #places: readonly number[];
  readonly #combos: Combos;
  #numbers = new Int32Array(1024).fill(NOT_READ);

  /** `indexes`: columns, −1 for those that the file lacks. */
  constructor(
    readonly rows: CodedRows,
    indexes: readonly number[],
    readonly learn: (cells: Cells) => number,
  ) {
    this.#indexes = [...new Set(indexes.filter((index) => index >= 0))];
    this.#places = rows.columns.map((_, index) => this.#indexes.indexOf(index));
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
      return number === NOT_READ ? (this.#numbers[combo] = this.learn(this.#cellsOf(combo))) : number;
    };
  }

  #cellsOf(combo: number): Cells {
    const code = (index: number): number => {
      const place = this.#places[index] ?? -1;
      return place < 0 ? 0 : this.#combos.part(combo, place);
    };
    return {
      code,
      row: () =>
        this.rows.columns.map((column, index) => ((this.#places[index] ?? -1) < 0 ? '' : column.text(code(index)))),
    };
  }
}
