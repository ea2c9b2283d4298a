/** One text through both readers; they must agree before anything is said of what they give. */
import { codeBytes } from '@/import/codeBytes';
import { rowTexts } from '@/import/coded';
import { codeTexts } from '@/import/codeTexts';
import { detectEncoding, type BytesReading } from '@/import/encoding';
import type { FilePlan } from '@/import/plan';
import type { Delimiter } from '@/import/readAs';
import { readBatches, UnreadableFile } from '@/import/rows';

export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Widths of a header as the coded readers see it: narrower than the rows, and wider. */
const WIDTHS = [1, 3, 8];

export function readRows(bytes: Uint8Array, reading: BytesReading, delimiter: Delimiter): SourceRow[] {
  return [...readBatches(bytes, reading, delimiter)].flatMap(({ rows, lines }) =>
    rows.map((cells, i) => ({ line: lines[i] ?? 0, cells })),
  );
}

type CodedReader = typeof codeTexts | typeof codeBytes;

/** Rows as numbers and back, empty cells at a row's end aside; null: this reader leaves them to the other. */
export function codedRows(
  reader: CodedReader,
  bytes: Uint8Array,
  reading: BytesReading,
  delimiter: Delimiter,
  width: number,
): SourceRow[] | null {
  const coded = reader(planOf(width, reading, delimiter), bytes, () => undefined);
  return (
    coded?.chunks.flatMap((chunk) =>
      Array.from({ length: chunk.rowCount }, (_, row) => ({
        line: chunk.lines[row] ?? 0,
        cells: withoutEmptyEnd(rowTexts(coded, chunk, row)),
      })),
    ) ?? null
  );
}

function planOf(width: number, reading: BytesReading, delimiter: Delimiter): FilePlan {
  const titles = Array.from({ length: width }, (_, index) => `列${String(index)}`);
  return {
    ...{ name: '甲.csv', reading, delimiter, headerLine: 1, headEnd: 0, head: [], title: '', lineUnit: null },
    header: {
      ...{ kind: 'unit', first: 0, depth: 1, titles, units: [], amounts: [], unknown: [], missing: [] },
      found: new Map(),
    },
    firstRows: [],
    readAs: {},
  };
}

export function withoutEmptyEnd(cells: readonly string[]): string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}

/** Blank rows are no rows. One with what cannot be decoded is rejected, whatever the rest of its cells are. */
function comparable(rows: readonly SourceRow[]): string {
  const said = rows
    .map(({ line, cells }) => ({ line, cells: withoutEmptyEnd(cells) }))
    .filter(({ cells }) => cells.length > 0)
    .map(({ line, cells }) => (cells.some((cell) => cell.includes('\ufffd')) ? { line } : { line, cells }));
  return JSON.stringify(said);
}

/** The rows, or the physical line for which the file is refused. */
export function readBothWays(
  bytes: Uint8Array,
  delimiter: Delimiter,
  reading = detectEncoding(bytes),
): SourceRow[] | number {
  let rows: SourceRow[];
  try {
    rows = readRows(bytes, reading, delimiter);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (codedRows(codeBytes, bytes, reading, delimiter, 2) !== null)
      throw new Error('one reader refuses, the other reads');
    return error.line ?? 0;
  }
  const plain = comparable(rows);
  for (const width of WIDTHS) {
    for (const reader of [codeTexts, codeBytes]) {
      const coded = codedRows(reader, bytes, reading, delimiter, width);
      if (coded !== null && comparable(coded) !== plain)
        throw new Error(`${reader.name}, ${String(width)} columns: ${comparable(coded)} instead of ${plain}`);
    }
  }
  return rows;
}
