/** Something that holds of a column's value or does not: asked of a text once, of its number ever after. */
import type { CodedColumn } from './coded';

export class ValueFlags {
  /** 0: not asked yet, 1: no, 2: yes. */
  readonly #known: Uint8Array;

  constructor(
    readonly column: CodedColumn,
    readonly holds: (text: string) => boolean,
  ) {
    this.#known = new Uint8Array(column.size);
  }

  has(code: number): boolean {
    const known = this.#known[code];
    return known === 0 ? this.#ask(code) : known === 2;
  }

  #ask(code: number): boolean {
    const holds = this.holds(this.column.text(code));
    this.#known[code] = holds ? 2 : 1;
    return holds;
  }
}
