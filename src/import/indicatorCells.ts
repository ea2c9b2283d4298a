/** Cells of indicators that hold more than a number: targets, achieved values, the two terms of a quotient, comparators. */
import { isNone, NOT_A_NUMBER, readNumber, type NumberStyle } from '../domain/number';
import { comparatorFault, comparatorSays, targetFault, valueSays } from '../domain/reading';
import { matchKey } from '../domain/text';
import { EMPTY, type Cell } from './cells';
import { toPointStyle } from './numberStyle';

/** Targets and achieved values are kept as they stand; what they say is compared by value. */
export function readTarget(text: string, style: NumberStyle): Cell {
  const plain = toPointStyle(text.trim(), style);
  if (plain === '') return EMPTY;
  const fault = targetFault(plain);
  if (fault) return { value: null, same: '', fault };
  // 无 says more than a blank does: against ≤ the author means "none happened".
  if (isNone(plain) && matchKey(plain) !== '无') return { value: plain, same: '', fault: null };
  const number = readNumber(plain);
  return {
    value: plain,
    same: number.kind === 'number' ? `${number.value.toFixed()}${number.unit}` : valueSays(plain),
    fault: null,
  };
}

/** 完成分子 and 完成分母: words behind the number are ignored, a share is a bad cell. */
export function readTerm(text: string, style: NumberStyle): Cell {
  const plain = toPointStyle(text.trim(), style);
  const reading = readNumber(plain);
  if (reading.kind === 'none') return EMPTY;
  if (reading.kind === 'bad') return { value: null, same: '', fault: reading.reason };
  if (['%', '‰', '百分比'].includes(reading.unit)) return { value: null, same: '', fault: NOT_A_NUMBER };
  return { value: plain, same: `${reading.value.toFixed()}${reading.unit}`, fault: null };
}

export function readComparator(text: string): Cell {
  const plain = text.trim();
  if (plain === '') return EMPTY;
  const fault = comparatorFault(plain);
  return fault ? { value: null, same: '', fault } : { value: plain, same: comparatorSays(plain), fault: null };
}
