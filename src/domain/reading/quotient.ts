/** 完成分子 ÷ 完成分母: where both are given they count before 完成值, as an exact quotient. */
import type { Exact } from '../decimal';
import { memoise } from '../memo';
import { readNumber } from '../number';
import { normaliseText } from '../text';
import type { Cell, ValueCell } from './cell';
import { cleanDust } from './dust';
import { fraction, fractionOf, over, times, toPlaces, type Fraction } from './fraction';
import { scaleOf, type Measured } from './measure';
import { isMoney, isShare, kindOf, myriadFactor, splitMeasure, type Measure, type Myriad } from './units';

export interface Quotient {
  /** Plain digits. */
  readonly numerator: string;
  readonly denominator: string;
  readonly value: Fraction;
  /** 万 or 亿 stands in only one of the two: it replaces that of the target's unit. */
  readonly ownMyriad: boolean;
}

interface Term {
  readonly digits: string;
  readonly exact: Fraction;
  readonly myriad: Myriad;
}

/** Words are ignored, 万 and 亿 multiply; a share is a bad cell. */
const term = memoise((text): Term | null => {
  const reading = readNumber(text);
  if (reading.kind !== 'number') return null;
  const { myriad, word } = splitMeasure(reading.unit);
  if (isShare(word)) return null;
  const value = cleanDust(reading.value).times(myriadFactor(myriad).part.toString());
  return { digits: value.toFixed(), exact: fractionOf(value), myriad };
});

export function readQuotient(numerator: string | null, denominator: string | null): Quotient | null {
  const top = numerator === null ? null : term(numerator);
  const bottom = denominator === null ? null : term(denominator);
  if (!top || !bottom || bottom.exact.part === 0) return null;
  return {
    numerator: top.digits,
    denominator: bottom.digits,
    value: over(top.exact, bottom.exact),
    ownMyriad: (top.myriad === '') !== (bottom.myriad === ''),
  };
}

/** The unit that a quotient takes from its target: shares by 100 or 1000, money whole, 万 of 计量单位 but not of the cell. */
function takenMeasure(target: ValueCell, stated: Measure): Measure {
  const { word, myriad } = target.high;
  if (word !== null) return { word, myriad: isMoney(word) ? myriad : '' };
  return { word: stated.word, myriad: myriad === '' ? stated.myriad : '' };
}

export function measureQuotient(quotient: Quotient, target: ValueCell, stated: Measure): Measured {
  const taken = takenMeasure(target, stated);
  const value = isShare(taken.word)
    ? times(quotient.value, fraction(1000))
    : times(quotient.value, scaleOf(quotient.ownMyriad ? { ...taken, myriad: '' } : taken));
  return { low: value, high: value, kind: kindOf(taken.word), word: taken.word, mixed: false };
}

const SHARE_SCALE: Readonly<Record<string, number>> = { '%': 100, 百分比: 100, '‰': 1000 };

export interface StatedQuotient {
  readonly differs: boolean;
  readonly stated: string | null;
  readonly figure: string | null;
}

/** A stated 完成值 that is a plain number, against the quotient rounded to its places. */
export function compareStated(
  achieved: Cell,
  text: string | null,
  quotient: Quotient,
  target: Cell,
  stated: Measure,
): StatedQuotient {
  const silent = { differs: false, stated: null, figure: null };
  if (achieved.kind !== 'value' || achieved.isRange || achieved.between || achieved.signs.length > 0) return silent;
  const { myriad, word } = achieved.low;
  if (text === null || myriad !== '' || (word !== null && word !== '%' && word !== '‰')) return silent;
  const sign = word ?? '';
  const { places, plain } = asFiled(text, achieved);
  const figure = toPlaces(inUnitOf(quotient, word, target, stated), places);
  return { differs: figure !== plain, stated: plain + sign, figure: figure + sign };
}

interface AsFiled {
  readonly places: number;
  /** With just so many places; never −0, so that equal figures are equal texts. */
  readonly plain: string;
}

const known = new WeakMap<ValueCell, AsFiled>();

/** Cells are parsed once for all rows, and so are their places. */
function asFiled(text: string, cell: ValueCell): AsFiled {
  const before = known.get(cell);
  if (before) return before;
  const { value } = cell.low;
  const places = placesAsFiled(text, value);
  const found = { places, plain: value.toFixed(places) };
  known.set(cell, found);
  return found;
}

/** `5.00` is stated to two places; Excel's float dust only to those that its cleaning left. */
function placesAsFiled(text: string, value: Exact): number {
  const reading = readNumber(text.replace(/^[^\d.+−-]+/, ''));
  const written = /\.(\d+)/.exec(normaliseText(text))?.[1]?.length ?? 0;
  const isDust = reading.kind === 'number' && !reading.value.equals(value);
  return isDust ? value.decimalPlaces() : Math.max(written, value.decimalPlaces());
}

function inUnitOf(quotient: Quotient, word: string | null, target: Cell, stated: Measure): Fraction {
  const measured = word ?? (isShare(stated.word) ? stated.word : target.kind === 'value' ? target.high.word : null);
  const share = measured === null ? undefined : SHARE_SCALE[measured];
  if (share !== undefined) return times(quotient.value, fraction(share));
  if (!quotient.ownMyriad || target.kind !== 'value') return quotient.value;
  return over(quotient.value, myriadFactor(takenMeasure(target, stated).myriad));
}
