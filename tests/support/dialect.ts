/** A table written as files come: any delimiter, quoting, line end, encoding. */
import fc from 'fast-check';
import type { Delimiter } from '@/import/readAs';
import { encode, type Written } from './encode';

export interface Dialect {
  readonly delimiter: Delimiter;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly encoding: Written;
  readonly marked: boolean;
  /** Quotes where none are needed. */
  readonly quotesAll: boolean;
  readonly endsWithLineEnd: boolean;
  /** Empty lines at the end. */
  readonly emptyLines: number;
}

export const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom<Delimiter[]>(',', '\t', ';'),
  lineEnd: fc.constantFrom<Dialect['lineEnd'][]>('\n', '\r\n', '\r'),
  encoding: fc.constantFrom<Written[]>('utf-8', 'gb18030', 'utf-16le', 'utf-16be'),
  marked: fc.boolean(),
  quotesAll: fc.boolean(),
  endsWithLineEnd: fc.boolean(),
  emptyLines: fc.nat(2),
});

export function write(rows: readonly (readonly string[])[], dialect: Dialect): Uint8Array {
  const { delimiter, lineEnd, encoding, marked, quotesAll, endsWithLineEnd, emptyLines } = dialect;
  const cell = (text: string): string =>
    quotesAll || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((row) => row.map(cell).join(delimiter));
  const text = lines.join(lineEnd) + (endsWithLineEnd ? lineEnd.repeat(1 + emptyLines) : '');
  return encode(text, encoding, marked);
}
