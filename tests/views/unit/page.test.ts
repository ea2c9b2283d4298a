import { describe, expect, it } from 'vitest';
import { amountsText, plainText, scoreText, signedText } from '@/views/unit/figure';
import { Exact } from '@/domain/decimal';
import { changesOf, indicatorsOf, sumOf, type ScoredRow } from '@/views/unit/indicators';
import { peersOption, positions, stripsOf, type PeerWords } from '@/views/unit/peers';
import type { Measure, PeerRow, WorkingRow } from '@/views/unit/rows';
import { assumedSign, formulaOf, ruleWords } from '@/views/unit/working';
import { yearInView } from '@/views/unit/year';
import { drawn, textsOf } from '../support';

describe('the year that a unit page shows', () => {
  const years = [2019, 2021, 2022];
  it('is the latest with data, or the latest inside the filter', () => {
    expect(yearInView(years, null, null)).toBe(2022);
    expect(yearInView(years, 2019, 2021)).toBe(2021);
    expect(yearInView([], null, null)).toBeNull();
  });
  it('is the year asked for where the unit has none, so that the page can say so', () => {
    expect(yearInView(years, 2020, 2020)).toBe(2020);
  });
});

describe('figures', () => {
  it('are grouped, exact, and never a negative zero', () => {
    expect(scoreText('14.9850000000')).toBe('14.985');
    expect(scoreText('-1234567.5')).toBe('−1,234,567.50');
    expect(scoreText('-0.000')).toBe('0.00');
    expect(plainText('15.0000000000')).toBe('15');
    expect(signedText(new Exact('0.30'))).toBe('+0.30');
    expect(signedText(new Exact('-0.3'))).toBe('−0.30');
    expect(signedText(new Exact('0'))).toBe('0');
  });
  it('of a row with large amounts are whole, half away from zero; small rows have two decimals', () => {
    expect(amountsText(['1000.5', '-999.5', null, '0.4'])).toEqual(['1,001', '−1,000', null, '0']);
    expect(amountsText(['-0.4', '2000'])).toEqual(['0', '2,000']);
    expect(amountsText(['999.99', '0.158942', '0.005'])).toEqual(['999.99', '0.16', '0.01']);
  });
});

function scored(id: number, reported: string | null, computed: string | null): ScoredRow {
  return {
    fiscal_year: 2021,
    unit_code: 'A',
    indicator_no: String(id),
    indicator: `指标${String(id)}`,
    target: null,
    achieved: null,
    weight: '10',
    reported_score: reported,
    computed_score: computed,
    working: null,
    state: '已重算',
    indicator_id: id,
  };
}

describe('what recomputing changed', () => {
  it('is counted, and the indicator that moved most is named, down or up', () => {
    const rows = indicatorsOf(
      [scored(1, '10.00', '10'), scored(2, '10', '9.7'), scored(3, '5', '5.4'), scored(4, null, '8')],
      [],
    );
    const { count, most } = changesOf(rows);
    expect(count).toBe(2);
    expect(most?.id).toBe(3);
    expect(rows.map((row) => row.state)).toEqual(['computed', 'computed', 'computed', 'computed']);
    expect(sumOf(rows.map((row) => row.reported_score)).toFixed()).toBe('25');
  });
});

function working(patch: Partial<WorkingRow>): WorkingRow {
  return {
    state: 'computed',
    weight: '15.0000000000',
    score: '14.9800000000',
    basis: 'ratio',
    reason: null,
    comparator_sign: '≥',
    comparator_assumed: false,
    middle: '37568 ÷ 37611',
    ...patch,
  };
}

describe('a working', () => {
  it('begins with the weight and ends with the score', () => {
    expect(formulaOf(working({}))).toBe('15 × 37568 ÷ 37611 = 14.98');
    expect(formulaOf(working({ score: null }))).toBeNull();
  });
  it('names the rule that applied', () => {
    expect(ruleWords(working({ comparator_sign: '≤' }))).toBe('ratioDown');
    expect(ruleWords(working({ comparator_sign: '=' }))).toBe('ratioEqual');
    expect(ruleWords(working({ comparator_sign: null }))).toBe('ratioRange');
    expect(ruleWords(working({ basis: 'full' }))).toBe('full');
    expect(ruleWords(working({ state: 'not_applicable', basis: null }))).toBe('not_applicable');
  });
  it('tells of an assumed comparator only where it decided something', () => {
    expect(assumedSign(working({ comparator_assumed: true }))).toBe('≥');
    expect(assumedSign(working({ comparator_assumed: true, basis: 'reported' }))).toBeNull();
  });
});

const WORDS: PeerWords = {
  measure: { total: '重算总分', execution: '预算执行率', control: '三公控制率' },
  median: '中位',
  place: (place, peers) => `第${String(place)}／${String(peers)}`,
  figure: (_measure, value) => value,
};
const peer = (measure: Measure, code: string, value: string, place: number, peers: number): PeerRow => ({
  measure,
  unit_code: code,
  unit_name: `单位${code}`,
  value,
  place,
  peers,
});

describe('place among peers', () => {
  const rows = [
    peer('total', 'A', '60', 3, 3),
    peer('total', 'B', '80', 2, 3),
    peer('total', 'C', '100', 1, 3),
    peer('control', 'B', '50', 1, 1),
  ];
  it('runs each strip from its lowest to its highest; equal values stand in the middle', () => {
    expect(positions(['60', '80', '100'])).toEqual([0, 0.5, 1]);
    expect(positions(['70', '70'])).toEqual([0.5, 0.5]);
  });
  it('has a strip only for what the unit itself has', () => {
    expect(stripsOf(rows, 'A', WORDS).measures).toEqual(['total']);
    expect(stripsOf(rows, 'B', WORDS).measures).toEqual(['total', 'control']);
    expect(stripsOf(rows, 'Z', WORDS).measures).toEqual([]);
  });
  it('draws names, figures, places and the median', () => {
    const strips = stripsOf(rows, 'B', WORDS);
    const texts = textsOf(drawn(peersOption(strips, WORDS), { width: 480, height: 114 }));
    for (const text of ['重算总分', '三公控制率', '80', '第2／3', '第1／1', '中位']) expect(texts).toContain(text);
  });
});
