import { describe, expect, it } from 'vitest';
import { comparatorFault, readCells, targetFault, type IndicatorCells, type Reading } from '@/domain/reading';

const EMPTY: IndicatorCells = {
  level1: null,
  level2: null,
  kind: null,
  comparator: null,
  target: null,
  achieved: null,
  numerator: null,
  denominator: null,
  measureUnit: null,
};
const read = (cells: Partial<IndicatorCells>): Reading => readCells({ ...EMPTY, ...cells });
/** 目标值, 完成值, and further cells. */
const of = (target: string, achieved: string, more: Partial<IndicatorCells> = {}): Reading =>
  read({ target, achieved, ...more });
const ratio = (reading: Reading): string => `${reading.part ?? ''}/${reading.whole ?? ''}`;

describe('comparators', () => {
  it.each([
    ['≥95%', '≥'],
    ['>=95%', '≥'],
    ['≧95%', '≥'],
    ['不低于95%', '≥'],
    ['95%以上', '≥'],
    ['95%及以上', '≥'],
    ['95%（含）以上', '≥'],
    ['至多10元', '≤'],
    ['10元以内', '≤'],
    ['不多于10元', '≤'],
    ['小于等于10', '≤'],
    ['＞3', '>'],
    ['超过3', '>'],
    ['多于3', '>'],
    ['不足3', '<'],
    ['不到3', '<'],
    ['＝5', '='],
    ['等于5', '='],
    ['1-3', '区间'],
    ['介于1至3之间', '区间'],
  ])('%s is read as %s', (target, sign) => {
    expect(read({ target }).comparator_sign).toBe(sign);
  });

  it('is assumed ≥, for costs ≤, and said so where the achieved value is a figure', () => {
    expect(of('5', '6')).toMatchObject({ comparator_sign: '≥', comparator_assumed: 'true', no_comparator: 'true' });
    expect(of('5', '6', { level2: '成本指标' })).toMatchObject({ comparator_sign: '≤', no_comparator: 'true' });
    expect(of('5', '达成').no_comparator).toBe('false');
    expect(of('≥5', '6').no_comparator).toBe('false');
    expect(of('1-3', '6').no_comparator).toBe('false');
  });

  it('comes from 比较符 or 指标性质 too, and two that differ cannot be decided', () => {
    expect(of('5', '6', { kind: '≤' }).comparator_sign).toBe('≤');
    expect(of('≥5', '6', { comparator: '不低于' }).reading).toBe('decided');
    expect(of('≥5', '6', { comparator: '<' })).toMatchObject({ reading: 'manual', target_form: '≥5' });
    expect(of('<=100以上', '6')).toMatchObject({ reading: 'manual', target_form: '<=100以上' });
    expect(of('5', '6', { comparator: '区间' }).reading).toBe('manual');
    expect(of('1-3', '2', { comparator: '≥' }).reading).toBe('manual');
    expect(of('1-3', '2', { comparator: '=' })).toMatchObject({ reading: 'decided', target_form: '1-3' });
    expect(of('3-1', '2').reading).toBe('manual');
    expect(of('3到5之间', '4').reading).toBe('decided');
    expect(of('3之间', '4').reading).toBe('manual');
  });
});

describe('attainment', () => {
  it.each<[string, string, string]>([
    ['≥100', '80', '4/5'],
    ['≤80', '100', '4/5'],
    ['=80', '100', '4/5'],
    ['=-5', '-3', '3/5'],
    ['=5', '-3', '0/1'],
    ['=0', '3', '0/1'],
    ['2-4', '1', '1/2'],
    ['2-4', '8', '1/2'],
    ['≤0', '3', '0/1'],
    ['>0', '0', '0/1'],
  ])('%s with %s is %s', (target, achieved, expected) => {
    expect(ratio(of(target, achieved))).toBe(expected);
  });

  it.each([
    ['≥5', '5'],
    ['>5', '5'],
    ['<5', '5'],
    ['≤1', '0.17'],
    ['≤0', '0'],
    ['≤5', '-3'],
    ['1-3', '3'],
  ])('%s is reached by %s', (target, achieved) => {
    expect(of(target, achieved)).toMatchObject({ reading: 'decided', reached: 'true' });
  });

  it.each([
    ['≤-5%', '-3%'],
    ['≥5', '-3'],
    ['≥0', '-3'],
    ['≤-5', '0'],
    ['≤-5', '3'],
  ])('%s with %s has no meaning', (target, achieved) => {
    expect(of(target, achieved).reading).toBe('manual');
  });

  it('is held to figures that the database computes exactly', () => {
    expect(of('≥12345675432101234567891', '11111155555555555555557').reading).toBe('manual');
    expect(of('≥1000000000000', '999999999999').reading).toBe('decided');
  });
});

describe('bounds and vague words', () => {
  it.each([
    ['≥95', '95以上', 'decided'],
    ['≥95', '超95', 'decided'],
    ['>95', '95多', 'decided'],
    ['≥95', '92-95', 'open'],
    ['≥95', '95-99', 'decided'],
    ['≥95', '近95', 'manual'],
    ['≥95', '90以上', 'open'],
    ['≤95', '95以上', 'open'],
    ['≤95', '96以上', 'manual'],
    ['≥95', '约96', 'text'],
    ['≥95', '95左右', 'text'],
    ['95左右', '96', 'text'],
    ['100多', '96', 'text'],
    ['>0', '0以上', 'open'],
    ['≥3', '3多件以上', 'manual'],
    ['≥3', '3-5多件', 'text'],
  ])('%s with %s: %s', (target, achieved, reading) => {
    expect(of(target, achieved).reading).toBe(reading);
  });

  it('are printed as signs', () => {
    expect(of('≥3', '3万多').achieved_form).toBe('>3万');
    expect(of('≥3', '3多万件').achieved_form).toBe('>3万件');
    expect(of('≥3', '95%以上').achieved_form).toBe('≥95%');
    expect(of('≥3', '近3', { measureUnit: '次' }).achieved_form).toBe('<3次');
    expect(of('≥3', '已达10000份').achieved_form).toBe('10000份');
  });
});

describe('units of measure', () => {
  it.each([
    ['≥3万元', '30000元', {}, 'true'],
    ['≥3万人次', '40000', { measureUnit: '人次' }, 'true'],
    ['≤1小时', '60分钟', {}, 'true'],
    ['≤1.5天', '1.5日', {}, 'true'],
    ['≥5‰', '0.5%', {}, 'true'],
    ['≥5个', '5户', {}, 'true'],
    ['≥1亿元', '10000', { measureUnit: '万元' }, 'true'],
    ['≥5000元', '0.5', { measureUnit: '万' }, 'true'],
    ['5000元-1万元', '0.8', {}, 'true'],
    ['≥5000-1万件', '8', {}, null],
  ])('%s with %s %o: reached %s', (target, achieved, more, reached) => {
    expect(of(target, achieved, more).reached).toBe(reached);
  });

  it.each([
    ['≥5天', '5工作日'],
    ['≥5%', '5百分点'],
    ['≥5元', '5件'],
    ['1元-3件', '2'],
    ['≥5千瓦时', '5mg'],
  ])('%s and %s cannot be compared', (target, achieved) => {
    expect(of(target, achieved).reading).toBe('manual');
  });

  it.each(['328件已办结', '95%%', '100%或以上', '3万万元', '5标准立方米', '7×24小时', '三次', '①', '∞', '3+2项'])(
    '%s is a sentence',
    (achieved) => {
      expect(of('≥5', achieved)).toMatchObject({ reading: 'text', achieved_form: achieved });
    },
  );
});

describe('quotients', () => {
  const parts = (numerator: string, denominator: string): Partial<IndicatorCells> => ({ numerator, denominator });
  it('count before 完成值, and are exact', () => {
    expect(of('=100%', '99.9%', parts('37568', '37611'))).toMatchObject({
      part: '37568',
      whole: '37611',
      ratio_top: '37568',
      ratio_bottom: '37611',
      achieved_form: '37568/37611',
      quotient_differs: 'false',
    });
    expect(of('≥5', '达成', parts('12', '2')).reached).toBe('true');
    expect(of('≥5', '4', parts('12', '0')).reached).toBe('false');
    expect(of('≥5', '4', parts('12', '')).reached).toBe('false');
  });
  it('take the unit of the target: money whole, a 万 of its own cell not', () => {
    expect(ratio(of('≥3万元', '', parts('3', '2')))).toBe('1/2');
    expect(ratio(of('≥3万人次', '', parts('3', '2')))).toBe('1/20000');
    expect(of('≥3', '', { ...parts('3万', '1'), measureUnit: '万元' }).reached).toBe('true');
    expect(ratio(of('≥4万元', '', parts('3万', '1')))).toBe('3/4');
  });
  it('differ from a stated figure at its own places', () => {
    expect(of('=100%', '100.1%', parts('37568', '37611'))).toMatchObject({
      quotient_differs: 'true',
      quotient_stated: '100.1%',
      quotient_figure: '99.9%',
    });
    expect(of('≥1件', '0.75件', parts('1', '2')).quotient_differs).toBe('false');
  });
});

describe('bare numbers that may be percentages', () => {
  it.each([
    [of('≥95%', '0.96'), 'manual'],
    [of('≥95', '0.96', { measureUnit: '%' }), 'manual'],
    [of('≥0.95', '96%'), 'manual'],
    [of('≤95%', '0.96'), 'decided'],
    [of('≥1%', '0.5'), 'decided'],
    [of('≥95%', '0.96%'), 'decided'],
    [of('≥95', '', { numerator: '96', denominator: '100' }), 'manual'],
    [of('≥95件', '', { numerator: '96', denominator: '100' }), 'decided'],
    [of('≥95%', '', { numerator: '96', denominator: '100' }), 'decided'],
  ])('case %#: %s', (reading, expected) => {
    expect(reading.reading).toBe(expected);
  });
});

describe('words and dates', () => {
  it.each([
    ['达成', '1'],
    ['达成\n预期指标', '1'],
    ['全部达成', '1'],
    ['部分达成预期指标并具有一定效果', '2'],
    ['基本完成任务', '2'],
    ['未完成', '3'],
    ['达标', null],
    ['不达成', null],
  ])('%s is level %s', (achieved, level) => {
    expect(of('≥5', achieved).level).toBe(level);
  });
  it('不适用 in either cell', () => {
    expect(of(' 不 适用', '5').reading).toBe('not_applicable');
    expect(of('≥5', '不适用').reading).toBe('not_applicable');
    expect(of('≥5', '不适用于本单位').reading).toBe('text');
  });
  it('无 against ≤ cannot be decided, against ≥ it is no figure', () => {
    expect(of('≤5', '无').reading).toBe('manual');
    expect(of('≥5', '无').reading).toBe('text');
    expect(of('≤5', '').reading).toBe('text');
  });
  it.each([
    '2023年12月底前',
    '2023-12-31',
    '2023/6',
    '2023.6',
    '12月31日',
    '30日前',
    '6月末',
    '≥2012-5',
    '超2023年',
    '达共2023年',
  ])('%s is a date', (achieved) => {
    expect(of('≥5', achieved).reading).toBe('text');
  });
  it('but a number where a unit or a comparator says so', () => {
    expect(of('≥2012.5', '2013').reading).toBe('decided');
    expect(of('≥5', '2023.6', { measureUnit: '件' }).reading).toBe('decided');
    expect(of('≥5', '2023').reading).toBe('decided');
  });
});

describe('forms', () => {
  it.each<[Partial<IndicatorCells>, string | null]>([
    [{ target: '=100%' }, '等于100%'],
    [{ target: '１，２３４．５０', measureUnit: '次' }, '1234.5次'],
    [{ target: '1-3', measureUnit: '天' }, '1-3天'],
    [{ target: '≥3万人次' }, '≥3万人次'],
    [{ target: '-5至-3%' }, '-5--3%'],
    [{ target: '98.500000000000028' }, '98.5'],
    [{ target: '0.333333333333333' }, '0.333333'],
    [{ target: '95', comparator: '不低于', measureUnit: '％' }, '≥95%'],
    [{ target: '5个', measureUnit: '万件' }, '5个'],
    [{ target: '—' }, null],
    [{ target: ' 持续提升 ' }, '持续提升'],
  ])('%o', (cells, form) => {
    expect(read(cells).target_form).toBe(form);
  });

  it('alike by value and unit share a key', () => {
    expect(read({ target: '≥3万件' }).target_key).toBe(
      read({ target: '30000', comparator: '≥', measureUnit: '个' }).target_key,
    );
    expect(read({ target: '≥3' }).target_key).not.toBe(read({ target: '>3' }).target_key);
  });
});

describe('bad cells', () => {
  it.each([
    '#N/A',
    '#DIV/0!',
    '#REF!',
    'NaN',
    'Infinity',
    '1.2E+3',
    '≥1.2E+3',
    '12.3.4',
    '12,34',
    '12.3.4%',
    '-(12.30)',
  ])('%s', (text) => {
    expect(targetFault(text)).not.toBeNull();
  });
  it.each([
    '95%',
    '1,234.50',
    '达成',
    '—',
    '--（基数为0，不可比）',
    '2023.12.31',
    '95%%',
    '(12.30)',
    '∞',
    '1:2',
    '3/4',
    '',
  ])('%s is none', (text) => {
    expect(targetFault(text)).toBeNull();
  });
  it.each(['=>', '≈', '大约', '不等于'])('comparator %s', (text) => {
    expect(comparatorFault(text)).not.toBeNull();
  });
  it.each(['定性', '', '—', '≥（含）', '以上', '区间', '介于', '>＝', ' 不低于 '])('comparator %s is none', (text) => {
    expect(comparatorFault(text)).toBeNull();
  });
});
