/** Which item a column under merged headers is: by its leaf, else by its leaf within the item above it. */
import type { ItemCode } from '../domain/items';
import { wordKey } from '../domain/text';
import { itemOf, isTotalWord, type ItemWord } from './words';

/** Headers of groups that are no item by themselves. */
const GROUPS: ReadonlyMap<string, ItemCode> = new Map([
  ['收入', 'income.total'],
  ['本年收入', 'income.total'],
  ['支出', 'expenditure.total'],
  ['本年支出', 'expenditure.total'],
]);
const WITHIN: readonly (readonly [ItemCode, RegExp, ItemCode])[] = [
  ['three_public.vehicle', /^(?:公务用车|车辆)?购置费?$/, 'three_public.vehicle_purchase'],
  ['three_public.vehicle', /^(?:公务用车|车辆)?运行(?:维护)?费?$/, 'three_public.vehicle_operation'],
];

function groupOf(text: string): ItemWord | null {
  const group = GROUPS.get(wordKey(text));
  return itemOf(text) ?? (group ? itemOf(group) : null);
}

export function pathItem(path: readonly string[]): ItemWord | null {
  const leaf = path[path.length - 1];
  if (leaf === undefined) return null;
  const uppers = path.slice(0, -1).reverse();
  const upper = uppers.map(groupOf).find((item) => item !== null) ?? null;
  const own = itemOf(leaf);
  if (own) return own;
  if (!upper) return null;
  if (isTotalWord(leaf)) return upper;
  const within = WITHIN.find(([code, words]) => code === upper.code && words.test(wordKey(leaf)));
  return within ? itemOf(within[2]) : null;
}
