/** Rows are written as bytes, cell by cell: they must be what the same cells come to as text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '@/domain/csvCell';
import { CsvParts } from '@/import/csvParts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('≥', '合', '计', '1', '.', '%', ' ', '　', '"', ',', '\n', '\u00a0', 'é', '😀'),
    maxLength: 8,
  }),
);
const whole = fc.oneof(fc.maxSafeNat(), fc.nat(12), fc.constantFrom(9, 10, 999_999_999, 1_000_000_000, 2 ** 31));
type Cell = number | string | null;
const row = fc.array(fc.oneof<fc.Arbitrary<Cell>[]>(text, whole, fc.constant(null)), { minLength: 1, maxLength: 5 });

function written(rows: readonly (readonly Cell[])[]): CsvParts {
  const parts = new CsvParts();
  for (const cells of rows) {
    for (const cell of cells)
      if (typeof cell === 'number') parts.whole(cell);
      else parts.cell(cell);
    parts.end();
  }
  return parts;
}

describe('CSV written as bytes', () => {
  it('is that of the same cells as texts', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const [part] = written(rows).finish();
        const line = (cells: readonly Cell[]): string =>
          cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvCell(cell))).join(',');
        expect(part?.rowCount).toBe(rows.length);
        expect(part?.bytes).toEqual(new TextEncoder().encode(rows.map((cells) => `${line(cells)}\n`).join('')));
      }),
      { numRuns: 2000 },
    );
  });

  it('comes in parts of whole rows', () => {
    const parts = new CsvParts();
    for (let i = 0; i < 160_001; i += 1) parts.whole(i).csv('a,"b"').end();
    const [first, second, ...more] = parts.finish();
    expect([first?.rowCount, second?.rowCount, more.length, parts.rowCount]).toEqual([160_000, 1, 0, 160_001]);
    expect(new TextDecoder().decode(first?.bytes.slice(-15))).toBe('"\n159999,a,"b"\n');
    expect(new TextDecoder().decode(second?.bytes)).toBe('160000,a,"b"\n');
  });

  it('is nothing without rows', () => {
    expect(new CsvParts().finish()).toEqual([]);
  });
});
