/** One pass over a file for what only the whole of it can tell: calendar, number style, amounts and their units. */
import { Exact } from '../domain/decimal';
import { isNone, readNumber } from '../domain/number';
import { normaliseText } from '../domain/text';
import type { CodedRows } from './coded';
import { readCode, readYear, splitCodeAndName, unguard } from './cells';
import { moneyUnit, type NamedUnit } from './money';
import { noEvidence, weigh, type StyleEvidence } from './numberStyle';
import type { FilePlan } from './plan';
import { Profiler } from './profile';
import { RowFlags, ValueFlags } from './valueFlags';
import { isTotal, itemOf, stageOf, TOTAL_COLUMNS } from './words';

/** Columns of indicators whose number style is looked at. */
const STYLED = ['target', 'adjusted_target', 'achieved', 'numerator', 'denominator', 'weight', 'reported_score'];
const KEPT_AMOUNTS = 3000;
const PROBED_ROWS = 2000;

/** How many filled cells of a column read as what. */
export interface ColumnEvidence {
  filled: number;
  numbers: number;
  codes: number;
  years: number;
  items: number;
  stages: number;
  codesWithName: number;
}

export interface Survey {
  rowCount: number;
  readonly profiler: Profiler;
  rocYears: boolean;
  readonly styles: Map<number, StyleEvidence>;
  /** Units in 金额单位. */
  readonly rowUnits: Set<NamedUnit>;
  /** Some amount has no unit of its own beside it. */
  hasBareAmounts: boolean;
  readonly amounts: { text: string; value: Exact }[];
  readonly profiles: Map<number, ColumnEvidence>;
}

export function surveyFile(plan: FilePlan, rows: CodedRows): Survey {
  const { header } = plan;
  const survey: Survey = {
    rowCount: 0,
    profiler: new Profiler(),
    rocYears: false,
    styles: new Map(),
    rowUnits: new Set(),
    hasBareAmounts: false,
    amounts: [],
    profiles: new Map(),
  };
  const counts = rows.columns.map((column) => new Int32Array(column.size));
  const blanks = rows.columns.map((column) => new ValueFlags(column, (text) => normaliseText(text) === ''));
  const totals = rows.columns.map((column) => new ValueFlags(column, isTotal));
  const summed = TOTAL_COLUMNS.map((name) => header.found.get(name)).filter((index) => index !== undefined);
  const sums = new RowFlags(rows, isTotal, summed);
  for (const index of profiledColumns(plan)) survey.profiles.set(index, emptyProfile());
  const width = rows.columns.length;
  for (const chunk of rows.chunks) {
    const { codes, lines } = chunk;
    const counted = new Uint8Array(chunk.rowCount);
    const isSummed = sums.of(chunk);
    for (let row = 0; row < chunk.rowCount; row += 1) {
      if ((lines[row] ?? 0) <= plan.headEnd) continue;
      let first = 0;
      while (first < width && blanks[first]?.has(codes[first]?.[row] ?? 0) === true) first += 1;
      const beyond = first < width ? undefined : chunk.beyond.get(row)?.find((cell) => normaliseText(cell) !== '');
      if (first === width && beyond === undefined) continue;
      survey.rowCount += 1;
      // A total is no value of its column: it would be the highest of them all.
      const isSum = beyond === undefined ? totals[first]?.has(codes[first]?.[row] ?? 0) === true : isTotal(beyond);
      if (!isSum && isSummed[row] === 0) counted[row] = 1;
      if (survey.rowCount <= PROBED_ROWS)
        for (const [index, profile] of survey.profiles)
          probe(rows.columns[index]?.text(codes[index]?.[row] ?? 0) ?? '', profile);
    }
    counts.forEach((count, index) => tally(count, codes[index], counted));
  }
  lookAtValues(rows, counts, columnLooks(plan, survey), survey.profiler);
  return survey;
}

function tally(count: Int32Array, codes: Int32Array | undefined, counted: Uint8Array): void {
  if (!codes) return;
  for (let row = 0; row < counted.length; row += 1) {
    const code = codes[row] ?? 0;
    count[code] = (count[code] ?? 0) + (counted[row] ?? 0);
  }
}

/** A million rows hold few distinct values: each is looked at once, with its count. */
function lookAtValues(
  { columns }: CodedRows,
  counts: readonly Int32Array[],
  looks: readonly Look[],
  profiler: Profiler,
): void {
  columns.forEach((column, index) => {
    const own = looks.filter((look) => look.index === index);
    counts[index]?.forEach((count, code) => {
      if (count === 0) return;
      const text = column.text(code);
      profiler.take(index, text, count);
      for (const { look } of own) look(text);
    });
  });
}

interface Look {
  readonly index: number;
  readonly look: (text: string) => void;
}

function columnLooks({ header }: FilePlan, survey: Survey): Look[] {
  const looks: Look[] = [];
  const at = (name: string): number => header.found.get(name) ?? -1;
  const once = (index: number, look: (text: string) => void): void => {
    if (index >= 0) looks.push({ index, look });
  };
  for (const name of ['fiscal_year', 'effective_year']) {
    once(at(name), (text) => {
      if (readYear(unguard(text)).roc) survey.rocYears = true;
    });
  }
  if (header.kind === 'indicator') {
    for (const name of STYLED) {
      const evidence = noEvidence();
      if (at(name) >= 0) survey.styles.set(at(name), evidence);
      once(at(name), (text) => weigh(unguard(text), evidence));
    }
  }
  if (header.kind === 'finance') {
    once(at('amount_unit'), (text) => {
      const unit = isNone(text) ? null : moneyUnit(unguard(text));
      if (unit) survey.rowUnits.add(unit);
    });
    const amounts = header.amounts.length > 0 ? header.amounts.map((column) => column.index) : [at('amount')];
    for (const index of amounts) once(index, (text) => lookAtAmount(text, survey));
  }
  return looks;
}

function lookAtAmount(text: string, survey: Survey): void {
  // What is asked of amounts is known, then.
  if (survey.hasBareAmounts && survey.amounts.length >= KEPT_AMOUNTS) return;
  const reading = readNumber(unguard(text));
  if (reading.kind !== 'number') return;
  if (moneyUnit(reading.unit) === null || reading.unit === '万') survey.hasBareAmounts = true;
  if (survey.amounts.length < KEPT_AMOUNTS) survey.amounts.push({ text, value: new Exact(reading.value) });
}

/** Columns whose content may have to say what they are: unknown ones, and a name that may hold the code. */
function profiledColumns({ header }: FilePlan): number[] {
  const name = header.found.get('unit_name');
  return name === undefined || header.found.has('unit_code') ? [...header.unknown] : [...header.unknown, name];
}

const emptyProfile = (): ColumnEvidence => ({
  filled: 0,
  numbers: 0,
  codes: 0,
  years: 0,
  items: 0,
  stages: 0,
  codesWithName: 0,
});

function probe(text: string, profile: ColumnEvidence): void {
  if (isNone(text)) return;
  profile.filled += 1;
  if (readNumber(text).kind === 'number') profile.numbers += 1;
  if (/^[\dA-Za-z]{3,}$/.test(readCode(text).value ?? '')) profile.codes += 1;
  if (readYear(text).value !== null) profile.years += 1;
  if (itemOf(text)) profile.items += 1;
  if (stageOf(text)) profile.stages += 1;
  if (splitCodeAndName(text)) profile.codesWithName += 1;
}
