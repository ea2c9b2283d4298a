/** One pass over a file for what only the whole of it can tell: calendar, number style, amounts and their units. */
import { Exact } from '../domain/decimal';
import { isNone, readNumber } from '../domain/number';
import { normaliseText } from '../domain/text';
import { readCode, readYear, splitCodeAndName, unguard } from './cells';
import { moneyUnit, type NamedUnit } from './money';
import { noEvidence, weigh, type StyleEvidence } from './numberStyle';
import type { FilePlan } from './plan';
import { Profiler } from './profile';
import { readBatches } from './rows';
import { isTotal, itemOf, stageOf, TOTAL_COLUMNS } from './words';

/** Columns of indicators whose number style is looked at. */
const STYLED = ['target', 'adjusted_target', 'achieved', 'numerator', 'denominator', 'weight', 'reported_score'];
const KEPT_AMOUNTS = 3000;
const PROBED_ROWS = 2000;
/** Distinct values of a column that are counted before they are looked at. */
const COUNTED_VALUES = 20_000;

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
  /** Amounts that no unit of their own stands with. */
  bareAmounts: number;
  readonly amounts: { text: string; value: Exact }[];
  readonly profiles: Map<number, ColumnEvidence>;
}

export type Watch = (share: number) => void;

export function surveyFile(plan: FilePlan, bytes: Uint8Array, watch: Watch): Survey {
  const { header } = plan;
  const survey: Survey = {
    rowCount: 0,
    profiler: new Profiler(),
    rocYears: false,
    styles: new Map(),
    rowUnits: new Set(),
    bareAmounts: 0,
    amounts: [],
    profiles: new Map(),
  };
  const totals = TOTAL_COLUMNS.map((name) => header.found.get(name)).filter((index) => index !== undefined);
  const columns = new ColumnCounts(header.titles.length, columnLooks(plan, survey), survey.profiler);
  const profiled = profiledColumns(plan);
  for (const index of profiled) survey.profiles.set(index, emptyProfile());
  for (const batch of readBatches(bytes, plan.reading, plan.delimiter)) {
    watch(batch.share);
    batch.rows.forEach((row, i) => {
      if ((batch.lines[i] ?? 0) <= plan.headEnd) return;
      const first = row.find((cell) => cell !== '' && normaliseText(cell) !== '');
      if (first === undefined) return;
      survey.rowCount += 1;
      // A total is no value of its column: it would be the highest of them all.
      if (!isTotal(first) && !totals.some((index) => isTotal(row[index] ?? ''))) columns.take(row);
      if (survey.rowCount <= PROBED_ROWS)
        for (const [index, profile] of survey.profiles) probe(row[index] ?? '', profile);
    });
  }
  columns.finish();
  return survey;
}

/** A million rows hold few distinct values: each is counted first, and looked at once with its count. */
class ColumnCounts {
  readonly #counts: Map<string, number>[] = [];
  readonly #looks = new Map<number, ((text: string) => void)[]>();

  constructor(
    readonly width: number,
    looks: readonly Look[],
    readonly profiler: Profiler,
  ) {
    for (const { index, look } of looks) this.#looks.set(index, [...(this.#looks.get(index) ?? []), look]);
  }

  take(row: readonly string[]): void {
    for (let column = 0; column < this.width; column += 1) {
      const counts = (this.#counts[column] ??= new Map<string, number>());
      const text = row[column] ?? '';
      const before = counts.get(text);
      counts.set(text, before === undefined ? 1 : before + 1);
      if (before === undefined && counts.size >= COUNTED_VALUES) this.#look(column, counts);
    }
  }

  finish(): void {
    this.#counts.forEach((counts, column) => this.#look(column, counts));
  }

  #look(column: number, counts: Map<string, number>): void {
    const looks = this.#looks.get(column) ?? [];
    for (const [text, count] of counts) {
      this.profiler.take(column, text, count);
      for (const look of looks) look(text);
    }
    counts.clear();
  }
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
  const reading = readNumber(unguard(text));
  if (reading.kind !== 'number') return;
  if (moneyUnit(reading.unit) === null || reading.unit === '万') survey.bareAmounts += 1;
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
