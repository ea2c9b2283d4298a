import { describe, expect, it } from 'vitest';
import { Exact } from '@/domain/decimal';
import { movedRows } from '@/views/rules/moved';
import { originsOf, originWords, type OriginRow } from '@/views/rules/origins';
import { rulesSentence } from '@/views/rules/sentence';
import { slopeOption, slopesOf } from '@/views/rules/slopePicture';
import { touched, whatIf, type RankedUnit } from '@/views/rules/whatIf';
import { drawn, textsOf } from '../support';

const unit = (code: string, rank: number | null, total: string | null, grade = '优'): RankedUnit => ({
  fiscal_year: 2024,
  unit_code: code,
  unit_name: `单位${code}`,
  rank,
  recomputed_total: total,
  recomputed_grade: total === null ? null : grade,
});
const LEFT = [unit('a', 1, '95.1'), unit('b', 2, '91'), unit('c', 3, '90.005'), unit('d', null, null)];
const RIGHT = [
  unit('c', 1, '90.005'),
  unit('a', 2, '89.99', '良'),
  unit('b', 3, '80.5', '良'),
  unit('d', 4, '10', '差'),
];

describe('what if', () => {
  const found = whatIf(LEFT, RIGHT);

  it('counts units, grades, ranks, and takes the mean of those with both totals', () => {
    expect(found).toMatchObject({ units: 4, gradeChanges: 3, rankChanges: 4, farMoves: 0 });
    // (95.1 + 91 + 90.005) ÷ 3 = 92.035, half up; (89.99 + 80.5 + 90.005) ÷ 3 = 86.8316…
    expect([found.leftMean, found.rightMean]).toEqual(['92.04', '86.83']);
  });

  it('has the most moved first, with exact differences and no move without both ranks', () => {
    expect(found.rows.map(({ unit_code, move, difference }) => [unit_code, move, difference])).toEqual([
      ['c', 2, '0'],
      ['a', -1, '-5.11'],
      ['b', -1, '-10.5'],
      ['d', null, null],
    ]);
  });

  it('leaves untouched who is untouched', () => {
    expect(whatIf(LEFT, LEFT).rows.filter(touched)).toEqual([]);
    expect(found.rows.filter(touched)).toHaveLength(4);
    expect(whatIf([], []).leftMean).toBeNull();
  });

  it('counts ten places as far, nine not', () => {
    const far = whatIf([unit('a', 1, '9'), unit('b', 20, '1')], [unit('a', 11, '9'), unit('b', 11, '1')]);
    expect(far.farMoves).toBe(1);
  });
});

describe('slopes', () => {
  it('name the most moved on either side and the ranks at both ends', () => {
    const slopes = slopesOf(whatIf(LEFT, RIGHT).rows, (name) => name);
    expect(slopes?.falls.map(({ name }) => name)).toEqual(['单位a', '单位b']);
    expect(slopes?.rises.map(({ name }) => name)).toEqual(['单位c']);
    if (!slopes) throw new Error('no slopes');
    const svg = drawn(slopeOption(slopes, { left: '原', right: '新' }), { width: 560, height: 300 });
    const words = textsOf(svg);
    expect(words).toEqual(expect.arrayContaining(['原', '新', '单位a', '单位b', '单位c', '1', '2', '3']));
    expect(svg).toContain('stroke-dasharray');
  });

  it('draw nothing where nobody has two ranks', () => {
    expect(slopesOf(whatIf([], [unit('a', 1, '9')]).rows, (name) => name)).toBeNull();
  });

  it('keep at most nine a side and thin out a thousand hairlines', () => {
    const many = Array.from({ length: 2000 }, (_, index) => index);
    const left = many.map((index) => unit(String(index), index + 1, '50'));
    const right = many.map((index) => unit(String(index), index < 40 ? 40 - index : index + 1, '50'));
    const slopes = slopesOf(whatIf(left, right).rows, (name) => name);
    expect([slopes?.falls.length, slopes?.rises.length]).toEqual([9, 9]);
    expect(slopes?.others.length).toBeLessThanOrEqual(400);
  });
});

describe('the sentence', () => {
  const say = (left: readonly RankedUnit[], right: readonly RankedUnit[], changes: number): string[] =>
    rulesSentence({
      result: whatIf(left, right),
      left: '全国默认',
      right: '本局',
      changes,
      shorten: (name) => name,
      count: String,
    }).map(({ key }) => key.replace('rules.sentence.', ''));
  it('says what there is to say', () => {
    expect(say(LEFT, RIGHT, 2)).toEqual(['edited', 'grades', 'near', 'rose']);
    const swapped = [unit('b', 1, '91'), unit('a', 2, '95.1'), ...LEFT.slice(2)];
    expect(say(LEFT, swapped, 0)).toEqual(['compared', 'noGrades', 'near', 'rose']);
    const many = Array.from({ length: 12 }, (_, i) => unit(String(i), i + 1, '90'));
    expect(say(many, [...many.slice(0, 1).map((each) => ({ ...each, rank: 12 })), ...many.slice(1)], 0)).toEqual([
      'compared',
      'noGrades',
      'far',
      'fell',
    ]);
    expect(say(LEFT, LEFT, 0)).toEqual(['compared', 'still']);
    expect(say([], [], 0)).toEqual(['nobody']);
  });
});

describe('where a score comes from', () => {
  const row = (
    unit: string,
    place: number,
    indicator: string,
    left: string | null,
    right: string,
    count: number,
    sum: string,
  ) =>
    ({
      unit_code: unit,
      place,
      indicator,
      left_score: left,
      right_score: right,
      difference: new Exact(right).minus(left ?? 0).toFixed(),
      moved_count: count,
      moved_by: sum,
    }) satisfies OriginRow;
  const origins = originsOf([
    row('a', 1, '预算执行率', null, '12.53', 4, '9.23'),
    row('a', 2, '培训人次', '10', '7', 4, '9.23'),
    row('b', 1, '办结率', '15', '14.98', 1, '-0.02'),
  ]);
  const words = (unit: string, difference: string | null): string =>
    originWords(origins.get(unit), difference, (key, named) => `${key} ${Object.values(named).join(' ')}`).join('；');

  it('names the two largest and adds up the others exactly', () => {
    expect(words('a', '9.23')).toBe('moved 预算执行率 — 12.53；moved 培训人次 10.00 7.00；others 2 −0.30');
  });
  it('says what is left over once all scores are counted', () => {
    expect(words('b', '-0.02')).toBe('moved 办结率 15.00 14.98');
    expect(words('b', '-0.015')).toBe('moved 办结率 15.00 14.98；scaled +0.005');
    expect(words('c', '4')).toBe('scaled +4.00');
    expect(words('c', null)).toBe('');
  });
  it('stands beside each unit that is touched', () => {
    const rows = movedRows(whatIf(LEFT, RIGHT, origins), (key) => key, '；');
    expect(rows.map(({ unit_code, origin }) => [unit_code, origin])).toEqual([
      ['c', ''],
      ['a', 'moved；moved；others；scaled'],
      ['b', 'moved；scaled'],
      ['d', ''],
    ]);
  });
});
