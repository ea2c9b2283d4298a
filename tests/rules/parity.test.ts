/**
 * One rule, two readings: the SQL that computes every list and `evaluate` with decimal.js agree to the last digit, on a
 * written list of nasty rows and on generated ones, for indicators and for units. `npm run parity` runs 200,000 rows.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, SqlValue } from '@/database/engine';
import { Exact } from '@/domain/decimal';
import { READING_COLUMNS, readCells } from '@/domain/reading';
import type { Cell, Cells } from '@/rules/expr/evaluate';
import { RULE_SETS, type RuleSet } from '@/rules/ruleSet';
import { caseStatements, scoringStatements } from '@/rules/scoring';
import {
  addedCells,
  explainUnit,
  filedCells,
  scoreCells,
  unitCells,
  type FiledIndicator,
} from '@/rules/scoring/explain';
import { openEngine } from '../support/engine';
import { makeWritable } from '../support/tables';
import { VARIANTS } from '../support/parityRuleSets';
import { generatedRows, nastyRows, nastyUnits, spendingOf, type RawRow } from '../support/parityRows';

const COUNT = Number(process.env.JILAN_PARITY_ROWS ?? '3000');
/** Rows of a generated unit; nasty rows stand in units of their own, so that one cannot hide what another does. */
const UNIT_ROWS = 24;

interface Entry {
  readonly unit: string;
  readonly row: FiledIndicator;
}

const filed = (raw: RawRow): FiledIndicator => ({
  ...readCells(raw.cells),
  indicator: raw.name,
  weight: raw.weight,
  reported_score: raw.reported,
  file_name: null,
  line: null,
});

function entries(): Entry[] {
  const nasty = nastyRows().map((raw, i) => ({ unit: `n${String(i)}`, row: filed(raw) }));
  const units = nastyUnits().flatMap((rows, i) => rows.map((raw) => ({ unit: `u${String(i)}`, row: filed(raw) })));
  const made = generatedRows(COUNT).map((raw, i) => ({
    unit: `g${String(Math.floor(i / UNIT_ROWS))}`,
    row: filed(raw),
  }));
  return [...nasty, ...units, ...made];
}

const plain = (cell: Cell | undefined): string | null =>
  cell === null || cell === undefined ? null : cell instanceof Exact ? cell.toFixed() : String(cell);
const decimal = (value: SqlValue | undefined): string | null =>
  value === null || value === undefined ? null : new Exact(String(value)).toFixed();

describe('SQL and decimal.js agree', () => {
  let engine: Engine;
  const all = entries();
  const byUnit = new Map<string, Entry[]>();
  for (const entry of all) byUnit.set(entry.unit, [...(byUnit.get(entry.unit) ?? []), entry]);

  beforeAll(async () => {
    engine = await openEngine();
    await makeWritable(engine);
    const names = READING_COLUMNS.map((column) => column.name);
    const lines = all.map(({ unit, row }, index) =>
      [index, unit, row.indicator, row.weight, row.reported_score, ...names.map((name) => row[name])]
        .map((value) => (value === null ? '\\N' : String(value).replace(/\s/g, ' ')))
        .join('\t'),
    );
    const header = ['indicator_id', 'unit_code', 'indicator', 'weight', 'reported_score', ...names].join('\t');
    await engine.registerFile('parity.tsv', new TextEncoder().encode([header, ...lines].join('\n')));
    await engine.run(`INSERT INTO indicator BY NAME SELECT *, 2021 AS fiscal_year
      FROM read_csv('parity.tsv', delim = '\t', header = true, all_varchar = true, nullstr = '\\N', quote = '', escape = '')`);
    await engine.run(`CREATE TABLE finance_line (fiscal_year INTEGER, unit_code VARCHAR, item VARCHAR, actual DECIMAL(38,6),
      initial_budget DECIMAL(38,6), adjusted_budget DECIMAL(38,6), actual_key BIGINT,
      execution_rate DECIMAL(38,2), completion_rate DECIMAL(38,2), rate DECIMAL(38,2));
      CREATE TABLE unit_year (fiscal_year INTEGER, unit_code VARCHAR, unit_name VARCHAR, region VARCHAR, unit_category VARCHAR);
      CREATE TABLE file_order (file_id INTEGER, file_name VARCHAR, first_key BIGINT)`);
    const money = [...byUnit.keys()].flatMap((unit) => {
      const { actual, initial_budget, adjusted_budget } = spendingOf(unit);
      return [
        `2021\t${unit}\texpenditure.total\t${[actual, initial_budget, adjusted_budget].map((v) => v ?? '\\N').join('\t')}`,
      ];
    });
    await engine.registerFile('money.tsv', new TextEncoder().encode(money.join('\n')));
    await engine.run(`INSERT INTO finance_line SELECT *, NULL, NULL, NULL, NULL FROM read_csv('money.tsv', delim = '\t', header = false,
      all_varchar = true, nullstr = '\\N', quote = '', escape = '');
      INSERT INTO unit_year BY NAME SELECT fiscal_year, unit_code FROM finance_line`);
    for (const statement of caseStatements()) await engine.run(statement);
  }, 600_000);
  afterAll(() => engine.close());

  const sets: readonly RuleSet[] = [...RULE_SETS, ...VARIANTS];
  it.each(sets.map((ruleSet) => [ruleSet.id, ruleSet] as const))(
    'under %s',
    async (id, ruleSet) => {
      for (const statement of scoringStatements(ruleSet)) await engine.run(statement);
      const rows = await engine.query(
        `SELECT CAST(indicator_id AS INTEGER) AS id, state, score, basis, reason, CAST(kept_part AS VARCHAR) AS kept_part, CAST(kept_whole AS VARCHAR) AS kept_whole
         FROM indicator_score WHERE rule_set_id = $1 AND indicator_id >= 0 ORDER BY indicator_id`,
        [id],
      );
      expect(rows.length).toBe(all.length);
      const differing: unknown[] = [];
      const seen = new Set<string>();
      const scored = all.map(({ row }, i) => {
        const cells = scoreCells(ruleSet, filedCells(ruleSet, row));
        const { state, score, basis, told_reason: reason, kept_part, kept_whole } = cells;
        const mine = [state, score, basis, reason, kept_part, kept_whole].map(plain);
        const sql = rows[i];
        const theirs = [sql?.state, decimal(sql?.score), sql?.basis, sql?.reason, sql?.kept_part, sql?.kept_whole];
        if (JSON.stringify(mine) !== JSON.stringify(theirs)) differing.push({ mine, theirs, row });
        seen.add(String(basis));
        return cells;
      });
      expect(differing.slice(0, 5)).toEqual([]);
      expect([...seen].sort()).toEqual(
        expect.arrayContaining(['banded', 'full', 'manual', 'missing', 'not_applicable', 'ratio', 'reported']),
      );

      const totals = new Map(
        (
          await engine.query(
            'SELECT unit_code, recomputed_total, coverage, recomputed_grade FROM unit_score WHERE rule_set_id = $1',
            [id],
          )
        ).map((row) => [
          String(row.unit_code),
          [decimal(row.recomputed_total), decimal(row.coverage), row.recomputed_grade],
        ]),
      );
      const ofUnit = new Map<string, Cells[]>();
      all.forEach(({ unit }, i) => {
        const cells = ofUnit.get(unit) ?? [];
        cells.push(scored[i] ?? {});
        ofUnit.set(unit, cells);
      });
      const unitsDiffering: unknown[] = [];
      for (const [unit, cells] of ofUnit) {
        const added = addedCells(ruleSet, spendingOf(unit));
        const result = unitCells(ruleSet, added ? [...cells, scoreCells(ruleSet, added)] : cells);
        const coverage = result.coverage instanceof Exact ? result.coverage.dividedBy(100).toFixed() : null;
        const mine = [plain(result.recomputed_total), coverage, plain(result.recomputed_grade)];
        if (JSON.stringify(mine) !== JSON.stringify(totals.get(unit))) {
          unitsDiffering.push({ unit, mine, theirs: totals.get(unit), money: spendingOf(unit) });
        }
      }
      expect(totals.size).toBe(ofUnit.size);
      expect(unitsDiffering.slice(0, 5)).toEqual([]);
    },
    3_600_000,
  );

  it.each(sets.map((ruleSet) => [ruleSet.id, ruleSet] as const))(
    'in the words of the working under %s',
    async (id, ruleSet) => {
      const units = [...byUnit.keys()].filter((unit) => !unit.startsWith('g') || Number(unit.slice(1)) < 40);
      const rows = await engine.query(
        `SELECT unit_code, working FROM indicator_working WHERE rule_set_id = $1 AND list_contains(string_split($2, ','), unit_code)
         ORDER BY unit_code, indicator_id < 0, indicator_id`,
        [id, units.join(',')],
      );
      const theirs = new Map<string, (SqlValue | undefined)[]>();
      for (const row of rows)
        theirs.set(String(row.unit_code), [...(theirs.get(String(row.unit_code)) ?? []), row.working]);
      for (const unit of units) {
        const filedRows = (byUnit.get(unit) ?? []).map((entry) => entry.row);
        const mine = explainUnit(ruleSet, filedRows, spendingOf(unit)).indicators.map((each) => each.working);
        expect(theirs.get(unit), unit).toEqual(mine);
      }
    },
    300_000,
  );
});
