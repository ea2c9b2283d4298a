/** One pass over a file for what only the whole of it can tell: calendar, number style, amounts and their units. */
import { Exact } from '../domain/decimal';
import { isNone, readNumber } from '../domain/number';
import { normaliseText } from '../domain/text';
import { readCode, readYear, splitCodeAndName, unguard } from './cells';
import { memoise } from './memo';
import { moneyUnit, type NamedUnit } from './money';
import { noEvidence, weigh, type StyleEvidence } from './numberStyle';
import type { FilePlan } from './plan';
import { readBatches } from './rows';
import { itemOf, stageOf } from './words';

/** Columns of indicators whose number style is looked at. */
const STYLED = ['target', 'adjusted_target', 'achieved', 'numerator', 'denominator', 'weight', 'reported_score'];
const KEPT_AMOUNTS = 3000;
const FIRST_ROWS = 8;
const PROBED_ROWS = 2000;

/** How many filled cells of a column read as what. */
export interface ColumnProfile {
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
  readonly firstRows: (readonly string[])[];
  rocYears: boolean;
  readonly styles: Map<number, StyleEvidence>;
  /** Units in 金额单位. */
  readonly rowUnits: Set<NamedUnit>;
  /** Amounts that no unit of their own stands with. */
  bareAmounts: number;
  readonly amounts: { text: string; value: Exact }[];
  readonly profiles: Map<number, ColumnProfile>;
}

export type Watch = (share: number) => void;

export function surveyFile(plan: FilePlan, bytes: Uint8Array, watch: Watch): Survey {
  const { header } = plan;
  const survey: Survey = {
    rowCount: 0,
    firstRows: [],
    rocYears: false,
    styles: new Map(),
    rowUnits: new Set(),
    bareAmounts: 0,
    amounts: [],
    profiles: new Map(),
  };
  const looks = columnLooks(plan, survey);
  const profiled = profiledColumns(plan);
  for (const index of profiled) survey.profiles.set(index, emptyProfile());
  const begin = header.first + header.depth;
  let filledRows = 0;
  for (const batch of readBatches(bytes, plan.reading, plan.delimiter)) {
    watch(batch.share);
    for (const row of batch.rows) {
      if (!row.some((cell) => cell !== '' && normaliseText(cell) !== '')) continue;
      filledRows += 1;
      if (filledRows <= begin) continue;
      survey.rowCount += 1;
      if (survey.firstRows.length < FIRST_ROWS) survey.firstRows.push(row);
      for (const { index, look } of looks) look(row[index] ?? '');
      if (survey.rowCount <= PROBED_ROWS)
        for (const [index, profile] of survey.profiles) probe(row[index] ?? '', profile);
    }
  }
  return survey;
}

interface Look {
  readonly index: number;
  readonly look: (text: string) => unknown;
}

function columnLooks({ header }: FilePlan, survey: Survey): Look[] {
  const looks: Look[] = [];
  const at = (name: string): number => header.found.get(name) ?? -1;
  const once = (index: number, look: (text: string) => void): void => {
    if (index >= 0) looks.push({ index, look: memoise((text) => (look(text), true)) });
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

const emptyProfile = (): ColumnProfile => ({
  filled: 0,
  numbers: 0,
  codes: 0,
  years: 0,
  items: 0,
  stages: 0,
  codesWithName: 0,
});

function probe(text: string, profile: ColumnProfile): void {
  if (isNone(text)) return;
  profile.filled += 1;
  if (readNumber(text).kind === 'number') profile.numbers += 1;
  if (/^[\dA-Za-z]{3,}$/.test(readCode(text).value ?? '')) profile.codes += 1;
  if (readYear(text).value !== null) profile.years += 1;
  if (itemOf(text)) profile.items += 1;
  if (stageOf(text)) profile.stages += 1;
  if (splitCodeAndName(text)) profile.codesWithName += 1;
}
