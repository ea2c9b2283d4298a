/**
 * Targets and achievements, as far as the made sample writes them. Anything else is an error: it shall never be
 * counted as agreement that neither side understood a cell.
 */
import { num, type Num } from './exact';

export type Sign = '≥' | '≤' | '>' | '<' | '=';
export interface Quantity {
  /** In base units: 万 multiplied in, % as percent. */
  lo: Num;
  hi: Num;
  /** `>` and `≥` mean that only the lower end is known. */
  bound: '' | '≥' | '>';
  ownUnit: string;
  unit: string;
  /** As exports print it, without comparator. */
  form: string;
}
export type Reading =
  { kind: 'none' } | { kind: 'text'; text: string } | { kind: 'quantity'; sign: Sign | null; quantity: Quantity };

const WORDS: readonly [string, Sign][] = [
  ['不超过', '≤'],
  ['等于', '='],
  ['≥', '≥'],
  ['≤', '≤'],
  ['=', '='],
];
/** Words of the sample that hold no figure. */
const TEXTS = new Set(
  '达成 有效提升 健全 逐步改善 长期 按要求公开 长期坚持 按要求开展 持续推进，效果良好 达成预期指标 达成年度指标 已完成 部分达成预期指标并具有一定效果 未完成预期指标且效果较差 不适用'.split(
    ' ',
  ),
);
const UNITS = new Set('% 人次 万人次 张 个 公里 户 万亩 亩 家次 件 万人 元 万元 天 个工作日 小时 分钟 场次'.split(' '));

/** 元 and 万元 are money: both in 元; any other 万 multiplies. */
function factor(unit: string): Num {
  return num(unit.startsWith('万') ? 10_000 : 1);
}

export function readCell(cell: string, measureUnit: string): Reading {
  if (cell === '' || cell === '无') return { kind: 'none' };
  if (TEXTS.has(cell)) return { kind: 'text', text: cell };
  const word = WORDS.find(([start]) => cell.startsWith(start));
  let rest = word ? cell.slice(word[0].length) : cell;
  let bound: Quantity['bound'] = '';
  if (rest.endsWith('以上')) {
    bound = '≥';
    rest = rest.slice(0, -2);
  }
  const match = /^(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?(万多|多)?(\D*)$/.exec(rest);
  if (!match) throw new Error(`unread cell: ${cell}`);
  const [, first = '', second, vague, tail = ''] = match;
  if (vague) bound = '>';
  const ownUnit = vague === '万多' ? `万${tail}` : tail;
  const unit = ownUnit === '' ? measureUnit : ownUnit;
  if (!UNITS.has(unit)) throw new Error(`unread unit: ${cell} ${unit}`);
  const sign: Sign | null = bound === '≥' ? '≥' : bound === '>' ? null : (word?.[1] ?? null);
  const plain = (text: string): string => num(text).toFixed();
  return {
    kind: 'quantity',
    sign,
    quantity: {
      lo: num(first).times(factor(unit)),
      hi: num(second ?? first).times(factor(unit)),
      bound,
      ownUnit,
      unit,
      form: `${plain(first)}${second === undefined ? '' : `-${plain(second)}`}${unit}`,
    },
  };
}
