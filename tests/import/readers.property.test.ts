/**
 * Whatever is written is read: any cells in any dialect and encoding come back as they were, from both readers, on the lines
 * on which they stand; and of any text at all both readers say the same.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectEncoding } from '@/import/encoding';
import type { Delimiter } from '@/import/readAs';
import { dialects, write } from '../support/dialect';
import { readBothWays } from './papaparse/readBothWays';

/** Letters, digits and signs of the field, what needs quoting, characters of one to four bytes. */
const PIECES = [
  'a',
  'Z',
  '0',
  '1.5',
  '，',
  '"',
  ',',
  ';',
  '\t',
  '|',
  ' ',
  '\u3000',
  '\n',
  '年',
  '度',
  '（元）',
  '€',
  '㐂',
  '𠀀',
  '😀',
  "'",
  '=',
];
const cells = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(''));

const tables = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

const isUtf8 = (bytes: Uint8Array): boolean => !new TextDecoder().decode(bytes).includes('\ufffd');

test('any table in any dialect and encoding is read back as it was written', () => {
  fc.assert(
    fc.property(tables, dialects, (table, dialect) => {
      // A first row in plain letters, so that UTF-16 without a mark shows by its zeros.
      const rows = [['unit_code', 'unit_name', 'fiscal_year', 'amount'], ...table];
      const bytes = write(rows, dialect);
      const { encoding } = detectEncoding(bytes);
      // Bytes of GB18030 that happen to be UTF-8 are UTF-8: there is no telling.
      fc.pre(dialect.encoding !== 'gb18030' || !isUtf8(bytes) || encoding === 'gb18030');
      fc.pre(dialect.marked || !dialect.encoding.startsWith('utf-16') || encoding === dialect.encoding);
      const read = readBothWays(bytes, dialect.delimiter);
      if (typeof read === 'number') throw new Error(`refused for line ${String(read)}`);
      let line = 1;
      const expected = rows.map((row) => {
        const at = line;
        line += 1 + row.join('').split('\n').length - 1;
        return { line: at, cells: row };
      });
      expect(read.slice(0, rows.length)).toEqual(expected);
      expect(read.slice(rows.length).every(({ cells: rest }) => rest.join('') === '')).toBe(true);
    }),
    { numRuns: 150 },
  );
});

const ANY = [
  'a',
  '1',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '中',
  '\u00e9',
  '\ufffd',
  '\0',
  '\ufeff',
];

test('of any text both readers say the same, or both refuse it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...ANY), { maxLength: 40 }),
      fc.constantFrom<Delimiter[]>(',', '\t', ';', '|'),
      (pieces, delimiter) => {
        readBothWays(new TextEncoder().encode(pieces.join('')), delimiter);
      },
    ),
    { numRuns: 500 },
  );
});

test('of any bytes both readers say the same, whichever encoding they are taken for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x30, 0x81, 0x84, 0xa3, 0xff), fc.nat(255)), {
        maxLength: 40,
      }),
      fc.constantFrom('utf-8' as const, 'gb18030' as const),
      (bytes, encoding) => {
        readBothWays(Uint8Array.from(bytes), ',', { encoding, start: 0 });
      },
    ),
    { numRuns: 500 },
  );
});
