/** Which rows are no data: totals, notes, and whatever of the head comes again further down. */
import { normaliseText } from '../domain/text';
import { isSameHeader } from './breaks';
import { findHeader } from './header';
import { memoise } from '../domain/memo';
import { unitLine } from './money';
import type { FilePlan } from './plan';
import { isNote, isTotal, TOTAL_COLUMNS } from './words';

export const isBlank = (cell: string): boolean => cell === '' || normaliseText(cell) === '';

export class AsideRules {
  readonly #totals: readonly number[];
  /** Titles and unit lines come again on every printed page, as headers do. */
  readonly #headRows: readonly (readonly string[])[];
  readonly #isNote = memoise((text) => isNote(text, false));

  /** `at`: index of a column, or −1. */
  constructor(
    readonly plan: FilePlan,
    at: (name: string) => number,
  ) {
    this.#totals = TOTAL_COLUMNS.map(at).filter((index) => index >= 0);
    this.#headRows = plan.head.map((row) => row.map(normaliseText));
  }

  /** Whether a row that holds this value may be damaged, a total, a note or a header come again: such are looked at whole. */
  isOdd(text: string, index: number): boolean {
    if (text === '') return index === 0 && this.#headRows.some(([first = '']) => first === '');
    return (
      /[\0\ufffd]/.test(text) ||
      isTotal(text) ||
      (!/^[0-9]/.test(text) && this.#isNote(text)) ||
      (index === 0 && this.#headRows.some(([first = '']) => first === normaliseText(text)))
    );
  }

  /** `first`: the row's first filled cell. */
  isAside(row: readonly string[], first: number): boolean {
    const cell = row[first] ?? '';
    if (isTotal(cell)) return true;
    // Years and codes begin most rows: no note does with a figure, and hardly ever a header.
    if (!/^[0-9]/.test(cell) && this.#isNote(cell)) return true;
    const key = normaliseText(row[0] ?? '');
    if (this.#headRows.some((header) => (header[0] ?? '') === key && sameRow(header, row))) return true;
    for (const index of this.#totals) if (isTotal(row[index] ?? '')) return true;
    return this.#isLineOfHead(row);
  }

  /** A unit line, or the same header in other words: neither holds a figure. */
  #isLineOfHead(row: readonly string[]): boolean {
    const filled = row.filter((cell) => !isBlank(cell));
    if (filled.length <= 3 && unitLine(filled) !== null) return true;
    if (filled.length < 2 || filled.some((cell) => /[0-9]/.test(cell))) return false;
    const again = findHeader([row]);
    return again !== null && again.found.size > 1 && isSameHeader(this.plan, again);
  }
}

function sameRow(header: readonly string[], row: readonly string[]): boolean {
  const width = Math.max(header.length, row.length);
  let filled = 0;
  for (let i = 0; i < width; i += 1) {
    const cell = normaliseText(row[i] ?? '');
    if ((header[i] ?? '') !== cell) return false;
    if (cell !== '') filled += 1;
  }
  return filled > 0;
}
