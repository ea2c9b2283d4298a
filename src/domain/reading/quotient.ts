/** 完成分子 ÷ 完成分母: where both are given they count before 完成值, as an exact quotient. */
import { Exact } from '../decimal';
import { memoise } from '../memo';
import { readNumber } from '../number';
import { normaliseText } from '../text';
import type { Cell, ValueCell } from './cell';
import { cleanDust } from './dust';
import { fraction, fractionOf, over, times, toPlaces, type Fraction } from './fraction';
import { scaleOf, type Measured } from './measure';
import { isMoney, isShare, kindOf, myriadFactor, splitMeasure, type Measure, type Myriad } from './units';

export interface Quotient {
  readonly numerator: Exact;
  readonly denominator: Exact;
  readonly value: Fraction;
  /** 万 or 亿 stands in only one of the two: it replaces that of the target's unit. */
  readonly ownMyriad: boolean;
}

interface Term {
  readonly value: Exact;
  readonly myriad: Myriad;
}

/** Words are ignored, 万 and 亿 multiply; a share is a bad cell. */
const term = memoise((text): Term | null => {
  const reading = readNumber(text);
  if (reading.kind !== 'number') return null;
  const { myriad, word } = splitMeasure(reading.unit);
  if (isShare(word)) return null;
  const factor = myriadFactor(myriad);
  return { value: cleanDust(reading.value).times(factor.part.toString()), myriad };
});

export function readQuotient(numerator: string | null, denominator: string | null): Quotient | null {
  const top = numerator === null ? null : term(numerator);
  const bottom = denominator === null ? null : term(denominator);
  if (!top || !bottom || bottom.value.isZero()) return null;
  return {
    numerator: top.value,
    denominator: bottom.value,
    value: over(fractionOf(top.value), fractionOf(bottom.value)),
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
    ? times(quotient.value, fraction(1000n))
    : times(quotient.value, scaleOf(quotient.ownMyriad ? { ...taken, myriad: '' } : taken));
  return { low: value, high: value, kind: kindOf(taken.word), word: taken.word, mixed: false };
}

const SHARE_SCALE: Readonly<Record<string, bigint>> = { '%': 100n, 百分比: 100n, '‰': 1000n };

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
  const { value, myriad, word } = achieved.low;
  if (text === null || myriad !== '' || (word !== null && word !== '%' && word !== '‰')) return silent;
  const sign = word ?? '';
  const places = placesAsFiled(text, value);
  const figure = toPlaces(inUnitOf(quotient, word, target, stated), places);
  const plain = value.toFixed(places);
  return { differs: !new Exact(figure).equals(value), stated: plain + sign, figure: figure + sign };
}

const asWritten = memoise((text) => ({
  reading: readNumber(text.replace(/^[^\d.+−-]+/, '')),
  written: /\.(\d+)/.exec(normaliseText(text))?.[1]?.length ?? 0,
}));

/** `5.00` is stated to two places; Excel's float dust only to those that its cleaning left. */
function placesAsFiled(text: string, value: Exact): number {
  const { reading, written } = asWritten(text);
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
