/** Rows on their way to DuckDB: CSV bytes in parts of a few megabytes, so that no second copy of a file is held. */
import { DATASETS, type Kind } from './datasets';
import type { StagingTable } from './protocol';
import { READING_COLUMNS } from '../domain/reading';

const PROVENANCE = ['file_id', 'line'];
const datasetColumns = (kind: Kind): string[] => DATASETS[kind].map((column) => column.name);

/** In the order in which the readers write them; types are those of the database's own tables. */
export const STAGING_COLUMNS: Readonly<Record<Kind, readonly string[]>> = {
  unit: [...datasetColumns('unit'), ...PROVENANCE, 'content'],
  finance: [
    ...['fiscal_year', 'unit_code', 'unit_name', 'item', 'item_name', 'stage', 'amount'],
    ...PROVENANCE,
    ...['part', 'cell', 'is_wide', 'column_name', 'value'],
  ],
  indicator: [
    ...datasetColumns('indicator').filter((name) => name !== 'adjusted_target'),
    ...READING_COLUMNS.map((column) => column.name),
    ...PROVENANCE,
    ...['name_key', 'content'],
  ],
  conclusion: [...datasetColumns('conclusion'), ...PROVENANCE, 'content'],
  unit_change: [...datasetColumns('unit_change'), ...PROVENANCE, 'content'],
};

const PART_ROWS = 40_000;
const FLUSH_ROWS = 4000;

export class StagingWriter {
  readonly #parts: { bytes: Uint8Array; rowCount: number }[] = [];
  #pieces: Uint8Array[] = [];
  #pieceRows = 0;
  #lines: string[] = [];
  #encoder = new TextEncoder();
  rowCount = 0;

  constructor(readonly kind: Kind) {}

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

  finish(): StagingTable {
    this.#flush();
    this.#close();
    return { kind: this.kind, columns: STAGING_COLUMNS[this.kind], parts: this.#parts, rowCount: this.rowCount };
  }
}
