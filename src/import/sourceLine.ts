/** The very line of a file, as it stands there: what every figure on the screen can be traced to. */
import { decodePieces, detectEncoding, readingAs, type Encoding } from './encoding';

/** A quoted cell may run over lines; a row that goes on for more is cut for the screen. */
const MOST_LINES = 20;

const quotesIn = (text: string): number => text.split('"').length - 1;

/**
 * The row that begins on the physical line (from 1), with its further lines where a quoted cell runs over them.
 * Null where the file has no such line. `encoding`: as it was set by hand when the file was imported.
 */
export function sourceLine(bytes: Uint8Array, line: number, encoding?: Encoding): string | null {
  let current = 1;
  let held = '';
  let row: string | null = null;
  let rowLines = 0;

  /** Takes one physical line; true when the row is complete. */
  function take(text: string): boolean {
    if (current >= line) {
      row = row === null ? text : `${row}\n${text}`;
      rowLines += 1;
      if (quotesIn(row) % 2 === 0 || rowLines >= MOST_LINES) return true;
    }
    current += 1;
    return false;
  }

  const reading = encoding === undefined ? detectEncoding(bytes) : readingAs(bytes, encoding);
  for (const piece of decodePieces(bytes, reading)) {
    const lines = (held + piece).split('\n');
    held = lines.pop() ?? '';
    for (const text of lines) if (take(text)) return row;
  }
  if (held !== '') take(held);
  return row;
}
