import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateOf } from '@/components/words';
import type { Engine } from '@/database/engine';
import { Exact, roundHalfUp } from '@/domain/decimal';
import { findingStatements } from '@/rules/findings';
import { RULE_SETS } from '@/rules/ruleSet';
import changesSql from '@/views/unit/changes.sql?raw';
import { UNIT_COLUMNS } from '@/views/unit/columns';
import { explainAll, shownRows } from '@/views/unit/explained';
import findingsSql from '@/views/unit/findings.sql?raw';
import identitySql from '@/views/unit/identity.sql?raw';
import { changesOf, indicatorsOf, type ScoredRow, type ShownRow } from '@/views/unit/indicators';
import neighboursSql from '@/views/unit/neighbours.sql?raw';
import { peersOf } from '@/views/unit/peers';
import peersSql from '@/views/unit/peers.sql?raw';
import { cellsSql } from '@/views/unit/questions';
import type * as Rows from '@/views/unit/rows';
import sourcesSql from '@/views/unit/sources.sql?raw';
import spendingSql from '@/views/unit/spending.sql?raw';
import unitSql from '@/views/unit/unit.sql?raw';
import { formulaOf } from '@/views/unit/working';
import yearsSql from '@/views/unit/years.sql?raw';
import { expectedRows } from '../../support/conformance';
import { openEngine } from '../../support/engine';
import { importConformance } from '../../support/importedConformance';
import { deriveAll } from '../../support/scoring';

/** What the page shows of an indicator, whether the database has it or the working. */
const figuresOf = (row: ShownRow) => ({
  id: Math.max(row.indicator_id, -1),
  no: row.indicator_no,
  name: row.indicator,
  target: row.target,
  achieved: row.achieved,
  figures: [row.weight, row.reported_score, row.computed_score].map((value) =>
    value === null ? null : new Exact(value).toFixed(),
  ),
  working: row.working,
  state: stateOf(row.state),
});

const RULES = 'national-2020';
const UNIT = '811012';
const YEAR = 2022;

describe('questions of the unit page, over the conformance set', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    await importConformance(engine);
    await deriveAll(engine, RULE_SETS);
    for (const ruleSet of RULE_SETS) for (const statement of findingStatements(ruleSet)) await engine.run(statement);
  }, 180_000);
  afterAll(() => engine.close());

  it('gives each year the totals and the rank that the rankings print', async () => {
    const rows = await engine.query<Rows.YearRow>(yearsSql, [UNIT, RULES]);
    const expected = expectedRows(`${RULES}/rankings.csv`).filter((row) => row.单位编码 === UNIT);
    expect(rows.map((row) => String(row.fiscal_year))).toEqual(expected.map((row) => row.年度));
    expect(rows.map((row) => String(row.unit_rank ?? ''))).toEqual(expected.map((row) => row.名次));
    expect(rows.map((row) => row.recomputed_grade ?? '')).toEqual(expected.map((row) => row.重算等级));
    const lines = await engine.query<Record<string, string | null>>(
      `SELECT fiscal_year, item, actual, initial_budget, adjusted_budget FROM finance_line
       WHERE unit_code = $1 AND item IN ('expenditure.total', 'expenditure.basic.operating')`,
      [UNIT],
    );
    const percent = (part: Exact, whole: string | null | undefined): string | null =>
      whole === null || whole === undefined || new Exact(whole).lte(0)
        ? null
        : roundHalfUp(part.times(100).div(whole), 2).toFixed(2);
    let compared = 0;
    for (const row of rows) {
      const of = (item: string) =>
        lines.find((line) => line.item === item && Number(line.fiscal_year) === row.fiscal_year);
      const [total, operating] = [of('expenditure.total'), of('expenditure.basic.operating')];
      const adjusted =
        total?.adjusted_budget && total.initial_budget && new Exact(total.adjusted_budget).minus(total.initial_budget);
      expect(row.adjustment_rate).toBe(adjusted ? percent(adjusted, total.initial_budget) : null);
      const budget = operating?.adjusted_budget ?? operating?.initial_budget;
      expect(row.operating_rate).toBe(operating?.actual ? percent(new Exact(operating.actual), budget) : null);
      compared += Number(row.adjustment_rate !== null) + Number(row.operating_rate !== null);
    }
    expect(compared).toBeGreaterThan(0);
    expect(rows.map((row) => row.execution_rate ?? '')).toEqual(expected.map((row) => row['预算执行率(%)']));
  });

  it('counts the findings that the checks list', async () => {
    const rows = await engine.query<Rows.YearRow>(yearsSql, [UNIT, RULES]);
    const found = await engine.query<Rows.FindingRow>(findingsSql, [UNIT, RULES]);
    const checks = expectedRows(`${RULES}/checks.csv`).filter((row) => row.单位编码 === UNIT);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toHaveLength(checks.length);
    for (const { fiscal_year } of rows) {
      const listed = checks.filter((check) => check.年度 === String(fiscal_year)).map((check) => check.检查项);
      expect(found.filter((row) => row.fiscal_year === fiscal_year).map((row) => row.check_name)).toEqual(listed);
    }
  });

  it('joins every indicator with its own cells, and says how it came to its score', async () => {
    const scored = await engine.query<ScoredRow>(unitSql, [YEAR, YEAR, null, null, null, RULES, UNIT]);
    const cells = await engine.query<Rows.CellsRow>(cellsSql, [UNIT, YEAR]);
    const [own] = explainAll(RULE_SETS, cells, null);
    expect(scored.length).toBeGreaterThan(0);
    expect(Object.keys(scored[0] ?? {}).slice(0, UNIT_COLUMNS.length)).toEqual(UNIT_COLUMNS.map((each) => each.key));
    const rows = indicatorsOf(scored, cells);
    for (const row of rows) {
      expect(row.cells?.line).toBeGreaterThan(1);
      const working = own?.workingOf(row.id) ?? null;
      const formula = working && formulaOf(working);
      if (row.computed_score !== null) expect(formula).toMatch(/^-?[\d,.]+ × .+ = -?[\d,.]+$/);
    }
    expect(changesOf(rows).count).toBeLessThanOrEqual(rows.length);
  });

  it('explains each total and score from the cells, to the digit that the database has, under every rule set', async () => {
    const cells = await engine.query<Rows.CellsRow>(cellsSql, [UNIT, YEAR]);
    const [spending] = await engine.query<Rows.SpendingRow>(spendingSql, [UNIT, YEAR]);
    expect(spending?.actual_line).toBeGreaterThan(1);
    const plain = (value: unknown): string | null => (value === null ? null : new Exact(String(value)).toFixed());
    for (const { ruleSet, unit, workingOf } of explainAll(RULE_SETS, cells, spending ?? null)) {
      const [total] = await engine.query(
        'SELECT recomputed_total AS total, recomputed_grade AS grade, coverage FROM unit_score WHERE unit_code = $1 AND fiscal_year = $2 AND rule_set_id = $3',
        [UNIT, YEAR, ruleSet.id],
      );
      expect([plain(total?.total), total?.grade, plain(total?.coverage)]).toEqual([
        unit.total,
        unit.grade,
        plain(unit.coverage),
      ]);
      const scored = await engine.query<ScoredRow>(unitSql, [YEAR, YEAR, null, null, null, ruleSet.id, UNIT]);
      expect(scored.length).toBe(cells.length + (ruleSet.execution ? 1 : 0));
      expect(shownRows({ ruleSet, unit, workingOf }, cells).map(figuresOf)).toEqual(scored.map(figuresOf));
      for (const row of scored)
        expect(workingOf(row.indicator_id)?.score ?? null, row.indicator).toBe(plain(row.computed_score));
    }
  });

  it('finds who it is by any code, also by one that no unit table has', async () => {
    const [known] = await engine.query<Rows.IdentityRow>(identitySql, [UNIT, YEAR]);
    expect(known?.unit_name).not.toBe('');
    expect(await engine.query(identitySql, ['no such code', null])).toEqual([]);
    const [stranger] = await engine.query<{ unit_code: string; fiscal_year: number }>(
      'SELECT unit_code, fiscal_year FROM unit_year WHERE NOT is_in_unit_table ORDER BY 1, 2 LIMIT 1',
    );
    if (!stranger) throw new Error('the set has codes without a unit table');
    const [named] = await engine.query<Rows.IdentityRow>(identitySql, [stranger.unit_code, stranger.fiscal_year]);
    expect(named?.unit_code).toBe(stranger.unit_code);
    expect(named?.staff_quota).toBeNull();
  });

  it('walks from unit to unit by code, inside the filters', async () => {
    const all = [null, null, null, null, null, RULES];
    const sides = await engine.query<Rows.NeighbourRow>(neighboursSql, [...all, UNIT]);
    const next = sides.find((row) => row.side === 'next')?.unit_code ?? '';
    expect(next > UNIT).toBe(true);
    const back = await engine.query<Rows.NeighbourRow>(neighboursSql, [...all, next]);
    expect(back.find((row) => row.side === 'previous')?.unit_code).toBe(UNIT);
    const none = await engine.query<Rows.NeighbourRow>(neighboursSql, [1900, 1900, null, null, null, RULES, UNIT]);
    expect(none.map((row) => row.unit_code)).toEqual([null, null]);
  });

  it('places a unit among its category, equal figures sharing a place', async () => {
    const [{ category } = { category: '' }] = await engine.query<{ category: string }>(
      'SELECT unit_category AS category FROM unit_year WHERE fiscal_year = 2022 AND unit_category IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
    );
    const rows = peersOf(await engine.query<Rows.UnitPeer>(peersSql, [YEAR, category, RULES]));
    expect([...new Set(rows.map((row) => row.measure))]).toEqual(['total', 'execution', 'control']);
    for (const row of rows) {
      const same = rows.filter((each) => each.measure === row.measure);
      const better = same.filter(({ value }) =>
        row.measure === 'control' ? new Exact(value).lt(row.value) : new Exact(value).gt(row.value),
      );
      expect(row.peers).toBe(same.length);
      expect(row.place).toBe(1 + better.length);
    }
    const [first] = await engine.query<{ n: number }>(
      `SELECT count(*)::INTEGER AS n FROM unit_result
       WHERE rule_set_id = '${RULES}' AND fiscal_year = ${String(YEAR)} AND unit_category = '${category}' AND rate IS NOT NULL`,
    );
    expect(rows.filter((row) => row.measure === 'execution').length).toBe(first?.n);
  });

  it('names every file and line that says something of the unit in that year', async () => {
    const sources = await engine.query<Rows.SourceRow>(sourcesSql, [UNIT, YEAR]);
    const [{ lines } = { lines: 0 }] = await engine.query<{ lines: number }>(
      `SELECT count(*) AS lines FROM indicator WHERE unit_code = '${UNIT}' AND fiscal_year = ${String(YEAR)}`,
    );
    expect(sources.find((row) => row.kind === 'indicator')?.line_count).toBe(lines);
    for (const row of sources) expect(row.first_line).toBeLessThanOrEqual(row.last_line);
  });

  it('tells renames from both ends', async () => {
    const [change] = await engine.query<{ from_code: string; to_code: string }>(
      'SELECT from_code, to_code FROM unit_change ORDER BY ALL LIMIT 1',
    );
    if (!change) throw new Error('the set has unit changes');
    const from = await engine.query<Rows.ChangeRow>(changesSql, [change.from_code]);
    const to = await engine.query<Rows.ChangeRow>(changesSql, [change.to_code]);
    expect(from.some((row) => row.direction === 'to' && row.other_code === change.to_code)).toBe(true);
    expect(to.some((row) => row.direction === 'from' && row.other_code === change.from_code)).toBe(true);
  });
});
