/** Which findings are listed, in what groups, and how much of them at once. */
import { describe, expect, it } from 'vitest';
import type { Severity } from '@/rules/findings';
import { pickCheck, pickSeverity, readChoice, type ChecksChoice } from '@/views/checks/choice';
import { checkCounts, narrow, silentChecks, summarise } from '@/views/checks/facets';
import { figureWidths, foundText } from '@/views/checks/figure';
import { groupFindings, pageOf } from '@/views/checks/groups';
import { toFinding, type Finding } from '@/views/checks/rows';
import { checksSentence } from '@/views/checks/sentence';

function found(place: number, check: string, severity: Severity, unit: string | null, difference?: string): Finding {
  return toFinding(
    {
      fiscal_year: 2021,
      unit_code: unit,
      unit_name: unit === null ? null : `单位${unit}`,
      check_name: check,
      severity_word: '',
      reported_text: null,
      expected_text: null,
      difference: difference ?? null,
      sentence: '',
      file_name: null,
      line: null,
      check_id: check,
      severity,
      item: null,
      stage: null,
      indicator_no: String(place),
      indicator: null,
      facts: null,
      region: null,
    },
    place,
  );
}

const FOUND = [
  found(0, 'overshoot', 'note', 'A'),
  found(1, 'total_vs_scores', 'error', 'A', '-4.99'),
  found(2, 'score_vs_rule', 'warning', 'B'),
  found(3, 'score_vs_rule', 'warning', 'A'),
  found(4, 'trivial_target', 'note', null),
];
const first = FOUND[0];
const isReviewed = (finding: Finding): boolean => finding === first;
const choice = (patch: Partial<ChecksChoice> = {}): ChecksChoice => ({ ...readChoice(() => null), ...patch });
const places = (findings: readonly Finding[]): number[] => findings.map((finding) => finding.place);

describe('the choices in the address', () => {
  it('are read, and words that mean nothing are not', () => {
    const address: Record<string, string> = { check: 'overshoot', severity: 'note', review: 'open', group: 'unit' };
    expect(readChoice((key) => address[key] ?? null)).toEqual(address);
    expect(readChoice(() => 'nonsense')).toEqual({ group: 'check', review: 'all', severity: null, check: null });
  });
  it('are let go by a second click, and never ask for a check with another severity', () => {
    expect(pickSeverity(choice(), 'error')).toEqual({ severity: 'error' });
    expect(pickSeverity(choice({ severity: 'error' }), 'error')).toEqual({ severity: null });
    expect(pickSeverity(choice({ check: 'overshoot' }), 'error')).toEqual({ severity: 'error', check: null });
    expect(pickCheck(choice({ severity: 'error' }), 'total_vs_scores')).toEqual({ check: 'total_vs_scores' });
    expect(pickCheck(choice({ severity: 'error' }), 'overshoot')).toEqual({ check: 'overshoot', severity: null });
    expect(pickCheck(choice({ check: 'overshoot' }), 'overshoot')).toEqual({ check: null });
  });
});

describe('what is listed', () => {
  it('is what all choices leave', () => {
    expect(places(narrow(FOUND, choice(), isReviewed))).toEqual([0, 1, 2, 3, 4]);
    expect(places(narrow(FOUND, choice({ severity: 'note' }), isReviewed))).toEqual([0, 4]);
    expect(places(narrow(FOUND, choice({ severity: 'note', review: 'open' }), isReviewed))).toEqual([4]);
    expect(places(narrow(FOUND, choice({ check: 'score_vs_rule' }), isReviewed))).toEqual([2, 3]);
    expect(places(narrow(FOUND, choice({ review: 'done' }), isReviewed))).toEqual([0]);
  });
  it('keeps the one that is open while its review moves it to the other state', () => {
    expect(places(narrow(FOUND, choice({ review: 'open' }), isReviewed, 0))).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('the counts', () => {
  const summary = summarise(FOUND, isReviewed);
  it('are of findings, of units (none is no unit) and of reviews', () => {
    expect(summary).toMatchObject({ all: 5, reviewed: 1, units: 2, bySeverity: { error: 1, warning: 2, note: 2 } });
    expect(checkCounts(summary).map(({ id, count }) => `${id} ${String(count)}`)).toEqual([
      'total_vs_scores 1',
      'score_vs_rule 2',
      'overshoot 1',
      'trivial_target 1',
    ]);
  });
  it('part what passed from what could not be checked', () => {
    const row = (check_id: string, fired: number, passed: number, unknown: number) => ({
      check_id,
      fired,
      passed,
      unknown,
    });
    expect(silentChecks([row('a', 1, 5, 0), row('b', 0, 1, 9), row('c', 0, 0, 3)])).toEqual({
      passed: ['b'],
      unknown: ['c'],
    });
  });
  it('make the sentence', () => {
    const said = checksSentence(summary, '2021', String);
    expect(said.map((clause) => clause.key.split('.')[2])).toEqual(['year', 'severities', 'units', 'reviewed', 'open']);
    expect(said.map((clause) => Object.values(clause.figures).map((figure) => figure.text))).toEqual([
      ['2021', '5'],
      ['1', '2', '2'],
      ['2'],
      ['1'],
      ['4'],
    ]);
    expect(checksSentence(summarise([], isReviewed), '', String)).toMatchObject([{ key: 'checks.sentence.allNone' }]);
  });
});

describe('groups', () => {
  const ids = (by: 'check' | 'unit' | 'severity'): string[] =>
    groupFindings(FOUND, by, isReviewed).map((group) => `${group.id}:${places(group.findings).join('')}`);
  it('stand by severity and then length; units by length', () => {
    expect(ids('check')).toEqual(['total_vs_scores:1', 'score_vs_rule:23', 'overshoot:0', 'trivial_target:4']);
    expect(ids('unit')).toEqual(['A:013', ':4', 'B:2']);
    expect(ids('severity')).toEqual(['error:1', 'warning:23', 'note:04']);
    expect(groupFindings(FOUND, 'unit', isReviewed)[0]?.reviewed).toBe(1);
  });

  const many = Array.from({ length: 50_000 }, (_, i) => found(i, 'overshoot', 'note', String(i % 100)));
  const shownOf = (by: 'check' | 'unit', presses: [string, number][] = []) => {
    const page = pageOf(groupFindings(many, by, isReviewed), new Map(presses));
    return {
      rows: page.groups.reduce((sum, group) => sum + group.shown.length, 0),
      rest: page.groups.reduce((sum, group) => sum + group.rest, 0) + page.restGroups * 500,
    };
  };
  it('of 50,000 findings come a few hundred at a time, and all can be reached', () => {
    expect(shownOf('check')).toEqual({ rows: 200, rest: 49_800 });
    expect(shownOf('check', [['overshoot', 3]])).toEqual({ rows: 800, rest: 49_200 });
    expect(shownOf('unit')).toEqual({ rows: 400, rest: 49_600 });
    expect(shownOf('unit', [['*', 2]]).rows).toBe(2000);
  });
});

describe('figures', () => {
  it('are set as everywhere; grades and values with a unit stand as they are; none is a dash', () => {
    expect(['4425.80', '-2302.28', '15', '0.17次', '优', '', null].map(foundText)).toEqual([
      '4,425.80',
      '−2,302.28',
      '15.00',
      '0.17次',
      '优',
      '—',
      '—',
    ]);
    expect(FOUND[1]?.size).toBe('4.99');
  });
  it('get as much room as the longest needs, long amounts all of it, words no more than a part', () => {
    const row = (reported: string | null, expected: string | null, difference: string | null) => ({
      reported_text: reported,
      expected_text: expected,
      difference,
    });
    const short = figureWidths([row('9.5', '8', '1.5000000000')]);
    expect(short).toEqual(figureWidths([row(null, null, null)]));
    const long = figureWidths([row('9.5', '14027923.55', '-14020597.80'), row('优', null, null)]);
    expect(long.reported).toBe(short.reported);
    expect(long.expected).toBeGreaterThan(short.expected);
    expect(long.difference).toBeGreaterThan(long.expected);
    const said = figureWidths([row('按期完成并通过省级验收', null, null)]);
    expect(figureWidths([row('按期完成并通过省级验收'.repeat(9), null, null)])).toEqual(said);
  });
});
