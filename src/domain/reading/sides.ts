/** Both cells of a row, parsed and measured: what every later step of reading looks at. */
import { memoise } from '../memo';
import { isNone } from '../number';
import { cellKey, parseCell, type Cell, type ValueCell } from './cell';
import type { IndicatorCells } from './columns';
import { achievedFault, columnSign, ruleTarget, type Ruling } from './comparator';
import { compare } from './fraction';
import { measure, type Measured } from './measure';
import { measureQuotient, readQuotient, type Quotient } from './quotient';
import { splitMeasure, type Measure } from './units';

export interface Sides {
  readonly stated: Measure;
  readonly target: Cell;
  readonly achieved: Cell;
  readonly quotient: Quotient | null;
  /** Of a target that is a number or range. */
  readonly ruling: Ruling | null;
  readonly targetMeasured: Measured | null;
  readonly achievedMeasured: Measured | null;
  /** Contradictions within a side: it is printed as it stood, and the rule cannot decide. */
  readonly targetFault: string | null;
  readonly achievedFault: string | null;
}

const NO_MEASURE: Measure = { myriad: '', word: null };
/** 计量单位; NO_MEASURE itself where the cell states none. */
const measureOf = memoise((text) => (isNone(text) ? NO_MEASURE : splitMeasure(cellKey(text))));

export function readSides(cells: IndicatorCells): Sides {
  const stated = cells.measureUnit === null ? NO_MEASURE : measureOf(cells.measureUnit);
  const hasMeasure = stated !== NO_MEASURE;
  const target = parseCell(cells.target, 'target', hasMeasure);
  const achieved = parseCell(cells.achieved, 'achieved', hasMeasure);
  const quotient = readQuotient(cells.numerator, cells.denominator);
  const targetValue = target.kind === 'value' ? target : null;
  const achievedValue = achieved.kind === 'value' ? achieved : null;
  const ruling =
    targetValue && ruleTarget(targetValue, [columnSign(cells.kind), columnSign(cells.comparator)], isCost(cells));
  const targetMeasured = targetValue && measure(targetValue, stated, quotient ? null : achievedValue);
  const achievedMeasured = achievedValue && measure(achievedValue, stated, targetValue);
  const counted = quotient && targetValue ? measureQuotient(quotient, targetValue, stated) : achievedMeasured;
  return {
    stated,
    target,
    achieved,
    quotient,
    ruling,
    targetMeasured,
    achievedMeasured: counted,
    targetFault: targetMeasured && (ruling?.fault ?? rangeFault(targetMeasured, '目标值')),
    achievedFault: achievedMeasured && (faultOf(achievedValue) ?? rangeFault(achievedMeasured, '完成值')),
  };
}

const isCost = ({ level1, level2 }: IndicatorCells): boolean =>
  level1?.includes('成本') === true || level2?.includes('成本') === true;
const faultOf = (achieved: ValueCell | null): string | null => achieved && achievedFault(achieved);

function rangeFault(measured: Measured, side: string): string | null {
  if (measured.mixed) return `${side}区间两端的计量单位不同`;
  return compare(measured.low, measured.high) > 0 ? `${side}区间的下限大于上限` : null;
}
