/** What a target, an achieved value or a comparator says, however it is spelt: equal for cells of the same content. */
import { isNone } from '../number';
import { matchKey } from '../text';
import { parseCell } from './cell';
import { columnSign } from './comparator';
import { valueForm } from './form';

const UNSTATED = { myriad: '', word: null } as const;

/** `≥95.0％`, `不低于95%` and `95%以上` say the same; what is no number says its words. */
export function valueSays(text: string): string {
  const cell = parseCell(text, 'target', false);
  if (cell.kind !== 'value') return matchKey(text);
  return `${cell.signs.join('')}${cell.between ? '~' : ''}${valueForm(cell, null, UNSTATED)}`;
}

export const comparatorSays = (text: string): string => (isNone(text) ? '' : (columnSign(text) ?? matchKey(text)));
