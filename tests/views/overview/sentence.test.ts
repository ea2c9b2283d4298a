import { describe, expect, it } from 'vitest';
import { countByCheck, countBySeverity, findingsOfRegion } from '@/views/overview/findings';
import { gradeTable } from '@/views/overview/gradeTable';
import { keyFigures, lineOver } from '@/views/overview/keyFigures';
import type { FindingRow, KeyYearRow, ScoreRow } from '@/views/overview/rows';
import { overviewSentence } from '@/views/overview/sentence';

const GRADING = {
  grades: [
    [90, '优'],
    [80, '良'],
    [60, '中'],
    [null, '差'],
  ] as const,
  grade_aliases: {},
};

function score(code: string, reported: string | null, recomputed: string | null, grade: string | null): ScoreRow {
  return {
    fiscal_year: 2024,
    unit_code: code,
    unit_name: `单位${code}`,
    reported_total: reported,
    reported_grade: null,
    recomputed_total: recomputed,
    recomputed_grade: grade,
    is_evaluated: reported !== null || recomputed !== null,
  };
}

function year(patch: Partial<KeyYearRow>): KeyYearRow {
  return {
    fiscal_year: 2024,
    units: 3,
    evaluated_units: 2,
    scored_units: 2,
    reported_units: 2,
    recomputed_average: '86.27',
    reported_average: '95.56',
    paired_units: 2,
    average_gap: '9.29',
    expenditure: '12345.670000',
    expenditure_units: 3,
    expenditure_change: '4.37',
    expenditure_compared: 3,
    execution_rate: '92.61',
    completion_rate: '101.00',
    three_public: '0.000000',
    three_public_units: 2,
    three_public_change: '-7.38',
    three_public_compared: 1,
    coverage: '84.00',
    ...patch,
  };
}

function said(scores: readonly ScoreRow[], patch: Partial<KeyYearRow> = {}) {
  const facts = {
    year: year(patch),
    scores,
    grades: gradeTable(scores, GRADING),
    grading: GRADING,
    ruleSet: '全国默认',
  };
  return overviewSentence(facts).map((part) => [
    part.key.replace('overview.sentence.', ''),
    ...Object.values(part.figures).map((figure) => figure.text),
  ]);
}

const three = [score('a', '95', '85', '良'), score('b', '95', '95', '优'), score('c', null, null, null)];

describe('sentence of the overview', () => {
  it('says how many, what it comes to, how far off, and whose grade changes', () => {
    expect(said(three)).toEqual([
      ['some', '2024', '3', '2'],
      ['average', '全国默认', '86.27'],
      ['lower', '9.29'],
      ['down', '1', '0'],
    ]);
  });

  it('has words for higher, equal, no change and both ways', () => {
    const up = score('c', '70', '85', '良');
    expect(said([...three.slice(0, 2), up], { average_gap: '-0.50', evaluated_units: 3 }).map(([key]) => key)).toEqual([
      'everybody',
      'average',
      'higher',
      'both',
    ]);
    const same = [score('a', '95', '95', '优'), score('b', '85', '85', '良')];
    expect(said(same, { average_gap: '0.00' }).map(([key]) => key)).toEqual([
      'some',
      'average',
      'asReported',
      'noChange',
    ]);
  });

  it('compares nothing where there is nothing', () => {
    expect(said(three, { recomputed_average: null }).map(([key]) => key)).toEqual(['some', 'nothingToRecompute']);
    expect(said(three, { evaluated_units: 0 }).map(([key]) => key)).toEqual(['nobody']);
    const alone = [score('a', null, '85', '良'), score('b', null, '70', '中')];
    expect(said(alone, { average_gap: null }).map(([key]) => key)).toEqual(['some', 'average']);
  });

  it('speaks of a single unit by name', () => {
    expect(said([score('a', '99.99', '94.98', '优')])).toEqual([
      ['one', '2024', '单位a', '全国默认', '94.98'],
      ['lower', '5.01'],
      ['oneKept', '优', '优'],
    ]);
    expect(said([score('a', '95', '85', '良')]).map(([key]) => key)).toEqual(['one', 'lower', 'oneChanged']);
    expect(said([score('a', '95', null, null)]).map(([key]) => key)).toEqual(['oneReported']);
    expect(said([score('a', null, null, null)]).map(([key]) => key)).toEqual(['oneNothing']);
  });
});

describe('key figures', () => {
  const say = (key: string, named: Record<string, string> = {}): string =>
    [key.replace('keys.', ''), ...Object.values(named)].join(' ');
  const figures = (years: readonly KeyYearRow[]) => keyFigures(years, null, {}, say);

  it('sets a zero as a figure, and what is comparable beside a change of fewer', () => {
    const [expenditure, rate, threePublic, average] = figures([
      year({ fiscal_year: 2023, execution_rate: '92.29', recomputed_average: '86.27' }),
      year({}),
    ]);
    expect([expenditure?.value, expenditure?.change]).toEqual(['12,345.67', 'rose 4.37']);
    expect([rate?.value, rate?.change]).toEqual(['92.61', 'pointsOfPercentUp 0.32']);
    expect([threePublic?.value, threePublic?.change]).toEqual(['0.00', 'fell 7.38compared 1']);
    expect(average?.change).toBe('level');
  });

  it('shows the other ratio under its own name where there is no execution rate', () => {
    const rate = figures([year({ execution_rate: null })])[1];
    expect([rate?.label, rate?.note, rate?.value]).toEqual(['completion_rate', 'completion_rateBase', '101.00']);
    expect(figures([year({ execution_rate: null, completion_rate: null })])[1]?.value).toBe('—');
  });

  it('compares with exactly the year before, and leaves a gap for a year without data', () => {
    const years = [year({ fiscal_year: 2022, recomputed_average: '80.00' }), year({})];
    expect(figures(years)[3]?.change).toBe('');
    expect(lineOver(years, 'recomputed_average')).toEqual(['80.00', null, '86.27']);
    expect(figures([year({})])[0]?.spark).toBeUndefined();
    expect(figures([])).toEqual([]);
  });
});

describe('findings', () => {
  const rows: FindingRow[] = [
    { check_id: 'x', check_order: 2, severity: 'warning', region: '甲', is_focus: true, findings: 3, units: 2 },
    { check_id: 'x', check_order: 2, severity: 'warning', region: null, is_focus: true, findings: 1, units: 1 },
    { check_id: 'x', check_order: 2, severity: 'warning', region: '甲', is_focus: false, findings: 7, units: 5 },
    { check_id: 'w', check_order: 1, severity: 'error', region: '甲', is_focus: true, findings: 4, units: 1 },
    { check_id: 'gone', check_order: 3, severity: 'note', region: '甲', is_focus: false, findings: 9, units: 5 },
  ];
  it('adds up by check, by severity and by region, last year apart', () => {
    expect(countByCheck(rows)).toEqual([
      { id: 'w', order: 1, severity: 'error', findings: 4, lastYear: 0, units: 1 },
      { id: 'x', order: 2, severity: 'warning', findings: 4, lastYear: 7, units: 3 },
    ]);
    expect(countBySeverity(rows)).toEqual({ error: 4, warning: 4, note: 0, all: 8 });
    expect([findingsOfRegion(rows, '甲'), findingsOfRegion(rows, null)]).toEqual([7, 1]);
  });
});
