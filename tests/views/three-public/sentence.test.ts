import { describe, expect, it } from 'vitest';
import { baseYears, readChoice, shownBaseYear, shownYears } from '@/views/three-public/choice';
import {
  chosenUnits,
  focusYear,
  inScope,
  largestPart,
  overUnits,
  perHead,
  upUnits,
  YearTable,
} from '@/views/three-public/facts';
import type { UnitRow, YearRow } from '@/views/three-public/rows';
import { roundScale, spread } from '@/views/scale';
import { threePublicSentence } from '@/views/three-public/sentence';
import { spoken } from '../spoken';

const year = (patch: Partial<YearRow> = {}): YearRow => ({
  fiscal_year: 2024,
  item: 'three_public.total',
  actual: '4275.52',
  budget: '5396.61',
  actual_count: 120,
  budget_count: 120,
  paired_actual: '4275.52',
  paired_budget: '5396.61',
  paired_count: 120,
  adjusted_count: 0,
  comparable_actual: '4275.52',
  last_actual: '4616.29',
  comparable_count: 120,
  staffed_actual: null,
  staff: null,
  staffed_count: 0,
  up_count: 9,
  over_count: 4,
  ...patch,
});
const unit = (code: string, actual: string | null, last: string | null, budget: string | null): UnitRow => ({
  unit_code: code,
  unit_name: code,
  budget,
  actual,
  base: null,
  rate: null,
  last_actual: last,
  change: actual !== null && last !== null ? String(BigInt(actual) - BigInt(last)) : null,
  change_rate: null,
  staff_actual: null,
  main_item: null,
});

describe('the sentence of the three-public page', () => {
  it('gives actual, change, control rate, and who is above', () => {
    expect(spoken(threePublicSentence(2024, year()))).toBe(
      '2024年度三公经费决算4,275.52万元，较上年下降7.38%，完成预算的79.23%；仍有9个单位较上年增加，4个单位决算大于预算。',
    );
  });
  it('says how many units the change stands on when it is not all', () => {
    expect(spoken(threePublicSentence(2024, year({ comparable_count: 100, up_count: 0, over_count: 0 })))).toContain(
      '，可比的100个单位较上年下降7.38%，完成预算的79.23%；没有单位较上年增加，没有单位决算大于预算。',
    );
  });
  it('does not divide by zero, nor call nothing zero', () => {
    const one = { actual_count: 1, comparable_count: 1, paired_count: 1 };
    expect(spoken(threePublicSentence(2024, year({ ...one, last_actual: '0', paired_budget: '0' })))).toBe(
      '2024年度三公经费决算4,275.52万元，上年基数为0，不可比，预算基数为0，不可比。',
    );
    expect(
      spoken(
        threePublicSentence(
          2024,
          year({ ...one, comparable_count: 0, last_actual: null, paired_count: 0, paired_budget: null }),
        ),
      ),
    ).toBe('2024年度三公经费决算4,275.52万元，上年没有可比的决算，没有可比的预算。');
    expect(spoken(threePublicSentence(2024, year({ actual: null })))).toBe('2024年度没有三公经费决算合计。');
  });
  it('keeps equal amounts level', () => {
    expect(spoken(threePublicSentence(2024, year({ last_actual: '4275.52' })))).toContain('，与上年持平，');
  });
});

describe('facts of the three-public page', () => {
  const table = new YearTable([
    year({ fiscal_year: 2023, item: 'three_public.reception', actual: '1' }),
    year({ item: 'three_public.reception', actual: '1' }),
    year({ item: 'three_public.overseas', actual: '3' }),
    year({ fiscal_year: 2025, actual: null, actual_count: 0 }),
  ]);
  it('takes the latest year with actuals', () => {
    expect(focusYear(table, { from: null, to: null })).toBe(2024);
    expect(focusYear(table, { from: 2025, to: 2025 })).toBe(2025);
    expect(focusYear(table, { from: 2010, to: 2011 })).toBeNull();
  });
  it('finds the largest part and its share', () => {
    expect(largestPart(table, 2024)).toEqual({ item: 'three_public.overseas', share: '75.00' });
    expect(largestPart(new YearTable([year({ item: 'three_public.overseas', actual: '0' })]), 2024)).toBeNull();
  });
  it('sorts out who is above last year and who over budget', () => {
    const units = [
      unit('a', '5', '3', '5'),
      unit('b', '9', '1', '8'),
      unit('c', '7', '7', '1'),
      unit('d', null, '1', '1'),
      unit('e', '4', '0', null),
    ];
    expect(upUnits(units).map((row) => row.unit_code)).toEqual(['b', 'e', 'a']);
    expect(overUnits(units).map((row) => row.unit_code)).toEqual(['c', 'b']);
    expect(inScope(units, 'over')).toHaveLength(2);
    expect(chosenUnits(units, 'c', 3).map((row) => row.unit_code)).toEqual(['c', 'b', 'e']);
    expect(chosenUnits(units, null, 9).map((row) => row.unit_code)).toEqual(['b', 'e', 'a', 'c']);
  });
  it('gives yuan a head, none without staff', () => {
    expect(perHead('3.87', '12')).toBe('3225.00');
    expect(perHead('3.87', '0')).toBeNull();
    expect(perHead(null, '12')).toBeNull();
  });
  it('offers earlier years as base: the chosen one, else the one before the years shown, else the earliest', () => {
    const all = { from: null, to: null };
    expect(baseYears([2019, 2021, 2024], 2024)).toEqual([2019, 2021]);
    expect(shownBaseYear(2021, [2019, 2021], all)).toBe(2021);
    expect(shownBaseYear(2024, [2019, 2021], all)).toBe(2019);
    expect(shownBaseYear(null, [], all)).toBeNull();
    expect(shownBaseYear(null, [2019, 2020, 2021, 2023], { from: 2024, to: 2024 })).toBe(2023);
    expect(shownBaseYear(null, [2019, 2020, 2021, 2023], { from: 2021, to: 2024 })).toBe(2020);
    expect(shownBaseYear(null, [2019, 2020], { from: 2019, to: 2021 })).toBe(2019);
    expect(shownBaseYear(2019, [2019, 2020], { from: 2021, to: 2021 })).toBe(2019);
    expect(shownYears([2019, 2020, 2021], { from: 2020, to: 2020 })).toEqual([2019, 2020, 2021]);
    expect(shownYears([2019, 2020, 2021], { from: 2020, to: 2021 })).toEqual([2020, 2021]);
    expect(readChoice((key) => ({ measure: 'x', base: '20', scope: 'over' })[key] ?? null)).toEqual({
      measure: 'items',
      baseYear: null,
      scope: 'over',
      item: 'three_public.total',
      unit: null,
    });
  });
});

describe('scales', () => {
  it('ends above the largest figure on a round step', () => {
    expect(roundScale(3606)).toEqual({ max: 4000, step: 1000 });
    expect(roundScale(4000)).toEqual({ max: 4000, step: 1000 });
    expect(roundScale(0)).toEqual({ max: 1, step: 1 });
  });
  it('keeps labels apart and inside', () => {
    expect(spread([100, 102, 104], 30, 0, 200)).toEqual([100, 130, 160]);
    expect(spread([195, 190], 30, 0, 200)).toEqual([200, 170]);
  });
});
