/** Units of measure: which words are alike, and which convert into each other. */
import { fraction, type Fraction } from './fraction';

export interface MeasureWord {
  /** Units of one kind can be compared. */
  readonly kind: string;
  /** One such unit in the kind's smallest. */
  readonly factor: number;
}

export const PERCENT = 'percent';
export const MONEY = 'money';

const COUNTING =
  '个 项 件 次 人 人次 户 家 份 篇 场 场次 期 批 批次 台 套 辆 处 条 宗 例 名 位 只 本 册 座 所 栋 间 株 头 支 幅 张 笔 起 类 种 门 节 队 组 村 社区 单 点';

/** 万元 and 亿元 are 万 and 亿 before 元. Per mille is the smaller of the two signs. */
const WORDS: readonly (readonly [string, string, number])[] = [
  ['%', PERCENT, 10],
  ['百分比', PERCENT, 10],
  ['‰', PERCENT, 1],
  ['元', MONEY, 1],
  ['千元', MONEY, 1000],
  ['百万元', MONEY, 1000000],
  ['小时', 'hour', 60],
  ['分钟', 'hour', 1],
  ['天', 'day', 1],
  ['日', 'day', 1],
  ['工作日', 'workday', 1],
  ['个工作日', 'workday', 1],
  ['月', 'month', 1],
  ['个月', 'month', 1],
  ['百分点', 'percentage point', 1],
  ['个百分点', 'percentage point', 1],
];

const KNOWN: ReadonlyMap<string, MeasureWord> = new Map([
  ...COUNTING.split(' ').map((word): [string, MeasureWord] => [word, { kind: 'count', factor: 1 }]),
  ...WORDS.map(([word, kind, factor]): [string, MeasureWord] => [word, { kind, factor }]),
]);

export const isKnownWord = (word: string): boolean => KNOWN.has(word);
export const measureWord = (word: string): MeasureWord => KNOWN.get(word) ?? { kind: `“${word}”`, factor: 1 };
export const kindOf = (word: string | null): string | null => (word === null ? null : measureWord(word).kind);
export const isShare = (word: string | null): boolean => kindOf(word) === PERCENT;
export const isMoney = (word: string | null): boolean => kindOf(word) === MONEY;

/** 万 and 亿; '' is neither. */
export type Myriad = '' | '万' | '亿';
const MYRIADS: Readonly<Record<Myriad, Fraction>> = {
  '': fraction(1),
  万: fraction(10_000),
  亿: fraction(100_000_000),
};
export const myriadFactor = (myriad: Myriad): Fraction => MYRIADS[myriad];

/** Unit of a side: a 万 or 亿 and a word; both may be absent. */
export interface Measure {
  readonly myriad: Myriad;
  readonly word: string | null;
}

/** Splits 万人次 into 万 and 人次; what cannot be split is a word of its own. */
export function splitMeasure(text: string): Measure {
  const [, myriad, word] = /^(万|亿)?(.*)$/su.exec(text) ?? [];
  return { myriad: (myriad ?? '') as Myriad, word: word ? word : null };
}

const LETTERS = '[\\p{L}°℃㎡㎥]';
const WORD = new RegExp(`^${LETTERS}+(?:/${LETTERS}+)*$`, 'u');
const CUBED = /^[kcdm]?m[23²³]$/;
const FOREIGN = /[到至多余]|^(?:万|亿|左右|之间)/;
const LONGEST = 3;

/** Whether what stands behind a number in a cell is a unit; anything else makes the cell a sentence. */
export function isCellUnit(word: string): boolean {
  if (isKnownWord(word) || CUBED.test(word)) return true;
  return WORD.test(word) && !FOREIGN.test(word) && [...word].length <= LONGEST;
}
