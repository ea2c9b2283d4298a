/**
 * How a score, and a unit's total, came about: the rules that the database computes every list from, read a second
 * time with decimal.js. Needs nothing but a unit-year's rows, whatever rule set has been scored so far.
 */
import { Exact } from '@/domain/decimal';
import { READING_COLUMNS, type Reading } from '@/domain/reading';
import { evaluate, type Cell, type Cells } from '../expr/evaluate';
import { evaluateLayers } from '../expr/layers';
import type { RuleSet } from '../ruleSet';
import { executionRule } from './executionRule';
import { indicatorRule, type IndicatorRule } from './rule';
import { stepNumber } from './stepNames';
import { EXECUTION_NAME } from './stepped';
import { sumsOf, unitRule, type UnitRule } from './unitRule';
import { middle, remark, working } from './workingRule';

type Value = string | number | boolean | null;

/** A row of table `indicator` as a query answers it, with the name of its file. */
export type FiledIndicator = Readonly<Record<keyof Reading, Value>> & {
  readonly indicator: string;
  readonly weight: string;
  readonly reported_score: string | null;
  readonly file_name: string | null;
  readonly line: number | null;
};

/** 支出合计 of the unit-year, 万元, for the execution indicator. */
export interface Spending {
  readonly initial_budget: string | null;
  readonly adjusted_budget: string | null;
  readonly actual: string | null;
  /** Where the actual stands, for the working. */
  readonly actual_file?: string | null;
  readonly actual_line?: number | null;
}

export interface IndicatorExplanation {
  readonly indicator: string;
  readonly weight: string;
  readonly state: string;
  readonly basis: string;
  readonly reason: string | null;
  /** As printed; null: none. */
  readonly score: string | null;
  /** What the weight is multiplied by. */
  readonly middle: string | null;
  readonly working: string | null;
  /** All that the rules looked at and found, by name. */
  readonly cells: Cells;
}

export interface UnitExplanation {
  /** In the order of the rows; the one that the program adds stands last. */
  readonly indicators: readonly IndicatorExplanation[];
  readonly total: string | null;
  readonly grade: string | null;
  /** Percent, two decimals. */
  readonly coverage: string | null;
  /** Of the weight: computed, applicable, kept (neither excluded nor not applicable), all. */
  readonly computedWeight: string;
  readonly applicableWeight: string;
  readonly keptWeight: string;
  readonly allWeight: string;
  readonly scoreSum: string;
  /** How many dropped out, so that the rest is spread. */
  readonly dropped: number;
  /** `(9 + 14.98) × 100 ÷ 70 = 34.26`; null without a total. */
  readonly totalFormula: string | null;
  /** `30 ÷ 100 = 30.00%`; null without a coverage. */
  readonly coverageFormula: string | null;
}

interface Rules {
  readonly indicator: IndicatorRule;
  readonly unit: UnitRule;
}
const known = new WeakMap<RuleSet, Rules>();
function rulesOf(ruleSet: RuleSet): Rules {
  const rules = known.get(ruleSet) ?? { indicator: indicatorRule(ruleSet), unit: unitRule(ruleSet) };
  known.set(ruleSet, rules);
  return rules;
}

const TEXTS: ReadonlySet<string> = new Set(
  READING_COLUMNS.filter((column) => column.type === 'VARCHAR').map((column) => column.name),
);
const FLAGS: ReadonlySet<string> = new Set(
  READING_COLUMNS.filter((column) => column.type === 'BOOLEAN').map((column) => column.name),
);

function cellOf(name: string, value: Value): Cell {
  if (value === null) return null;
  if (FLAGS.has(name)) return value === true || value === 'true';
  return TEXTS.has(name) ? String(value) : new Exact(String(value));
}
const numberOf = (value: string | number | null): Exact | null => (value === null ? null : new Exact(value));
const plain = (cell: Cell | undefined): string | null =>
  cell === null || cell === undefined ? null : cell instanceof Exact ? cell.toFixed() : String(cell);
const digitsOf = (cell: Cell | undefined): string => plain(cell) ?? '0';

/** The columns of a filed indicator as the rules look at them. */
export function filedCells(ruleSet: RuleSet, row: FiledIndicator): Cells {
  const cells: Record<string, Cell> = {};
  for (const { name } of READING_COLUMNS) cells[name] = cellOf(name, row[name]);
  const step = stepNumber(ruleSet, row.indicator);
  return {
    ...cells,
    weight: new Exact(row.weight),
    reported_score: numberOf(row.reported_score),
    step: numberOf(step),
    file_name: row.file_name,
    line: numberOf(row.line),
    is_added: false,
  };
}

/** The columns of the indicator that the program adds; null where the rule set adds none. */
export function addedCells(ruleSet: RuleSet, spending: Spending | null): Cells | null {
  const execution = ruleSet.execution;
  if (!execution) return null;
  const count = (amount: string | null): Cell => (amount === null ? null : new Exact(amount).times(1_000_000));
  const money = { actual: count(spending?.actual ?? null), budget: count(spending?.[execution.base] ?? null) };
  const read = Object.entries(executionRule(execution)).map(([name, rule]) => [name, evaluate(rule, money)] as const);
  const nothing = Object.fromEntries(READING_COLUMNS.map(({ name }): [string, Cell] => [name, null]));
  return {
    ...nothing,
    comparator_sign: '≥',
    at_target: false,
    is_bound: false,
    ...Object.fromEntries(read),
    weight: new Exact(execution.weight.toString()),
    reported_score: null,
    step: numberOf(stepNumber(ruleSet, EXECUTION_NAME)),
    file_name: spending?.actual_file ?? null,
    line: numberOf(spending?.actual_line ?? null),
    is_added: true,
  };
}

/** State, basis, score and all that lies between, beside the columns that they come from. */
export const scoreCells = (ruleSet: RuleSet, cells: Cells): Cells => evaluateLayers(rulesOf(ruleSet).indicator, cells);

function explainCells(ruleSet: RuleSet, indicator: string, cells: Cells): IndicatorExplanation {
  const scored = scoreCells(ruleSet, cells);
  const level = scored.level instanceof Exact ? ruleSet.bands[scored.level.toNumber() - 1] : undefined;
  const worded: Cells = {
    ...scored,
    reason: scored.told_reason ?? null,
    rule_source: ruleSet.source,
    ratio_places: numberOf(ruleSet.ratio_places),
    score_places: numberOf(ruleSet.score_places),
    band_word: level ? bandWord(level) : null,
  };
  const told = evaluateLayers([{ middle, remark }, { working }], worded);
  return {
    indicator,
    weight: digitsOf(told.weight),
    state: String(told.state),
    basis: String(told.basis),
    reason: plain(told.reason),
    score: plain(told.score),
    middle: plain(told.middle),
    working: plain(told.working),
    cells: told,
  };
}

export const bandWord = ([high, low]: readonly [number, number]): string => `${String(low)}%, ${String(high)}%`;

export const explainIndicator = (ruleSet: RuleSet, row: FiledIndicator): IndicatorExplanation =>
  explainCells(ruleSet, row.indicator, filedCells(ruleSet, row));

/** From scored indicators (`weight`, `score`, `state`, `reading`) to the unit's figures. */
export function unitCells(ruleSet: RuleSet, indicators: readonly Cells[]): Cells {
  const rule = rulesOf(ruleSet).unit;
  return evaluateLayers(rule.layers, sumsOf(rule, indicators));
}

export function explainUnit(
  ruleSet: RuleSet,
  rows: readonly FiledIndicator[],
  spending: Spending | null,
): UnitExplanation {
  const filed = rows.map((row) => explainIndicator(ruleSet, row));
  const added = rows.length === 0 ? null : addedCells(ruleSet, spending);
  const indicators = added ? [...filed, explainCells(ruleSet, EXECUTION_NAME, added)] : filed;
  const unit = unitCells(
    ruleSet,
    indicators.map((each) => each.cells),
  );
  const coverage = unit.coverage instanceof Exact ? unit.coverage.dividedBy(100).toFixed(2) : null;
  const total = plain(unit.recomputed_total);
  return {
    indicators,
    total,
    grade: plain(unit.recomputed_grade),
    coverage,
    computedWeight: digitsOf(unit.computed_weight),
    applicableWeight: digitsOf(unit.applicable_weight),
    keptWeight: digitsOf(unit.kept_weight),
    allWeight: digitsOf(unit.all_weight),
    scoreSum: digitsOf(unit.score_sum),
    dropped: unit.dropped instanceof Exact ? unit.dropped.toNumber() : 0,
    totalFormula: total === null ? null : totalFormula(ruleSet, indicators, unit, total),
    coverageFormula:
      coverage === null
        ? null
        : `${digitsOf(unit.computed_weight)} ÷ ${digitsOf(unit.applicable_weight)} = ${coverage}%`,
  };
}

function totalFormula(
  ruleSet: RuleSet,
  indicators: readonly IndicatorExplanation[],
  unit: Cells,
  total: string,
): string {
  const scores = indicators.flatMap((each) => (each.score === null ? [] : [each.score]));
  const sum = scores.join(' + ');
  const toHundred = ruleSet.weights === 'normalise_to_100';
  const [kept, all] = [digitsOf(unit.kept_weight), toHundred ? '100' : digitsOf(unit.all_weight)];
  if (kept === all) return `${sum} = ${total}`;
  return `${scores.length > 1 ? `(${sum})` : sum} × ${all} ÷ ${kept} = ${total}`;
}
