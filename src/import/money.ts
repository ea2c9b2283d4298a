/** Units of amounts: how many 万元 one is, where headers and lines name them, and what a file's magnitude suggests. */
import { Exact } from '../domain/decimal';
import { matchKey, wordKey } from '../domain/text';

export type MoneyUnit = '元' | '千元' | '万元' | '百万元' | '亿元';

/** A 元 in 万元 is a ten-thousandth, and so on: exact factors. */
const IN_WAN: Readonly<Record<MoneyUnit, Exact>> = {
  元: new Exact('0.0001'),
  千元: new Exact('0.1'),
  万元: new Exact(1),
  百万元: new Exact(100),
  亿元: new Exact(10000),
};
export const MONEY_UNITS = Object.keys(IN_WAN) as MoneyUnit[];

/** `万` alone is asked, not taken for 万元. */
export type NamedUnit = MoneyUnit | '万';

const NAMES = new Map<string, NamedUnit>([
  ...MONEY_UNITS.map((unit): [string, NamedUnit] => [unit, unit]),
  ['万', '万'],
]);
for (const unit of MONEY_UNITS) NAMES.set(`人民币${unit}`, unit);
NAMES.set('yuan', '元');

export const moneyUnit = (text: string): NamedUnit | null => NAMES.get(wordKey(text)) ?? null;

export const inWan = (amount: Exact, unit: MoneyUnit): Exact => amount.times(IN_WAN[unit]);

/** `金额（万元）` → name and unit. Also `金额/万元` and `金额，单位：万元`. */
export function splitHeaderUnit(header: string): { name: string; unit: NamedUnit | null } {
  const key = matchKey(header);
  const match = /^(.*?)(?:\((?:金额)?(?:单位:)?([^()]*)\)|[,/](?:金额)?(?:单位:)?([^,/]*))$/.exec(key);
  const unit = match ? moneyUnit(match[2] ?? match[3] ?? '') : null;
  return unit ? { name: match?.[1] ?? key, unit } : { name: key, unit: null };
}

/** `单位：万元` or `（金额单位：元）` in any cell of a line above the header. */
export function unitLine(cells: readonly string[]): NamedUnit | null {
  for (const cell of cells) {
    const match = /单位:(.{1,6}?)\)?$/.exec(matchKey(cell));
    const unit = match ? moneyUnit(match[1] ?? '') : null;
    if (unit) return unit;
  }
  return null;
}

/** A guess to be confirmed: a department's figures in 元 are mostly beyond a hundred thousand. */
export function unitByMagnitude(amounts: readonly Exact[]): MoneyUnit {
  const sizes = amounts.filter((amount) => !amount.isZero()).map((amount) => amount.abs());
  sizes.sort((a, b) => a.comparedTo(b));
  const middle = sizes[sizes.length >> 1];
  if (!middle || middle.lessThan('100000')) return '万元';
  return '元';
}
