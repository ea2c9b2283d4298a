import { describe, expect, it } from 'vitest';
import type { Base } from '@/views/execution/choice';
import { readChoice } from '@/views/execution/choice';
import { abovePace, focusYear, lowUnits, pace, shortfalls, shownBase } from '@/views/execution/facts';
import type { UnitRow, YearRow } from '@/views/execution/rows';
import { executionSentence } from '@/views/execution/sentence';
import { spoken } from '../spoken';

const year = (patch: Partial<YearRow>): YearRow => ({
  fiscal_year: 2024,
  base: 'adjusted_budget',
  unit_count: 3,
  paired_count: 3,
  no_budget_count: 0,
  no_actual_count: 0,
  no_rate_count: 0,
  initial_count: 3,
  adjusted_count: 3,
  actual: '90',
  budget: '100',
  shortfall: '-10',
  short_count: 2,
  low_count: 1,
  over_count: 0,
  ...patch,
});
const unit = (code: string, gap: string | null, rate: string | null): UnitRow => ({
  unit_code: code,
  unit_name: `单位${code}`,
  initial_budget: null,
  adjusted_budget: '100',
  actual: '90',
  budget: '100',
  gap,
  rate,
  last_rate: null,
  rate_change: null,
  low_run: 0,
});

function say(
  row: YearRow,
  units: UnitRow[],
  base: Base = 'adjusted_budget',
  address: Record<string, string> = {},
  itemName = '',
): string {
  const choice = readChoice((key) => address[key] ?? null);
  return spoken(executionSentence({ year: row, units, short: shortfalls(units), base, choice, itemName }));
}

describe('the sentence of the execution page', () => {
  it('names rate, pace in percentage points, shortfall and who makes it', () => {
    const units = [unit('A', '-8', '72.00'), unit('B', '-2', '90.00'), unit('C', '0', '100.00')];
    expect(say(year({ actual: '9261', budget: '10000' }), units)).toBe(
      '2024年度预算执行率92.61%，低于序时进度7.39个百分点；缺口10.00万元，其中八成出自1个单位，1个单位执行率低于80%。',
    );
  });

  it('measures the gap against the printed pace of the month', () => {
    expect(pace(7)).toBe('58.33');
    expect(abovePace('56.47', 7)).toBe('-1.86');
    expect(
      say(year({ actual: '5833', budget: '10000', low_count: 0 }), [unit('A', '-8', '58.33')], 'adjusted_budget', {
        month: '7',
      }),
    ).toContain('，与序时进度持平；缺口8.00万元，全部出自单位A，没有单位执行率低于80%。');
  });

  it('says that there is no execution rate where only the initial budget is known', () => {
    const alone = year({
      fiscal_year: 2021,
      base: 'initial_budget',
      unit_count: 1,
      paired_count: 1,
      adjusted_count: 0,
      initial_count: 1,
      actual: '4421.20',
      budget: '3894.42',
    });
    expect(shownBase(null, alone)).toBe('initial_budget');
    expect(say(alone, [unit('A', '526.78', '113.53')], 'initial_budget')).toBe(
      '2021年度没有调整预算，算不出预算执行率；年初预算完成率113.53%，高于序时进度13.53个百分点；决算比年初预算多526.78万元。',
    );
  });

  it('keeps the base that was asked for, even where it gives nothing', () => {
    const none = year({ paired_count: 0, adjusted_count: 0, actual: null, budget: null });
    expect(shownBase('adjusted_budget', none)).toBe('adjusted_budget');
    expect(say(none, [], 'adjusted_budget', {}, '项目支出')).toBe(
      '2024年度项目支出没有同时有决算和调整预算的单位，没有预算执行率。',
    );
  });

  it('finds no rate over a budget of zero', () => {
    expect(say(year({ actual: '5', budget: '0' }), [])).toBe('2024年度预算合计不大于0，执行率不可比。');
  });

  it('speaks every language it claims to', () => {
    const units = [unit('A', '-8', '72.00'), unit('B', '-2', '90.00')];
    const text = spoken(
      executionSentence({
        year: year({}),
        units,
        short: shortfalls(units),
        base: 'adjusted_budget',
        choice: readChoice(() => null),
        itemName: '',
      }),
      'en',
    );
    expect(text).toMatch(/execution rate 90\.00%, 10\.00 percentage points below the pace; shortfall/);
  });
});

describe('facts of the execution page', () => {
  it('takes the latest year with actuals in the span', () => {
    const years = [
      year({ fiscal_year: 2022 }),
      year({ fiscal_year: 2023 }),
      year({ fiscal_year: 2024, no_actual_count: 3 }),
    ];
    expect(focusYear(years, { from: null, to: null })).toBe(2023);
    expect(focusYear(years, { from: 2024, to: 2024 })).toBe(2024);
    expect(focusYear(years, { from: 2019, to: 2020 })).toBeNull();
  });

  it('counts the unit that reaches exactly four fifths', () => {
    const short = shortfalls([
      unit('A', '-20', null),
      unit('B', '-80', null),
      unit('C', '5', null),
      unit('D', null, null),
    ]);
    expect(short).toMatchObject({ mostOfIt: 1, total: '100', shares: ['80.00', '100.00'] });
    expect(short.units.map((row) => row.unit_code)).toEqual(['B', 'A']);
  });

  it('calls low what is below the line, not what is on it', () => {
    expect(
      lowUnits(
        [unit('A', null, '80.00'), unit('B', null, '79.99'), unit('C', null, null), unit('D', null, '5.00')],
        '80',
      ).map((row) => row.unit_code),
    ).toEqual(['D', 'B']);
  });

  it('gives a default for whatever the address says wrongly', () => {
    const address: Record<string, string> = { item: 'nope', base: 'both', month: '13', low: '-1' };
    expect(readChoice((key) => address[key] ?? null)).toEqual({
      item: 'expenditure.total',
      base: null,
      month: 12,
      low: '80',
      unit: null,
    });
  });
});
