/**
 * A file as whole numbers: each column's distinct values once, and for every row the numbers of its values. What is to be
 * known of a value is worked out once for it, however many rows hold it.
 */
/** Rows that are kept together, and numbers of values: of a table of ten thousand columns fewer rows. */
const CHUNK_ROWS = 1 << 16;
const CHUNK_CODES = 1 << 23;

export interface CodedColumn {
  /** Distinct values. The first, 0, is the empty text. */
  readonly size: number;
  text(code: number): string;
}

export interface Chunk {
  rowCount: number;
  /** Physical line on which each row begins. */
  readonly lines: Int32Array;
  /** For each column of the header, the number of each row's value. */
  readonly codes: readonly Int32Array[];
  /** Cells beyond the header's columns, of the few rows that have any which are not empty. */
  readonly beyond: Map<number, readonly string[]>;
}

export interface CodedRows {
  readonly columns: readonly CodedColumn[];
  readonly chunks: readonly Chunk[];
}

/** Share of the file's bytes read so far, 0…1. */
export type Watch = (share: number) => void;

/** `most`: rows that can still come. */
export function emptyChunk(width: number, most: number): Chunk {
  const rows = Math.min(most, CHUNK_ROWS, Math.ceil(CHUNK_CODES / Math.max(1, width)));
  return {
    rowCount: 0,
    lines: new Int32Array(rows),
    codes: Array.from({ length: width }, () => new Int32Array(rows)),
    beyond: new Map(),
  };
}

/** The row's cells as texts. */
export function rowTexts({ columns }: CodedRows, chunk: Chunk, row: number): string[] {
  const cells = columns.map((column, index) => column.text(chunk.codes[index]?.[row] ?? 0));
  const beyond = chunk.beyond.get(row);
  return beyond ? [...cells, ...beyond] : cells;
}
