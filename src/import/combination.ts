/** The cells of some columns, taken together: what rows of the same cells come to is worked out for the first of them. */
import type { CodedRows } from './coded';
import { Combos } from './combos';

/** What `read` says where the cells are not plain: such a row is looked at whole. */
export const NOT_PLAIN = -1;

export class Combination {
  readonly #indexes: readonly number[];
  readonly #combos: Combos;
  readonly #key: Int32Array;
  readonly #numbers: number[] = [];

  /** `indexes`: columns, −1 for those that the file lacks. `read` is given a row that is empty but for them. */
  constructor(
    readonly rows: CodedRows,
    indexes: readonly number[],
    readonly read: (row: readonly string[]) => number,
  ) {
    this.#indexes = [...new Set(indexes.filter((index) => index >= 0))];
    this.#combos = new Combos(this.#indexes.length);
    this.#key = new Int32Array(this.#indexes.length);
  }

  of(codes: readonly Int32Array[], row: number): number {
    const indexes = this.#indexes;
    for (let i = 0; i < indexes.length; i += 1) this.#key[i] = codes[indexes[i] ?? 0]?.[row] ?? 0;
    const combo = this.#combos.numberOf(this.#key);
    return this.#numbers[combo] ?? this.#learn(combo);
  }

  #learn(combo: number): number {
    const row = this.rows.columns.map(() => '');
    this.#indexes.forEach((index, i) => {
      row[index] = this.rows.columns[index]?.text(this.#key[i] ?? 0) ?? '';
    });
    const number = this.read(row);
    this.#numbers[combo] = number;
    return number;
  }
}
