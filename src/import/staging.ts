/** Rows on their way to DuckDB, as CSV. Types are those of the database's own tables. */
import { CsvParts } from './csvParts';
import { DATASETS, type Kind } from './datasets';
import type { StagingPlain, StagingTable } from './protocol';

const PROVENANCE = ['file_id', 'line'];

/** What all writers of a kind give in the end. */
export interface StagingWriter {
  readonly kind: Kind;
  finish(): StagingTable;
}

/** Kinds of which there are few rows: a line each, in the order of the kind's columns. */
export class RecordWriter implements StagingWriter {
  readonly #rows = new CsvParts();

  constructor(readonly kind: 'unit' | 'conclusion' | 'unit_change') {}

  add(line: string): void {
    this.#rows.csv(line).end();
  }

  finish(): StagingTable {
    // Of a circle the reject list names the column as the file does.
    const own = this.kind === 'unit_change' ? ['content', 'column_name'] : ['content'];
    const columns = [...DATASETS[this.kind].map((column) => column.name), ...PROVENANCE, ...own];
    const { rowCount } = this.#rows;
    return {
      kind: this.kind,
      columns,
      parts: this.#rows.finish(),
      rowCount,
      parents: [],
      hasTwins: true,
      sourceRows: rowCount,
    };
  }
}

/** A table beside the rows: distinct combinations of values, each written once and known by its number. */
export class Parent {
  readonly #numbers = new Map<string, number>();
  readonly #rows = new CsvParts();

  constructor(
    readonly name: string,
    readonly columns: readonly string[],
  ) {}

  get size(): number {
    return this.#numbers.size;
  }

  /** `line`: the columns of a combination that is new, as CSV. */
  numberOf(key: string, line: () => string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    this.#rows.whole(number).csv(line()).end();
    return number;
  }

  finish(): StagingPlain {
    const { rowCount } = this.#rows;
    return { name: this.name, columns: ['id', ...this.columns], parts: this.#rows.finish(), rowCount };
  }
}

/** Numbers for texts. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}
