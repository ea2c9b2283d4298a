/**
 * Text → rows with the physical line on which each begins. PapaParse is the reader; it is fed in pieces, so that a
 * file of 94 MB is never held as text.
 */
import Papa, { type ParseError } from 'papaparse';
import { decodePieces, type BytesReading } from './encoding';
import type { Delimiter } from './readAs';

export interface Batch {
  readonly rows: readonly string[][];
  /** Physical line of each row, from 1. */
  readonly lines: readonly number[];
  /** Some row here holds a NUL or what could not be decoded. */
  readonly damaged: boolean;
  /** Share of the file's bytes read so far, 0…1. */
  readonly share: number;
}

/** The file cannot be read as a table; the line says where. */
export class UnreadableFile extends Error {
  constructor(
    readonly reason: string,
    readonly line: number | null,
  ) {
    super(reason);
    this.name = 'UnreadableFile';
  }
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly ParseError[];
  readonly meta: { readonly cursor: number };
}

export function* readBatches(bytes: Uint8Array, reading: BytesReading, delimiter: Delimiter): Generator<Batch> {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  let held = '';
  let waiting: string[] = [];
  let waitingLength = 0;
  let line = 1;
  let decoded = 0;
  const total = Math.max(1, bytes.length);

  function parse(text: string, last: boolean): Batch {
    const { data, errors, meta } = parser.parse(text, 0, !last) as Parsed;
    if (last) {
      const open = errors.find((error) => error.code === 'MissingQuotes');
      if (open)
        throw new UnreadableFile('引号没有配对，从这一行起无法分清各列', line + countBreaks(text, open.index ?? 0));
      held = '';
    } else {
      held = text.slice(meta.cursor);
    }
    const quoted = text.includes('"');
    const lines: number[] = [];
    for (const row of data) {
      lines.push(line);
      line += 1;
      if (quoted) for (const cell of row) if (cell.includes('\n')) line += countBreaks(cell, cell.length);
    }
    // The piece after the last line end is no row of its own.
    const end = data.length - 1;
    if (last && end >= 0 && data[end]?.length === 1 && data[end][0] === '') {
      data.pop();
      lines.pop();
    }
    return { rows: data, lines, damaged: /[\0\ufffd]/.test(text), share: Math.min(1, decoded / total) };
  }

  for (const piece of decodePieces(bytes, reading)) {
    decoded += 1 << 20;
    waiting.push(piece);
    waitingLength += piece.length;
    // An open quote keeps rows from ending: wait for twice as much before trying again, so that work stays linear.
    if (waitingLength < held.length) continue;
    const batch = parse(held + waiting.join(''), false);
    waiting = [];
    waitingLength = 0;
    if (batch.rows.length > 0) yield batch;
  }
  const rest = held + waiting.join('');
  if (rest !== '') yield parse(rest, true);
}

function countBreaks(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
