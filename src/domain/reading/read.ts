/** The cells of one indicator row → its reading, column by column. */
import { READING_COLUMNS, type IndicatorCells, type Reading } from './columns';
import { valueForm } from './form';
import { compare, fraction, over, sign, times, type Fraction } from './fraction';
import { compareStated } from './quotient';
import { readSides, type Sides } from './sides';
import { isShare, PERCENT } from './units';
import { fits, reachVerdict, type Verdict } from './verdict';

export function readIndicator(cells: IndicatorCells): (string | null)[] {
  const reading = readCells(cells);
  return READING_COLUMNS.map((column) => reading[column.name]);
}

export function readCells(cells: IndicatorCells): Reading {
  const sides = readSides(cells);
  const verdict = reachVerdict(sides);
  const over_ = verdict.overshoot ?? null;
  const quotient =
    sides.quotient && compareStated(sides.achieved, cells.achieved, sides.quotient, sides.target, sides.stated);
  return {
    target_form: targetForm(sides, cells.target),
    achieved_form: achievedForm(sides, cells.achieved),
    reading: verdict.reading,
    reason: verdict.reason ?? null,
    level: verdict.level?.toString() ?? null,
    comparator_sign: sides.ruling && !sides.ruling.fault ? sides.ruling.sign : null,
    comparator_assumed: flag(sides.ruling?.assumed ?? false),
    no_comparator: flag(isUnmarked(sides)),
    reached: verdict.reached === undefined ? null : flag(verdict.reached),
    at_target: verdict.atTarget === undefined ? null : flag(verdict.atTarget),
    is_bound: flag(verdict.isBound ?? false),
    part: verdict.ratio?.value.part.toString() ?? null,
    whole: verdict.ratio?.value.whole.toString() ?? null,
    ...ratioTexts(sides, verdict),
    over_part: over_ === null ? null : over_ === 'endless' ? '1' : over_.value.part.toString(),
    over_whole: over_ === null ? null : over_ === 'endless' ? '0' : over_.value.whole.toString(),
    over_open: over_ === null ? null : flag(over_ !== 'endless' && over_.open),
    quotient_differs: flag(quotient?.differs ?? false),
    quotient_stated: quotient?.stated ?? null,
    quotient_figure: quotient?.figure ?? null,
    target_key: targetKey(sides),
    ...singleValue(sides),
  };
}

const flag = (value: boolean): string => (value ? 'true' : 'false');

function isUnmarked(sides: Sides): boolean {
  return (sides.ruling?.assumed ?? false) && (sides.quotient !== null || sides.achieved.kind === 'value');
}

function targetForm(sides: Sides, text: string | null): string | null {
  const { target, ruling } = sides;
  if (target.kind === 'none') return null;
  if (target.kind !== 'value' || sides.targetFault) return text?.trim() ?? null;
  const filed = !ruling || ruling.assumed || ruling.sign === '区间' ? null : ruling.sign;
  return valueForm(target, filed, sides.stated);
}

function achievedForm(sides: Sides, text: string | null): string | null {
  const { achieved, quotient } = sides;
  if (quotient) return `${quotient.numerator}/${quotient.denominator}`;
  if (achieved.kind === 'none') return null;
  if (achieved.kind !== 'value' || sides.achievedFault) return text?.trim() ?? null;
  return valueForm(achieved, achieved.signs[0] ?? null, sides.stated);
}

const WHOLE_SHARE = fraction(1000);

function ratioTexts(sides: Sides, verdict: Verdict): Pick<Reading, 'ratio_top' | 'ratio_bottom'> {
  const { target, achieved, quotient, targetMeasured, achievedMeasured, stated } = sides;
  if (!verdict.ratio || target.kind !== 'value' || !targetMeasured || !achievedMeasured) {
    return { ratio_top: null, ratio_bottom: null };
  }
  const straight = verdict.ratio.top === 'achieved';
  // A plain 0 (`>0` with 0, `=5` with −5) is no quotient that could be written down.
  const dividend = straight ? achievedMeasured.low : targetMeasured.high;
  const divisor = straight ? targetMeasured.low : achievedMeasured.low;
  if (verdict.ratio.value.part === 0 && (sign(dividend) !== 0 || sign(divisor) === 0)) {
    return { ratio_top: null, ratio_bottom: null };
  }
  if (quotient && straight && isShare(targetMeasured.word) && compare(targetMeasured.low, WHOLE_SHARE) === 0) {
    // 15 × 37568 ÷ 37611 needs no ÷ 100%.
    return { ratio_top: quotient.numerator, ratio_bottom: quotient.denominator };
  }
  const above = compare(achievedMeasured.low, targetMeasured.high) > 0;
  const goal = above ? target.high : target.low;
  const targetText = valueForm({ ...target, low: goal, high: goal, isRange: false }, null, stated);
  const achievedText = quotient
    ? `(${quotient.numerator} ÷ ${quotient.denominator})`
    : achieved.kind === 'value'
      ? valueForm(achieved, null, stated)
      : '';
  return straight
    ? { ratio_top: achievedText, ratio_bottom: targetText }
    : { ratio_top: targetText, ratio_bottom: achievedText };
}

/** Targets are alike by value and unit, whatever they look like; the comparator is part of it. */
function targetKey(sides: Sides): string | null {
  const { ruling, targetMeasured } = sides;
  if (!ruling || !targetMeasured || sides.targetFault) return null;
  const { low, high, kind } = targetMeasured;
  return `${ruling.sign}|${kind ?? ''}|${low.part}/${low.whole}|${high.part}/${high.whole}`;
}

/** For step tables: shares in per cent, a quotient too. */
function singleValue(sides: Sides): Pick<Reading, 'value_part' | 'value_whole' | 'value_kind'> {
  const found = valueOf(sides);
  if (!found || !fits(found.value)) return { value_part: null, value_whole: null, value_kind: null };
  return { value_part: found.value.part.toString(), value_whole: found.value.whole.toString(), value_kind: found.kind };
}

function valueOf(sides: Sides): { value: Fraction; kind: string | null } | null {
  const { achieved, quotient, achievedMeasured } = sides;
  if (quotient) return { value: times(quotient.value, fraction(100)), kind: PERCENT };
  if (achieved.kind !== 'value' || achieved.isRange || sides.achievedFault || !achievedMeasured) return null;
  if (achieved.signs.some((word) => word !== '=')) return null;
  const { low, kind } = achievedMeasured;
  return { value: kind === PERCENT ? over(low, fraction(10)) : low, kind };
}
