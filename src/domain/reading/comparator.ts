/** Which comparator counts: from 比较符, from 指标性质 where it holds one, and from the target's own cell. */
import { memoise } from '../memo';
import { isNone } from '../number';
import type { ValueCell } from './cell';
import { cellKey } from './cell';
import { NO_COMPARATOR_WORDS, PREFIXES, RANGE_WORDS, SUFFIXES, type ColumnSign, type Comparator } from './words';

const COLUMN_WORDS: ReadonlyMap<string, ColumnSign> = new Map([
  ...PREFIXES,
  ...SUFFIXES,
  ...RANGE_WORDS.map((word): [string, ColumnSign] => [word, '区间']),
]);

const signOf = memoise((text) => COLUMN_WORDS.get(cellKey(text).replaceAll('(含)', '')) ?? null);

export const columnSign = (text: string | null): ColumnSign | null => (text === null ? null : signOf(text));

/** Whether 比较符 can be read at all; 定性 and blanks state nothing, but are no mistake. */
export function isComparatorCell(text: string): boolean {
  return isNone(text) || NO_COMPARATOR_WORDS.includes(cellKey(text)) || columnSign(text) !== null;
}

export interface Ruling {
  readonly sign: ColumnSign;
  /** No comparator was filed. */
  readonly assumed: boolean;
  /** Why no comparator can be told; `sign` does not count then. */
  readonly fault: string | null;
}

export function ruleTarget(target: ValueCell, columns: readonly (ColumnSign | null)[], isCost: boolean): Ruling {
  const words = new Set<ColumnSign>(columns.filter((word) => word !== null));
  for (const word of target.signs) words.add(word);
  const wantsRange = words.delete('区间') || target.between;
  const signs = [...words] as Comparator[];
  if (target.isRange) {
    const other = signs.filter((word) => word !== '=');
    const fault = other.length > 0 ? `目标值为区间，又有比较符 ${other.join('、')}` : null;
    return { sign: '区间', assumed: false, fault };
  }
  const [only] = signs;
  if (wantsRange) return { sign: only ?? '=', assumed: false, fault: '比较符为区间，目标值却是单个数' };
  if (signs.length > 1) return { sign: '=', assumed: false, fault: `比较符互相矛盾：${signs.join('、')}` };
  return { sign: only ?? (isCost ? '≤' : '≥'), assumed: only === undefined, fault: null };
}

/** An achieved value's own contradictions; otherwise null. */
export function achievedFault(achieved: ValueCell): string | null {
  const signs = [...new Set(achieved.signs)];
  if (achieved.isRange) {
    return signs.some((word) => word !== '=') ? `完成值为区间，又有比较符 ${signs.join('、')}` : null;
  }
  if (achieved.between) return '完成值有“介于”或“之间”，却是单个数';
  return signs.length > 1 ? `完成值的比较符互相矛盾：${signs.join('、')}` : null;
}
