/** What the values of one column of a coded file come to: each is read once, and known by its number ever after. */
import type { CodedRows } from './coded';

export class ByCode<T extends object> {
  readonly #known: (T | undefined)[];

  /** `index`: the column, −1 where the file lacks it; all its cells are `absent` then. */
  constructor(
    readonly rows: CodedRows,
    readonly index: number,
    readonly read: (text: string) => T,
    readonly absent: T,
  ) {
    this.#known = Array<T | undefined>(rows.columns[index]?.size ?? 1);
  }

  of(code: number): T {
    return (this.#known[code] ??= this.#read(code));
  }

  #read(code: number): T {
    const column = this.rows.columns[this.index];
    return column ? this.read(column.text(code)) : this.absent;
  }
}
