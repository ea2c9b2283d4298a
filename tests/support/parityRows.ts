/** Rows for the parity test: a written list of what breaks arithmetic, and seeded ones of every kind. */
import type { IndicatorCells } from '@/domain/reading';

export interface RawRow {
  readonly name: string;
  readonly weight: string;
  readonly reported: string | null;
  readonly cells: IndicatorCells;
}

/** Indicators that the local example's step tables name. */
const STEP_NAMES = [
  '在职人员控制率',
  '三公经费变动率',
  '重点支出安排率',
  '预算调整率',
  '支付进度',
  '结转结余率',
  '预算完成率',
  '资金结余',
];

function row(
  weight: string,
  reported: string | null,
  target: string | null,
  achieved: string | null,
  more: Partial<IndicatorCells> = {},
  name = '指标',
): RawRow {
  return {
    name,
    weight,
    reported,
    cells: {
      level1: null,
      level2: null,
      kind: null,
      comparator: null,
      numerator: null,
      denominator: null,
      measureUnit: null,
      target,
      achieved,
      ...more,
    },
  };
}

export function nastyRows(): RawRow[] {
  const parts = (numerator: string, denominator: string): Partial<IndicatorCells> => ({ numerator, denominator });
  return [
    row('15', '15', '=100%', null, parts('37568', '37611')),
    row('15', null, '≥3', '1'),
    row('0.005', '1', '≥2', '1'), // exactly half a cent of a point
    row('2.5', '1', '≥1000', '1'),
    row('1', '0', '≥2000', '9.99'),
    row('0', '0', '≥2', '1'),
    row('999999.9999999999', '5', '≥9999999999999999999999', '9999999'),
    row('1000000', '5', '≥2', '1'),
    row('9999999999999999.9999999999999999', '9999999999999999.9999999999999999', '≥2', '1'),
    row('1234567890123456.5', '5', '≥2', '1'),
    row('1234567890123456.5', '-1234567890123456', '持续', null),
    row('33.3333333333333333', '33.3333333333333333', '持续', null),
    row('33.3333333333333333', '33.3333333333333334', '≥3', '1'),
    row('899.9999999999999999', '1', '=100%', null, parts('1', '3')),
    row('900', '1', '=100%', null, parts('99999999', '100000001')),
    row('10', '5', '≥1234567890123456.78', '1234567890123456.77'),
    row('10', '5', '≤1234567890123456.77', '1234567890123456.78'),
    row('10', '5', '=9999999999999999', '9999999999999998'),
    row('10', '5', '≥3', '1'),
    row('10', '5', '≥7', '6'),
    row('10', '5', '=3', '1'),
    row('10', '5', '≥0', '-1'),
    row('10', '5', '≥0', '0'),
    row('10', '5', '≤-5%', '-3%'),
    row('10', '5', '≤-5%', '-6%'),
    row('10', '5', '≥-5', '-6'),
    row('10', '5', '=-5', '-3'),
    row('10', '5', '≤0', '1'),
    row('10', '5', '=100%', '0%'),
    row('10', '5', '≥95%', '0.96'),
    row('10', '5', '≤95%', '0.96'),
    row('10', '5', '95-90', '92'),
    row('10', '5', '90-95', '95-90'),
    row('10', '5', '90-95', '96'),
    row('10', '5', '90-95', '89'),
    row('10', '5', '≥95%', null),
    row('10', null, '≥95%', '—'),
    // Ties at every rounding place: 0.5, 0.05, 0.005 … of a point.
    ...Array.from({ length: 7 }, (_, places) => row(`0.${'0'.repeat(places)}5`, '0', '≥1000000', '1000000')),
    ...Array.from({ length: 7 }, (_, places) => row('1', '0', `≥${String(2 * 10 ** places)}`, '1')),
    ...Array.from({ length: 7 }, (_, places) => row('1', '0', `≥${String(2 * 10 ** places)}`, '0.9999')),
    row('10', '-3', '持续提升', null),
    row('10', '11', '持续提升', null),
    row('10', '6.0000000001', '≥1', '未完成'),
    row('10', '6', '≥1', '未完成'),
    row('2.01', '1.2075', '≥1', '未完成'),
    row('2.01', '-1', '≥1', '未完成'),
    row('2.005', '1', '≥1', '达成'),
    row('10', null, '≥1', '达成'),
    row('10', '9', '>5', '5'),
    row('10', '9', '>0', '0'),
    row('10', '9', '<5', '5'),
    row('10', '9', '<5', '5以下'),
    row('10', '9', '>5', '5以上'),
    row('10', '9', '≥5', '5-6.5'),
    row('10', '9', '≥5', '6以上'),
    row('10', '9', '≤5', '0.0000001-5'),
    row('10', '9', '≥5', '6.5'),
    row('10', '9', '≥5', '10.025'), // just a tier
    row('10', '9', '≤5', '近2.5'),
    row('10', '9', '=5', '4'),
    row('10', '9', '=5', '5'),
    row('10', '9', '=0', '0'),
    row('10', '9', '不适用', '5'),
    row('10', null, '≥5', '5-4'),
    row('10', '9', '≤5', '无'),
    ...[
      '100',
      '100%',
      '101.3%',
      '0.96',
      '130%',
      '400%',
      '-5%',
      '9',
      '9.01',
      '30',
      '0',
      '-30%',
      '-31',
      '-15',
      '90',
      '89.99%',
      '3次',
    ].flatMap((achieved) => STEP_NAMES.map((name) => row('7', '5', '≤100%', achieved, {}, name))),
    row('7', '5', null, null, parts('136', '143'), '在职人员控制率'),
    row('7', '5', '持续', '99999999999', {}, '支付进度'),
    row('7', '5', '持续', '12.5', {}, '资金结余'),
    row('7', '5', '持续', null, parts('12.5', '37.5'), '资金结余'),
    row('7', '5', '持续', '12.5', parts('12.5', '0'), '资金结余'),
    row('7', '5', '持续', '0万元', {}, '资金结余'),
  ];
}

/** Units as a whole: each list is one unit-year. */
export function nastyUnits(): RawRow[][] {
  const full = (weight: string, score: string): RawRow => row(weight, score, '≥2', '2');
  const half = (weight: string): RawRow => row(weight, '1', '≥2', '1');
  const notApplicable = (weight: string): RawRow => row(weight, null, '不适用', null);
  const silent = (weight: string): RawRow => row(weight, null, '持续', null);
  const filed = (weight: string, score: string): RawRow => row(weight, score, '持续', '持续');
  return [
    [notApplicable('50'), notApplicable('50')],
    [full('0', '0'), half('0')],
    [full('0', '0'), notApplicable('100')],
    [silent('60'), silent('40')],
    [silent('60'), filed('40', '40')],
    // 1/3-like: 100 × 1 ÷ 3.
    [full('1', '1'), notApplicable('2')],
    [filed('3', '1'), notApplicable('97')],
    // Exactly half of the last place, before and after it is spread.
    [filed('10', '9.995'), filed('90', '80')],
    [filed('10', '9.9949999999999999'), filed('90', '80')],
    [filed('40', '0.0025'), notApplicable('40')],
    [filed('50', '44.75'), filed('50', '44.745')],
    // At the edges of the grades.
    [filed('100', '89.995')],
    [filed('100', '89.9949')],
    [filed('100', '79.9999')],
    [filed('100', '60')],
    [filed('100', '-5')],
    // Sixteen decimals, and sums of them.
    [full('33.3333333333333333', '33'), full('33.3333333333333333', '33'), full('33.3333333333333334', '33')],
    [half('33.3333333333333333'), notApplicable('0.0000000000000001')],
    [full('0.0000000000000001', '0'), notApplicable('99.9999999999999999')],
    // Where the exact range ends: just inside, at, and beyond it.
    [half('999999.9999999998'), notApplicable('0.0000000000000001')],
    [half('500000'), full('499999', '1'), notApplicable('0.5')],
    [half('500000'), full('499999', '1'), notApplicable('1')],
    [half('999999'), full('999999', '1')],
    [half('1000000'), notApplicable('1')],
    [filed('9999999999999999', '9999999999999999'), filed('9999999999999999.9', '1')],
    [filed('9999999999999999', '9999999999999999'), notApplicable('1')],
    // Coverage that ends in a half of its last place.
    [full('1.00005', '1'), filed('98.99995', '1')],
    [full('0.005', '0'), filed('99.995', '1')],
  ];
}

export interface Money {
  readonly initial_budget: string | null;
  readonly adjusted_budget: string | null;
  readonly actual: string | null;
}

const AMOUNTS: readonly (string | null)[] = [
  '100',
  null,
  '0',
  '-3',
  '99.995',
  '0.000001',
  '33.333333',
  '1234567890123456.78',
  '9999999999999999.999999',
  '10000000000000000',
  '2305',
  '60.005',
];

/** 支出合计 of a unit: by its name, the same on every machine. */
export function spendingOf(unit: string): Money {
  let hash = 7;
  for (const letter of unit) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  const at = (place: number): string | null =>
    AMOUNTS[Math.floor(hash / AMOUNTS.length ** place) % AMOUNTS.length] ?? null;
  return { initial_budget: at(0), adjusted_budget: at(1), actual: at(2) };
}

/** Mulberry32: the same rows on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function generatedRows(count: number): RawRow[] {
  const next = random(20211);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const whole = (most: number): string => Math.floor(next() * most).toString();
  const figure = (): string => {
    const digits = whole(pick([10, 100, 1000, 100_000]));
    return pick(['', '', '', '-']) + digits + pick(['', '', '.5', '.25', `.${whole(1000).padStart(3, '0')}`]);
  };
  const unit = (): string => pick(['', '', '', '%', '次', '万', '万元', '元', '‰']);
  const target = (): string => {
    const shape = next();
    if (shape < 0.1) return `${figure()}-${figure()}${unit()}`;
    if (shape < 0.14) return pick(['持续提升', '不适用', '—', '2021年底前']);
    return pick(['≥', '≤', '>', '<', '=', '']) + figure() + unit();
  };
  const achieved = (aim: string): string => {
    const shape = next();
    if (shape < 0.1) return pick(['达成', '部分达成', '未完成', '不适用', '无', '优良']);
    if (shape < 0.2) return figure() + unit() + pick(['以上', '多', '以下']);
    if (shape < 0.25) return `${figure()}-${figure()}`;
    if (shape < 0.4) return aim.replace(/^[≥≤<>=]/, '');
    return figure() + unit();
  };
  const names = ['指标', '指标', '指标', ...STEP_NAMES];
  return Array.from({ length: count }, () => {
    const aim = target();
    const withQuotient = next() < 0.15;
    const weight = pick([whole(100), `${whole(50)}.5`, `${whole(20)}.${whole(1000)}`]);
    const reported = next() < 0.15 ? null : pick(['', '-', '']) + whole(60) + pick(['', '.5', `.${whole(10000)}`]);
    const more = withQuotient ? { numerator: whole(50_000), denominator: whole(50_000) } : {};
    return row(
      weight,
      reported,
      aim,
      achieved(aim),
      { ...more, measureUnit: pick([null, null, '次', '%', '万元']) },
      pick(names),
    );
  });
}
