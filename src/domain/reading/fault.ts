/** Cells that the importer must list as bad and empty: reason, or null where the cell may stay. */
import { isNone, NOT_A_NUMBER, readNumber, SCIENTIFIC } from '../number';
import { cellKey, isSpoiltNumber } from './cell';
import { isComparatorCell } from './comparator';

const DASHED_REMARK = /^[-‐‑‒–—―−]+\((.*)\)$/s;

/** 目标值 and 完成值: any text is text, save one that would be a number but for what spoils it. */
export function targetFault(text: string): string | null {
  if (isNone(text)) return null;
  const remark = DASHED_REMARK.exec(cellKey(text))?.[1];
  if (remark !== undefined && readNumber(remark).kind === 'number') return NOT_A_NUMBER;
  if (!isSpoiltNumber(text)) return null;
  return /\d[eE][-+]?\d/.test(cellKey(text)) ? SCIENTIFIC : NOT_A_NUMBER;
}

export function comparatorFault(text: string): string | null {
  return isComparatorCell(text) ? null : '比较符不能识别';
}
