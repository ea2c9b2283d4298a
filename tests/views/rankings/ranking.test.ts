import { describe, expect, it } from 'vitest';
import { readChoice } from '@/views/rankings/choice';
import { ceilingOf, endsOf } from '@/views/rankings/ends';
import { endsHeight, type EndsWords } from '@/views/rankings/endsLayout';
import { endsOption } from '@/views/rankings/endsPicture';
import { groupsOf } from '@/views/rankings/groups';
import { groupsHeight, groupsOption } from '@/views/rankings/groupsPicture';
import { bothEnds, medianOf, placedBy, rankedBy, spanOf, type Measure } from '@/views/rankings/measures';
import { movesOf } from '@/views/rankings/moves';
import { movesOption, placeTicks } from '@/views/rankings/movesPicture';
import { spread } from '@/views/spread';
import { inView, type YearLists } from '@/views/rankings/inView';
import { movers, peerPercentiles, rankingOf, type Ranking } from '@/views/rankings/ranking';
import type { PredecessorRow, RankingRow } from '@/views/rankings/rows';
import { scaleOf } from '@/views/rankings/scale';
import { rankingsSentence } from '@/views/rankings/sentence';
import { tableRows } from '@/views/rankings/tableRows';
import { drawn, textsOf } from '../support';

const SCALE = [
  [90, '优'],
  [80, '良'],
  [60, '中'],
  [null, '差'],
] as const;
const WORDS: EndsWords = {
  unit: '单位',
  place: '名次',
  lastYear: '去年',
  move: '升降',
  value: '重算',
  beside: '自评',
  same: '平',
  newcomer: '新',
};

function unit(patch: Partial<RankingRow> & { unit_code: string }): RankingRow {
  return {
    fiscal_year: 2024,
    place_group: patch.recomputed_total ? 0 : 2,
    unit_name: patch.unit_code,
    region: '甲区',
    unit_category: '局',
    recomputed_total: null,
    recomputed_grade: null,
    reported_total: null,
    reported_grade: null,
    score_gap: null,
    execution_rate: null,
    completion_rate: null,
    coverage: null,
    control_rate: null,
    ...patch,
  };
}

/** As the database lists them: by year, each year in the order of the ranking. */
function byYear(rows: readonly RankingRow[]): YearLists {
  const years = new Set(rows.map((row) => row.fiscal_year));
  return new Map([...years].map((year) => [year, rows.filter((row) => row.fiscal_year === year)]));
}

function ranking(
  rows: readonly RankingRow[],
  patch: { measure?: Measure; predecessors?: PredecessorRow[]; earlier?: readonly RankingRow[] } = {},
): Ranking {
  const found = rankingOf({
    rowsOfYear: byYear(rows),
    earlier: byYear(patch.earlier ?? []),
    measure: patch.measure ?? 'recomputed',
    ties: 'competition',
    predecessors: patch.predecessors ?? [],
  });
  if (!found) throw new Error('no ranking');
  return found;
}

const scored = (code: string, total: string, year = 2024): RankingRow =>
  unit({ unit_code: code, recomputed_total: total, fiscal_year: year });

describe('places', () => {
  it('counts those of the recomputed total along the list, without units of too little coverage', () => {
    const rows = [
      scored('b', '98.13'),
      scored('a', '98.13'),
      scored('d', '98.12'),
      unit({ unit_code: 'c', recomputed_total: '99.00', place_group: 1 }),
      unit({ unit_code: 'e' }),
    ];
    const places = (ties: 'dense' | 'competition') =>
      placedBy(rows, 'recomputed', ties).map((each) => [each.row.unit_code, each.place]);
    expect(places('dense')).toEqual([
      ['b', 1],
      ['a', 1],
      ['d', 2],
    ]);
    expect(places('competition').at(-1)).toEqual(['d', 3]);
  });

  it('shares a place among equal figures, whatever their zeros, and skips or not', () => {
    const rows = ['100', '99.990', '99.99', '9.5', '0'].map((value, i) =>
      unit({ unit_code: String(9 - i), reported_total: value }),
    );
    expect(placedBy(rows, 'reported', 'competition').map((each) => each.place)).toEqual([1, 2, 2, 4, 5]);
    expect(placedBy(rows, 'reported', 'dense').map((each) => each.place)).toEqual([1, 2, 2, 3, 4]);
    expect(placedBy(rows, 'reported', 'dense').map((each) => each.row.unit_code)).toEqual(['9', '7', '8', '6', '5']);
  });

  it('puts the lowest control rate first, and a missing one nowhere', () => {
    const rows = [
      unit({ unit_code: 'a', control_rate: '120.00' }),
      unit({ unit_code: 'b' }),
      unit({ unit_code: 'c', control_rate: '0.00' }),
    ];
    expect(placedBy(rows, 'control', 'competition').map((each) => each.row.unit_code)).toEqual(['c', 'a']);
  });

  it('falls back to the initial budget by name only where nobody has an execution rate', () => {
    const initial = unit({ unit_code: 'a', completion_rate: '90.00' });
    expect(rankedBy('execution', [initial])).toBe('completion');
    expect(rankedBy('execution', [initial, unit({ unit_code: 'b', execution_rate: '80.00' })])).toBe('execution');
    expect(rankedBy('execution', [unit({ unit_code: 'a' })])).toBe('execution');
    expect(rankedBy('gap', [initial])).toBe('gap');
  });

  it('never names a unit at both ends', () => {
    const placed = placedBy(
      ['5', '4', '3'].map((total) => scored(total, total)),
      'recomputed',
      'dense',
    );
    const { first, last } = bothEnds(placed, 2);
    expect([first.map((each) => each.value), last.map((each) => each.value)]).toEqual([['5', '4'], ['3']]);
    expect(bothEnds(placed, 20).last).toEqual([]);
    expect(spanOf(placed)).toBe('2');
  });

  it('has an exact median', () => {
    expect(medianOf(['99.99', '99.98', '10'])).toBe('99.98');
    expect(medianOf(['10', '99.98', '99.99'])).toBe('99.98');
    expect(medianOf(['99.99', '99.98'])).toBe('99.99');
    expect(medianOf([])).toBeNull();
  });
});

describe('a filter', () => {
  const rows = [
    scored('a', '90'),
    { ...scored('b', '80'), region: '乙区' },
    { ...scored('c', '70'), unit_category: '乡' },
    { ...scored('d', '90', 2023), region: '乙区' },
  ];
  const codes = (region: string | null, category: string | null) =>
    [...inView(byYear(rows), region, category)].map(([year, list]) => [
      year,
      list.map((row) => row.unit_code).join(''),
    ]);

  it('leaves out, keeps the order, and has no year without a unit', () => {
    expect(codes(null, null)).toEqual([
      [2024, 'abc'],
      [2023, 'd'],
    ]);
    expect(codes('甲区', null)).toEqual([[2024, 'ac']]);
    expect(codes('乙区', '局')).toEqual([
      [2024, 'b'],
      [2023, 'd'],
    ]);
    expect(codes(null, '乡')).toEqual([[2024, 'c']]);
    expect(codes('丙区', null)).toEqual([]);
  });

  it('gives the same list again, so that nothing is made of it anew', () => {
    const lists = byYear(rows);
    const [one, other] = [inView(lists, '甲区', null), inView(lists, '甲区', null)];
    expect(other.get(2024)).toBe(one.get(2024));
    const find = (rowsOfYear: YearLists) =>
      rankingOf({ rowsOfYear, measure: 'recomputed', ties: 'competition', predecessors: [] });
    expect(find(other)?.placed).toBe(find(one)?.placed);
  });
});

describe('last year', () => {
  const rows = [
    scored('a', '90', 2023),
    scored('old', '80', 2023),
    scored('far', '70', 2022),
    scored('new', '95'),
    scored('a', '85'),
    scored('far', '60'),
  ];
  const predecessors = [{ unit_code: 'new', predecessor: 'old', effective_year: 2024 }];

  it('is the year before, of the unit itself or of its only predecessor', () => {
    const found = ranking(rows, { predecessors });
    const moves = found.placed.map(({ row }) => [row.unit_code, found.moveOf(row)]);
    expect(moves).toEqual([
      ['new', { last: 2, by: 1 }],
      ['a', { last: 1, by: -1 }],
      ['far', { last: null, by: null }],
    ]);
  });

  it('does not look behind a change that is still to come', () => {
    const later = ranking(rows, { predecessors: [{ unit_code: 'new', predecessor: 'old', effective_year: 2025 }] });
    expect(later.moveOf(later.rows[0] ?? scored('x', '1')).last).toBeNull();
  });

  it('counts as winners and losers only those that moved', () => {
    const { up, down } = movers(ranking(rows, { predecessors }));
    expect([up?.placed.row.unit_code, up?.by, down?.placed.row.unit_code, down?.by]).toEqual(['new', 1, 'a', -1]);
    expect(movers(ranking([scored('a', '90')]))).toEqual({ up: null, down: null });
  });

  it('shows the latest year of the span, and nothing where the span has no data', () => {
    expect(ranking(rows).year).toBe(2024);
    expect(rankingOf({ rowsOfYear: new Map(), measure: 'recomputed', ties: 'dense', predecessors: [] })).toBeNull();
  });
});

describe('table', () => {
  it('has every unit of every year, newest first, those without a place last', () => {
    const rows = [scored('a', '90', 2023), unit({ unit_code: 'n' }), scored('b', '95'), scored('a', '85')];
    const found = tableRows(byYear(rows), ranking(rows), null);
    expect(found.map((row) => [row.fiscal_year, row.unit_code, row.place, row.last_place])).toEqual([
      [2024, 'b', 1, null],
      [2024, 'a', 2, 1],
      [2024, 'n', null, null],
      [2023, 'a', 1, null],
    ]);
  });

  it('tells the share of peers behind, ties alike, and nothing without peers', () => {
    const placed = placedBy(
      [
        scored('a', '9'),
        scored('b', '8'),
        scored('c', '8'),
        scored('d', '7'),
        { ...scored('e', '6'), unit_category: '乡' },
      ],
      'recomputed',
      'competition',
    );
    expect([...peerPercentiles(placed)].sort()).toEqual([
      ['a', 100],
      ['b', 33],
      ['c', 33],
      ['d', 0],
    ]);
  });

  it('rounds that share half-up, also where the binary fraction lies below the half', () => {
    const rows = Array.from({ length: 201 }, (_, behind) => scored(String(behind), String(behind))).reverse();
    const shares = peerPercentiles(placedBy(rows, 'recomputed', 'competition'));
    expect(['28', '29', '30', '57', '200'].map((code) => shares.get(code))).toEqual([14, 15, 15, 29, 100]);
  });
});

describe('sentence', () => {
  const say = (rows: readonly RankingRow[], measure: Measure = 'recomputed') =>
    rankingsSentence(ranking(rows, { measure }), (name, n) => `${name}等${String(n)}个`).map((part) => ({
      key: part.key.replace('rankings.sentence.', ''),
      figures: Object.fromEntries(Object.entries(part.figures).map(([name, figure]) => [name, figure.text])),
    }));

  it('names several leaders together, and leaves out what nobody did', () => {
    expect(say([scored('a', '98.00'), scored('b', '98.00'), scored('c', '60.50')])).toEqual([
      { key: 'first.recomputed', figures: { year: '2024', unit: 'a等2个', value: '98.00' } },
      { key: 'span.points', figures: { span: '37.50' } },
    ]);
  });

  it('speaks of one unit, or of none, without comparing', () => {
    expect(say([scored('a', '98')]).map((part) => part.key)).toEqual(['only.recomputed']);
    expect(say([unit({ unit_code: 'a' })], 'control').map((part) => part.key)).toEqual(['none.control']);
  });
});

describe('pictures', () => {
  const many = Array.from({ length: 3000 }, (_, i) => ({
    ...scored(String(i).padStart(4, '0'), (100 - i / 100).toFixed(2)),
    unit_name: `单位${String(i)}`,
    region: `区${String(i % 6)}`,
    reported_total: i % 2 === 0 ? '99.5' : null,
  }));

  it('names no more than both ends of 3,000 units', () => {
    const found = ranking(many);
    const data = endsOf(found, 20, null, SCALE, (value) => `中位${value}`);
    if (!data) throw new Error('nothing to draw');
    expect(data.strip).toHaveLength(3000);
    const height = endsHeight(data, { stacked: false });
    const texts = textsOf(drawn(endsOption(data, WORDS, { stacked: false }), { height }));
    expect(texts.filter((text) => text.startsWith('单位') && text !== '单位')).toHaveLength(40);
    expect(texts).toContain('中位85.01');
    expect(texts.join(' ')).toContain('良｜优');
    expect(endsHeight(data, { stacked: true })).toBeGreaterThan(height);
  });

  it('draws one unit, and markup in its name as text', () => {
    const data = endsOf(ranking([{ ...scored('a', '94.98'), unit_name: '<b>甲</b>' }]), 20, null, SCALE, () => '');
    if (!data) throw new Error('nothing to draw');
    const svg = drawn(endsOption(data, WORDS, { stacked: false }), { height: endsHeight(data, { stacked: false }) });
    expect(svg).toContain('&lt;b&gt;甲&lt;/b&gt;');
    expect(svg).not.toContain('<b>');
    expect(textsOf(svg)).toContain('94.98');
    expect(textsOf(svg)).toContain('新');
  });

  it('has nothing to draw without a place', () => {
    expect(endsOf(ranking([unit({ unit_code: 'a' })]), 20, null, SCALE, () => '')).toBeNull();
  });

  it('shows few lines of moves, the picked one current, gaps where there was no place', () => {
    const rows = [2022, 2024].flatMap((year) =>
      Array.from({ length: 9 }, (_, i) => scored(String(year === 2022 ? i : 8 - i), String(90 - i), year)),
    );
    const found = movesOf(ranking(rows), '3', (name) => name);
    expect(found?.picked).toBe(true);
    expect(found?.data.lines).toHaveLength(6);
    expect(found?.data.years).toEqual([2022, 2023, 2024]);
    expect(found?.data.lines[0]).toEqual({ code: '3', name: '3', places: [4, null, 6], current: true });
    expect([found?.best, found?.worst]).toEqual([4, 6]);
    expect(movesOf(ranking(rows), 'nobody', (name) => name)?.picked).toBe(false);
    expect(movesOf(ranking([scored('a', '9')]), null, (name) => name)).toBeNull();
    if (!found) throw new Error('nothing to draw');
    expect(textsOf(drawn(movesOption(found.data))).join(' ')).toContain('2023');
  });

  it('moves labels apart no further than they need, and back from the edge', () => {
    expect(spread([10, 50], 16, 0, 100)).toEqual([10, 50]);
    expect(spread([52, 50, 10], 16, 0, 100)).toEqual([66, 50, 10]);
    expect(spread([98, 99], 16, 0, 100)).toEqual([84, 100]);
    expect(spread([], 16, 0, 100)).toEqual([]);
  });

  it('ticks places from 1 to the last', () => {
    expect(placeTicks(117)).toEqual([1, 20, 40, 60, 80, 100, 117]);
    expect(placeTicks(1)).toEqual([1, 2]);
    expect(placeTicks(3000)).toHaveLength(7);
  });

  it('groups by region, best median first, by category where only one region is in view', () => {
    const groups = groupsOf(ranking(many).placed, 'high', { none: '无', format: (value) => value }, 100);
    expect(groups?.by).toBe('region');
    expect(groups?.data.groups[0]?.name).toBe('区0');
    expect(groups?.apart).toBe('0.05');
    // Names of 13 px keep apart, and groups that are not drawn take no room.
    expect(groupsHeight(16) - groupsHeight(15)).toBeGreaterThan(18);
    expect(groupsHeight(40)).toBe(groupsHeight(16));
    const one = [scored('a', '9'), { ...scored('b', '8'), unit_category: '乡' }];
    const byCategory = groupsOf(ranking(one).placed, 'high', { none: '无', format: (value) => value }, 100);
    expect([byCategory?.by, byCategory?.apart]).toEqual(['unit_category', '1']);
    expect(groupsOf(ranking([scored('a', '9')]).placed, 'high', { none: '无', format: String }, 100)).toBeNull();
    if (!groups) throw new Error('nothing to draw');
    expect(textsOf(drawn(groupsOption(groups.data, { median: '中位数' })))).toContain('区5');
  });

  it('keeps a scale of points at 100, and rates where they are', () => {
    expect(scaleOf([91, 99.9], { ceiling: 100 })).toEqual({ min: 90, max: 100, step: 2 });
    expect(scaleOf([91, 130], { ceiling: 100 }).max).toBeGreaterThanOrEqual(130);
    expect(scaleOf([0, 0]).min).toBe(0);
    expect(ceilingOf(ranking([unit({ unit_code: 'a', control_rate: '9' })], { measure: 'control' }))).toBe(Infinity);
  });
});

describe('controls in the address', () => {
  const read = (query: Record<string, string>) => readChoice((key) => query[key] ?? null);
  it('reads what is said, and passes over what is not sense', () => {
    expect(read({})).toEqual({
      measure: 'recomputed',
      count: 20,
      ties: null,
      leastCoverage: null,
      unit: null,
      grades: null,
    });
    expect(read({ measure: 'gap', n: '5', ties: 'dense', coverage: '60.5', unit: '01', grades: '优-良' })).toEqual({
      measure: 'gap',
      count: 5,
      ties: 'dense',
      leastCoverage: '60.5',
      unit: '01',
      grades: { own: '优', recomputed: '良' },
    });
    expect(read({ measure: 'x', n: '0', ties: 'x', coverage: '101', grades: '优-良-中' })).toEqual(read({}));
    expect(read({ n: '999' }).count).toBe(50);
  });
});
