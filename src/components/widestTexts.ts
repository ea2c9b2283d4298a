/**
 * The widest text of each column, for the sizing row of a virtual table: the columns then keep their width,
 * whichever rows are in sight.
 */
import { figureText, hasFigure } from './figure';
import { isFigure, leastPlaces, type TableColumn, type TableRow } from './table';

/** Han are twice as wide as digits; good enough to choose by. */
function weight(text: string): number {
  let sum = text.length;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x2e7f) sum += 1;
  return sum;
}

function wholeDigits(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? text.length : point;
}

export function widestTexts<R extends TableRow>(
  columns: readonly TableColumn<R>[],
  rows: readonly R[],
  places: ReadonlyMap<string, number>,
): string[] {
  return columns.map((column) => {
    if (column.cut) return '';
    const figures = isFigure(column);
    let widest = '';
    let most = 0;
    for (const row of rows) {
      const value = row[column.key];
      if (!hasFigure(value)) continue;
      const text = String(value);
      // No text weighs more than twice its length: most need no closer look.
      if (text.length * 2 <= most) continue;
      // A figure is as wide as its whole part: the decimals are padded to the same number.
      const size = figures ? wholeDigits(text) : weight(text);
      if (size > most) {
        most = size;
        widest = text;
      }
    }
    if (!figures) return widest;
    const minPlaces = Math.max(leastPlaces(column), places.get(column.key) ?? 0);
    return figureText(widest, { minPlaces, signed: column.signed ?? false, grouped: column.grouped ?? true });
  });
}
