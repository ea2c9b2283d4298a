/** The amounts of one column of a coded file: each distinct value is read once in each unit of money. */
import type { Amount } from './amounts';
import type { CodedRows } from './coded';
import type { MoneyUnit } from './money';
import type { ReadCell } from './readerBase';

/** `asStood`: the cell as filed, as a cell of the staging CSV. */
export type ReadAmount = Amount & ReadCell & { readonly asStood: string };

export class AmountsByCode {
  readonly #byUnit = new Map<MoneyUnit | null, (ReadAmount | undefined)[]>();
  /** Hardly ever does the unit change from row to row. */
  #unit: MoneyUnit | null | undefined = undefined;
  #known: (ReadAmount | undefined)[] = [];

  constructor(
    readonly rows: CodedRows,
    readonly index: number,
    readonly read: (text: string, unit: MoneyUnit | null) => ReadAmount,
  ) {}

  of(codes: readonly Int32Array[], row: number, unit: MoneyUnit | null): ReadAmount {
    if (unit !== this.#unit) this.#turnTo(unit);
    const code = codes[this.index]?.[row] ?? 0;
    return (this.#known[code] ??= this.read(this.rows.columns[this.index]?.text(code) ?? '', unit));
  }

  #turnTo(unit: MoneyUnit | null): void {
    const known = this.#byUnit.get(unit) ?? Array<ReadAmount | undefined>(this.rows.columns[this.index]?.size ?? 1);
    this.#byUnit.set(unit, known);
    this.#known = known;
    this.#unit = unit;
  }
}
