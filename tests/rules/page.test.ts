/**
 * The rules page, line by line (../support/pageLines.ts), through SQL and decimal.js alike.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { Exact } from '@/domain/decimal';
import { readCells } from '@/domain/reading';
import { RULE_SETS, type RuleSet } from '@/rules/ruleSet';
import { scoringStatements } from '@/rules/scoring';
import { explainIndicator } from '@/rules/scoring/explain';
import { check } from '../support/findings';
import { openEngine } from '../support/engine';
import { PAGE, type Line, type More } from '../support/pageLines';

const [national] = RULE_SETS as [RuleSet];

const cellsOf = (more: More) => ({
  comparator: more.comparator ?? null,
  kind: more.kind ?? null,
  level1: more.level1 ?? null,
  level2: more.level2 ?? null,
  numerator: more.numerator ?? null,
  denominator: more.denominator ?? null,
});
const reportedOf = (more: More): string | null => (more.reported_score === undefined ? '7' : more.reported_score);

interface Entry {
  readonly group: string;
  readonly ruleSet: RuleSet;
  readonly line: Line;
}
/** A group with rules of its own has a rule set of its own. */
const ENTRIES: readonly Entry[] = Object.entries(PAGE).flatMap(([group, { rules, lines }], at) => {
  const ruleSet: RuleSet = rules ? { ...national, ...rules, id: `page-${String(at)}` } : national;
  return lines.map((line) => ({ group, ruleSet, line }));
});

describe('the rules page', () => {
  let engine: Engine;
  let theirs: ReadonlyMap<string, string>;
  beforeAll(async () => {
    engine = await openEngine();
    const indicators = ENTRIES.map(({ line: [target, achieved, , more = {}] }, i) => ({
      ...{ fiscal_year: 2021, unit_code: 'A', indicator_no: String(i), indicator: `项${String(i)}`, target, achieved },
      ...{ weight: more.weight ?? '10', reported_score: reportedOf(more), measure_unit: more.measure_unit ?? null },
      ...cellsOf(more),
    }));
    await check(engine, { indicators });
    for (const ruleSet of new Set(ENTRIES.map((entry) => entry.ruleSet))) {
      if (ruleSet !== national) for (const statement of scoringStatements(ruleSet)) await engine.run(statement);
    }
    const rows = await engine.query('SELECT rule_set_id, indicator_id, state, score FROM indicator_score');
    theirs = new Map(
      rows.map((row) => [
        `${String(row.rule_set_id)} ${String(row.indicator_id)}`,
        `${String(row.state)} ${row.score === null ? 'null' : new Exact(String(row.score)).toFixed()}`,
      ]),
    );
  }, 120_000);
  afterAll(() => engine.close());

  it.each(ENTRIES.map(({ group, ruleSet, line }, i) => [i + 1, group, ...line.slice(0, 3), ruleSet, line] as const))(
    '%i %s: %s, %s → %s',
    (id, ...rest) => {
      const [ruleSet, [target, achieved, expected, more = {}]] = rest.slice(-2) as [RuleSet, Line];
      const reading = readCells({ ...cellsOf(more), target, achieved, measureUnit: more.measure_unit ?? null });
      const row = { ...reading, indicator: '项', weight: more.weight ?? '10', reported_score: reportedOf(more) };
      const mine = explainIndicator(ruleSet, { ...row, file_name: null, line: null });
      expect([`${mine.state} ${mine.score ?? 'null'}`, theirs.get(`${ruleSet.id} ${String(id)}`)]).toEqual([
        expected,
        expected,
      ]);
    },
  );
});
