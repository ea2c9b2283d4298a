import { describe, expect, it } from 'vitest';
import { distribution, movement } from '@/views/overview/distribution';
import { distributionOption } from '@/views/overview/distributionPicture';
import { gradeTable } from '@/views/overview/gradeTable';
import type { ScoreRow } from '@/views/overview/rows';
import { gradeOfTotal, ownGrade } from '@/views/grades';
import { drawn, lightTheme, textsOf } from '../support';

const SCALE = [
  [90, '优'],
  [80, '良'],
  [60, '中'],
  [null, '差'],
] as const;
const GRADING = { grades: SCALE, grade_aliases: { 优秀: '优' } };
const WORDS = {
  recomputed: '重算',
  reported: '自评',
  classOf: (from: number, to: number) => `${String(from)}–${String(to)}`,
};

function unit(code: string, reported: string | null, recomputed: string | null, filed: string | null = null): ScoreRow {
  return {
    fiscal_year: 2024,
    unit_code: code,
    unit_name: code,
    reported_total: reported,
    reported_grade: filed,
    recomputed_total: recomputed,
    recomputed_grade: gradeOfTotal(recomputed, SCALE),
    is_evaluated: true,
  };
}

const classAt = (rows: readonly ScoreRow[], from: number) =>
  distribution(rows, SCALE)?.classes.find((entry) => entry.from === from);

describe('distribution', () => {
  it('puts a bound into the class above it, and 100 into the last one', () => {
    const rows = [unit('a', '80', '79.99'), unit('b', '100', '80.00'), unit('c', '100.00', '98')];
    expect(classAt(rows, 78)).toEqual({ from: 78, recomputed: 1, reported: 0 });
    expect(classAt(rows, 80)).toEqual({ from: 80, recomputed: 1, reported: 1 });
    expect(classAt(rows, 98)).toEqual({ from: 98, recomputed: 1, reported: 2 });
    expect(distribution(rows, SCALE)?.end).toBe(100);
  });

  it('keeps what lies outside the scale in one class at either end', () => {
    const rows = [unit('a', '-5', '-0.01'), unit('b', '200', '100.01')];
    const found = distribution(rows, SCALE);
    expect(found?.start).toBe(-2);
    expect(found?.end).toBe(102);
    expect(found?.outside).toBe(4);
    expect(classAt(rows, -2)).toEqual({ from: -2, recomputed: 1, reported: 1 });
    expect(classAt(rows, 100)).toEqual({ from: 100, recomputed: 1, reported: 1 });
  });

  it('has nothing to show without a total', () => {
    expect(distribution([unit('a', null, null, '优')], SCALE)).toBeNull();
  });

  it('counts every total in exactly one grade band', () => {
    const rows = [unit('a', '90', '89.99'), unit('b', '89.99', '60'), unit('c', '60', '59.99'), unit('d', null, '0')];
    const bands = distribution(rows, SCALE)?.bands ?? [];
    expect(bands.map((band) => [band.grade, band.reported, band.recomputed])).toEqual([
      ['差', 0, 2],
      ['中', 1, 1],
      ['良', 1, 1],
      ['优', 1, 0],
    ]);
    expect(bands.map((band) => [band.from, band.to])).toEqual([
      [0, 60],
      [60, 80],
      [80, 90],
      [90, 100],
    ]);
  });

  it('tells where the middle half went', () => {
    const lower = ['70', '75', '80', '85', '90'].map((score, i) => unit(String(i), String(95 + i / 10), score));
    expect(movement(lower)).toEqual({ shift: 'lower', spread: 'wider' });
    const same = ['70', '75', '80', '85'].map((score, i) => unit(String(i), score, score));
    expect(movement(same)).toEqual({ shift: 'same', spread: 'same' });
    expect(movement(lower.slice(0, 3))).toBeNull();
  });

  it('draws the counts before and after above the bands', () => {
    const rows = [unit('a', '95', '85'), unit('b', '96', '91')];
    const data = distribution(rows, SCALE);
    if (!data) throw new Error('nothing to draw');
    const texts = textsOf(drawn(distributionOption(data, WORDS), { width: 700, height: 366 }));
    expect(texts.join('')).toContain('良');
    expect(texts.join('')).toMatch(/优 *2 *→ *1/);
  });

  it('offers a tooltip on screen alone', () => {
    const data = distribution([unit('a', '95', '85')], SCALE);
    if (!data) throw new Error('nothing to draw');
    expect(distributionOption(data, WORDS)(lightTheme).tooltip).toHaveProperty('formatter');
  });
});

describe('own grade and the cross table', () => {
  it('takes the grade of the reported total, and the filed word only without one', () => {
    expect(ownGrade('85', '优', SCALE, {})).toBe('良');
    expect(ownGrade(null, '优秀', SCALE, { 优秀: '优' })).toBe('优');
    expect(ownGrade(null, '合格', SCALE, {})).toBeNull();
    expect(ownGrade(null, null, SCALE, {})).toBeNull();
  });

  it('counts only units with both grades', () => {
    const table = gradeTable(
      [
        unit('a', '95', '85'),
        unit('b', '95', '95'),
        unit('c', null, '70', '优秀'),
        unit('d', '50', '65'),
        unit('e', null, '70'),
        unit('f', '99', null),
      ],
      GRADING,
    );
    expect(table.grades).toEqual(['优', '良', '中', '差']);
    expect(table.counts).toEqual([
      [1, 1, 1, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 1, 0],
    ]);
    expect(table.ownTotals).toEqual([3, 0, 0, 1]);
    expect(table.recomputedTotals).toEqual([1, 1, 2, 0]);
    expect([table.total, table.down, table.up]).toEqual([4, 2, 1]);
  });
});
