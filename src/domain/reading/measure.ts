/** In which unit of measure a figure is meant: its own, else 计量单位, else (for % ‰ and money) that of the other side. */
import type { Figure, ValueCell } from './cell';
import { fraction, times, type Fraction } from './fraction';
import { isMoney, isShare, kindOf, measureWord, myriadFactor, type Measure } from './units';

/** Canonical: in the smallest unit of the kind, 万 and 亿 multiplied out. */
export interface Measured {
  readonly low: Fraction;
  readonly high: Fraction;
  /** Kind of unit; null: none stated anywhere. */
  readonly kind: string | null;
  /** Word that the figures are read in. */
  readonly word: string | null;
  /** The two bounds stand in units that cannot be compared. */
  readonly mixed: boolean;
}

/** A side without any unit takes the other's upper figure; money is taken whole (万元). */
function measureOf(figure: Figure, stated: Measure, other: Figure | null): Measure {
  if (figure.word !== null) return { myriad: figure.myriad, word: figure.word };
  const myriad = figure.myriad || stated.myriad;
  if (stated.word !== null) return { myriad, word: stated.word };
  if (other && isShare(other.word)) return { myriad, word: other.word };
  if (other && isMoney(other.word)) return { myriad: myriad || other.myriad, word: other.word };
  return { myriad, word: null };
}

export function scaleOf(measure: Measure): Fraction {
  const factor = measure.word === null ? 1 : measureWord(measure.word).factor;
  const myriad = myriadFactor(measure.myriad);
  return factor === 1 ? myriad : times(myriad, fraction(factor));
}

export function measure(cell: ValueCell, stated: Measure, other: ValueCell | null): Measured {
  const upper = other?.high ?? null;
  const low = measureOf(cell.low, stated, upper);
  const high = measureOf(cell.high, stated, upper);
  return {
    low: times(cell.low.exact, scaleOf(low)),
    high: times(cell.high.exact, scaleOf(high)),
    kind: kindOf(high.word),
    word: high.word,
    mixed: kindOf(low.word) !== kindOf(high.word),
  };
}
