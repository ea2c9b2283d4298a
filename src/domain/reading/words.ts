/** The closed word lists for comparators, achieved levels and words that are passed over. Blanks are gone already. */

export type Comparator = '≥' | '≤' | '>' | '<' | '=';
/** 区间 and 介于 in a column ask for a range. */
export type ColumnSign = Comparator | '区间';

/** Before a number; longer words first, so that `不少于` is not read as `少于`. */
export const PREFIXES: readonly (readonly [string, Comparator])[] = [
  ['大于等于', '≥'],
  ['小于等于', '≤'],
  ['不低于', '≥'],
  ['不少于', '≥'],
  ['不小于', '≥'],
  ['不超过', '≤'],
  ['不高于', '≤'],
  ['不大于', '≤'],
  ['不多于', '≤'],
  ['至少', '≥'],
  ['最少', '≥'],
  ['至多', '≤'],
  ['最多', '≤'],
  ['大于', '>'],
  ['超过', '>'],
  ['高于', '>'],
  ['多于', '>'],
  ['小于', '<'],
  ['低于', '<'],
  ['少于', '<'],
  ['不到', '<'],
  ['不足', '<'],
  ['等于', '='],
  ['>=', '≥'],
  ['<=', '≤'],
  ['≥', '≥'],
  ['≧', '≥'],
  ['≤', '≤'],
  ['≦', '≤'],
  ['>', '>'],
  ['<', '<'],
  ['=', '='],
];

/** Behind a number and its unit. */
export const SUFFIXES: readonly (readonly [string, Comparator])[] = [
  ['及以上', '≥'],
  ['及以下', '≤'],
  ['以上', '≥'],
  ['以内', '≤'],
  ['以下', '≤'],
];

/** In an achieved value only: 超100 is more than 100, 近100 is less. */
export const BOUND_PREFIXES: readonly (readonly [string, Comparator])[] = [
  ['超', '>'],
  ['近', '<'],
];

/** 达到95% is 95%. */
export const LEADS: readonly string[] = ['达到', '已达', '达', '共'];

export const RANGE_WORDS: readonly string[] = ['区间', '介于'];
/** Words of 比较符 that state nothing. */
export const NO_COMPARATOR_WORDS: readonly string[] = ['定性'];

export const NOT_APPLICABLE = '不适用';
/** The author of an achieved 无 means none; the file means no figure. */
export const NOTHING = '无';

const REACHED: ReadonlySet<string> = new Set([
  '达成',
  '已达成',
  '达成预期指标',
  '达成年度指标',
  '完全达成',
  '全部达成',
  '定性达成',
  '完成',
  '已完成',
]);
const PARTLY = ['部分达成', '部分完成', '基本达成', '基本完成'];
const NOT_REACHED = ['未达成', '未完成'];

/** 1 reached, 2 partly, 3 not reached; null for any other text. */
export function levelOf(word: string): 1 | 2 | 3 | null {
  if (REACHED.has(word)) return 1;
  if (PARTLY.some((start) => word.startsWith(start))) return 2;
  return NOT_REACHED.some((start) => word.startsWith(start)) ? 3 : null;
}
