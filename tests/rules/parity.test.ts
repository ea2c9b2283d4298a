/**
 * One rule, two readings: the SQL that scores every list and `evaluate` with decimal.js agree, row by row, on a
 * written list of nasty rows and on generated ones. JILAN_PARITY_ROWS=200000 runs the long version.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { Exact } from '@/domain/decimal';
import { READING_COLUMNS, readCells, type Reading } from '@/domain/reading';
import { evaluate, type Cell, type Cells } from '@/rules/expr/evaluate';
import { RULE_SETS, type RuleSet } from '@/rules/ruleSet';
import { scoringStatements } from '@/rules/scoring';
import { indicatorRule } from '@/rules/scoring/rule';
import { stepsOf } from '@/rules/scoring/stepped';
import { openEngine } from '../support/engine';
import { generatedRows, nastyRows, type RawRow } from '../support/parityRows';

const COUNT = Number(process.env.JILAN_PARITY_ROWS ?? '20000');
const [national, ratioOne, local] = RULE_SETS as [RuleSet, RuleSet, RuleSet];

/** Every parameter at its other value. */
const strict: RuleSet = {
  ...national,
  id: 'strict',
  ratio_places: 0,
  score_places: 4,
  total_places: 3,
  equal_rule: 'zero',
  strict_rule: 'deduct',
  strict_share: 0.125,
  overshoot: [
    [1, 0.01],
    [1.3, 0.1],
    [2.005, 0.3],
  ],
  missing: 'exclude',
  weights: 'normalise_to_100',
  execution: {
    weight: 10,
    base: 'initial_budget',
    scoring: {
      kind: 'tiers',
      tiers: [
        [90, 1],
        [60, 0.5],
      ],
    },
  },
};

type Entry = { readonly raw: RawRow; readonly reading: Reading };
const BOOLEANS = new Set(READING_COLUMNS.filter((column) => column.type === 'BOOLEAN').map((column) => column.name));
const NUMBERS = new Set(
  READING_COLUMNS.filter((column) => column.type === 'HUGEINT' || column.type === 'INTEGER').map(
    (column) => column.name,
  ),
);

function cellsOf({ raw, reading }: Entry, ruleSet: RuleSet): Cells {
  const cells: Record<string, Cell> = {};
  for (const { name } of READING_COLUMNS) {
    const value = reading[name];
    cells[name] =
      value === null ? null : BOOLEANS.has(name) ? value === 'true' : NUMBERS.has(name) ? new Exact(value) : value;
  }
  const step = stepsOf(ruleSet).findIndex((each) => each.names.includes(raw.name));
  return {
    ...cells,
    weight: new Exact(raw.weight),
    reported_score: raw.reported === null ? null : new Exact(raw.reported),
    step: step < 0 ? null : new Exact(step + 1),
  };
}

const plain = (cell: Cell): string | null =>
  cell === null ? null : cell instanceof Exact ? cell.toFixed() : String(cell);

describe('SQL and decimal.js agree', () => {
  let engine: Engine;
  const entries: Entry[] = [];
  beforeAll(async () => {
    for (const raw of [...nastyRows(), ...generatedRows(COUNT)]) entries.push({ raw, reading: readCells(raw.cells) });
    engine = await openEngine();
    const names = READING_COLUMNS.map((column) => column.name);
    const header = ['indicator_id', 'indicator', 'weight', 'reported_score', ...names].join('\t');
    const lines = entries.map(({ raw, reading }, index) =>
      [index, raw.name, raw.weight, raw.reported, ...names.map((name) => reading[name])]
        .map((value) => (value === null ? '\\N' : String(value).replace(/\s/g, ' ')))
        .join('\t'),
    );
    await engine.registerFile('parity.tsv', new TextEncoder().encode([header, ...lines].join('\n')));
    await engine.run(`INSERT INTO indicator BY NAME
      SELECT *, 2021 AS fiscal_year, CAST(CAST(indicator_id AS BIGINT) % 997 AS VARCHAR) AS unit_code
      FROM read_csv('parity.tsv', delim = '\t', header = true, all_varchar = true, nullstr = '\\N', quote = '', escape = '')`);
    await engine.run(`CREATE TABLE finance_line (fiscal_year INTEGER, unit_code VARCHAR, item VARCHAR, actual DECIMAL(38,6),
      initial_budget DECIMAL(38,6), adjusted_budget DECIMAL(38,6), execution_rate DECIMAL(38,2), completion_rate DECIMAL(38,2), actual_key BIGINT);
      CREATE TABLE file_order (file_id INTEGER, file_name VARCHAR, first_key BIGINT)`);
  }, 300_000);
  afterAll(() => engine.close());

  it.each([national, ratioOne, local, strict])(
    'under $id',
    async (ruleSet) => {
      for (const statement of scoringStatements(ruleSet)) await engine.run(statement);
      const rows = await engine.query(
        `SELECT CAST(indicator_id AS INTEGER) AS id, state, score, basis, reason, CAST(kept_part AS VARCHAR) AS kept_part, CAST(kept_whole AS VARCHAR) AS kept_whole
         FROM indicator_score WHERE rule_set_id = $1 AND indicator_id >= 0 ORDER BY indicator_id`,
        [ruleSet.id],
      );
      expect(rows.length).toBe(entries.length);
      const rule = indicatorRule(ruleSet);
      const differing: unknown[] = [];
      const seen = new Set<string>();
      const sums = new Map<string, { score: Exact; all: Exact; kept: Exact; dropped: number; scored: number }>();
      for (const row of rows) {
        const entry = entries[Number(row.id)];
        if (!entry) continue;
        const before = cellsOf(entry, ruleSet);
        const cells = { ...before, state: evaluate(rule.state, before) };
        const score = evaluate(rule.score, cells);
        const mine = [
          cells.state,
          score,
          ...[rule.basis, rule.reason, rule.kept_part, rule.kept_whole].map((each) => evaluate(each, cells)),
        ].map(plain);
        const theirs = [
          row.state,
          row.score === null ? null : new Exact(String(row.score)).toFixed(),
          row.basis,
          row.reason,
          row.kept_part,
          row.kept_whole,
        ];
        seen.add(String(row.basis));
        if (JSON.stringify(mine) !== JSON.stringify(theirs)) differing.push({ mine, theirs, raw: entry.raw });
        const unit = String(Number(row.id) % 997);
        const sum = sums.get(unit) ?? {
          score: new Exact(0),
          all: new Exact(0),
          kept: new Exact(0),
          dropped: 0,
          scored: 0,
        };
        const drops = cells.state === 'not_applicable' || (ruleSet.missing === 'exclude' && score === null);
        if (score instanceof Exact) sum.score = sum.score.plus(score);
        sum.all = sum.all.plus(entry.raw.weight);
        if (drops) sum.dropped += 1;
        else sum.kept = sum.kept.plus(entry.raw.weight);
        if (score !== null && cells.state !== 'missing') sum.scored += 1;
        sums.set(unit, sum);
      }
      expect(differing.slice(0, 5)).toEqual([]);
      expect([...seen].sort()).toEqual(
        expect.arrayContaining(['banded', 'full', 'manual', 'missing', 'not_applicable', 'ratio', 'reported']),
      );
      if (ruleSet.execution) return;
      const totals = await engine.query('SELECT unit_code, recomputed_total FROM unit_score WHERE rule_set_id = $1', [
        ruleSet.id,
      ]);
      for (const total of totals) {
        const sum = sums.get(String(total.unit_code));
        if (!sum) continue;
        const scaled =
          sum.dropped === 0 ? sum.score : sum.kept.isZero() ? null : sum.score.times(sum.all).dividedBy(sum.kept);
        // Weights of ten million points and more cannot be spread exactly: no total rather than a wrong one.
        const tooHeavy = sum.dropped > 0 && sum.all.greaterThanOrEqualTo(10_000_000);
        const none = sum.scored === 0 || scaled === null || tooHeavy;
        const expected = none ? null : scaled.toDecimalPlaces(ruleSet.total_places).toFixed();
        expect(total.recomputed_total === null ? null : new Exact(String(total.recomputed_total)).toFixed()).toBe(
          expected,
        );
      }
    },
    300_000,
  );
});
