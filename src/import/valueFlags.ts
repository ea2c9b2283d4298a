/** Something that holds of a column's value or does not: asked of a text once, of its number ever after. */
import type { Chunk, CodedColumn, CodedRows } from './coded';

const NO = 1;
const YES = 2;

export class ValueFlags {
  /** By number; 0: not asked yet. */
  readonly #known: Uint8Array;

  constructor(
    readonly column: CodedColumn,
    readonly holds: (text: string) => boolean,
  ) {
    this.#known = new Uint8Array(column.size);
  }

  has(code: number): boolean {
    const known = this.#known[code];
    return known === 0 ? this.#ask(code) === YES : known === YES;
  }

  #ask(code: number): number {
    return (this.#known[code] = this.holds(this.column.text(code)) ? YES : NO);
  }

  /** 1 for each number of which it holds; null where it holds of none. */
  all(): Uint8Array | null {
    const flags = new Uint8Array(this.column.size);
    let some = false;
    for (let code = 0; code < flags.length; code += 1) {
      if (!this.has(code)) continue;
      flags[code] = 1;
      some = true;
    }
    return some ? flags : null;
  }
}

/** Rows of which it holds for any of their values. Most columns hold no such value, and are not gone through. */
export class RowFlags {
  readonly #columns: readonly { readonly index: number; readonly flags: Uint8Array }[];

  /** `indexes`: the columns in question; without them, all. */
  constructor(rows: CodedRows, holds: (text: string, index: number) => boolean, indexes?: readonly number[]) {
    this.#columns = rows.columns.flatMap((column, index) => {
      if (indexes?.includes(index) === false) return [];
      const flags = new ValueFlags(column, (text) => holds(text, index)).all();
      return flags ? [{ index, flags }] : [];
    });
  }

  get isEmpty(): boolean {
    return this.#columns.length === 0;
  }

  /** 1 for each such row of the chunk. */
  of({ codes, rowCount }: Chunk): Uint8Array {
    const found = new Uint8Array(rowCount);
    for (const { index, flags } of this.#columns) {
      const column = codes[index];
      if (column)
        for (let row = 0; row < rowCount; row += 1) found[row] = (found[row] ?? 0) | (flags[column[row] ?? 0] ?? 0);
    }
    return found;
  }
}
