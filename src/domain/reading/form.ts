/** The one form in which lists and exports print a target or an achieved value. */
import type { Figure, ValueCell } from './cell';
import type { Measure } from './units';
import type { Comparator } from './words';

/** `=` is written 等于, so that no spreadsheet computes the cell. */
export const signForm = (sign: Comparator | null): string => (sign === null ? '' : sign === '=' ? '等于' : sign);

function unitForm(figure: Figure, stated: Measure): string {
  if (figure.word !== null) return figure.myriad + figure.word;
  return (figure.myriad || stated.myriad) + (stated.word ?? '');
}

export function valueForm(cell: ValueCell, sign: Comparator | null, stated: Measure): string {
  const high = unitForm(cell.high, stated);
  if (!cell.isRange) return signForm(sign) + cell.high.digits + high;
  const low = unitForm(cell.low, stated);
  return `${cell.low.digits}${low === high ? '' : low}-${cell.high.digits}${high}`;
}
