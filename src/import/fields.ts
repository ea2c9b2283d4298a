/**
 * Readers of the four kinds whose row is one record: unit, indicator, conclusion, unit change.
 * A fault in a required column costs the row, in any other only its cell.
 */
import { csvCell } from '../domain/csvCell';
import { comparatorFault, readIndicator, targetFault } from '../domain/reading';
import { isNone, NOT_A_NUMBER, readNumber, type NumberStyle } from '../domain/number';
import { matchKey } from '../domain/text';
import { EMPTY, MISSING, readDecimal, unguard, type Cell } from './cells';
import { memoise } from './memo';
import { toPointStyle } from './numberStyle';
import type { FilePlan } from './plan';
import { NOBODY, RowReader, withCsv, type Fault, type ReadCell, type Settings } from './readerBase';
import { joinMarks, markNumber, markOf, NO_MARK, type Mark } from './sameness';
import type { StagingWriter } from './staging';

const ABSENT = withCsv(EMPTY);
const mark = memoise(markOf);
const MISSING_CELL: ReadCell = { ...ABSENT, fault: MISSING };
const filled = (cell: ReadCell): ReadCell => (cell.value === null && cell.fault === null ? MISSING_CELL : cell);

function contentOf(cells: readonly ReadCell[]): number {
  let sum: Mark = NO_MARK;
  for (const cell of cells) sum = joinMarks(sum, mark(cell.same));
  return markNumber(sum);
}

abstract class RecordReader extends RowReader {
  constructor(
    plan: FilePlan,
    settings: Settings,
    fileId: number,
    readonly writer: StagingWriter,
  ) {
    super(plan, settings, fileId);
  }

  style(name: string): NumberStyle {
    return this.settings.commaColumns.has(this.at(name)) ? 'comma' : 'point';
  }

  decimals(name: string, units: readonly string[], negative: boolean): (text: string) => ReadCell {
    const rule = { units, style: this.style(name), negative };
    return memoise((text) => withCsv(readDecimal(unguard(text), rule)));
  }

  /** The row is lost for the first thing that each required column lacks; false: go on. */
  protected losesRow(
    row: readonly string[],
    line: number,
    required: readonly (readonly [string, ReadCell])[],
    whose = NOBODY,
  ): boolean {
    if (required.every(([, cell]) => cell.fault === null)) return false;
    const faults = required
      .filter(([, cell]) => cell.fault !== null)
      .map(([name, cell]): Fault => this.faultOf(name, row, cell.fault ?? ''));
    if (this.isLoneNote(row)) this.tally.aside += 1;
    else this.reject(line, faults, whose);
    return true;
  }

  protected listCells(
    row: readonly string[],
    line: number,
    optional: readonly (readonly [string, ReadCell])[],
    whose = NOBODY,
  ): void {
    for (const [name, cell] of optional) {
      if (cell.fault !== null) this.rejectCell(line, this.faultOf(name, row, cell.fault), whose);
    }
  }
}

const PEOPLE = ['人', '名', '个'];

export class UnitReader extends RecordReader {
  readonly #quota = this.decimals('staff_quota', PEOPLE, false);
  readonly #actual = this.decimals('staff_actual', PEOPLE, false);

  protected override read(row: readonly string[], line: number): void {
    const code = filled(this.codeOf('unit_code', row));
    const name = filled(this.nameOf(row));
    if (
      this.losesRow(row, line, [
        ['unit_code', code],
        ['unit_name', name],
      ])
    )
      return;
    const texts = [this.textOf('unit_category', row), this.textOf('region', row)];
    const parent = this.codeOf('parent_code', row);
    const quota = this.#quota(row[this.at('staff_quota')] ?? '');
    const actual = this.#actual(row[this.at('staff_actual')] ?? '');
    const whose = { ...NOBODY, unitCode: code.value };
    this.listCells(
      row,
      line,
      [
        ['parent_code', parent],
        ['staff_quota', quota],
        ['staff_actual', actual],
      ],
      whose,
    );
    const cells = [code, name, ...texts, parent, quota, actual];
    const csv = cells.map((cell) => cell.csv).join(',');
    this.writer.add(`${csv},${this.fileId},${line},${contentOf(cells)}`);
  }
}

export class ConclusionReader extends RecordReader {
  readonly #total = this.decimals('reported_total', ['分'], true);

  protected override read(row: readonly string[], line: number): void {
    const year = filled(this.yearOf('fiscal_year', row));
    const code = filled(this.codeOf('unit_code', row));
    const total = this.#total(row[this.at('reported_total')] ?? '');
    const grade = this.textOf('reported_grade', row);
    const whose = { fiscalYear: year.value, unitCode: code.value, rowKey: null };
    const stated = this.at('reported_total') >= 0 ? 'reported_total' : 'reported_grade';
    const nothing = total.value === null && grade.value === null;
    const required: [string, ReadCell][] = [
      ['fiscal_year', year],
      ['unit_code', code],
    ];
    // At least one of the two: a bad total without a grade costs the row.
    if (nothing) required.push([stated, total.fault === null ? MISSING_CELL : total]);
    if (this.losesRow(row, line, required, whose)) return;
    this.listCells(row, line, [['reported_total', total]], whose);
    const csv = [year, code, this.nameOf(row), total, grade].map((cell) => cell.csv).join(',');
    this.writer.add(`${csv},${this.fileId},${line},${contentOf([total, grade])}`);
  }
}

export class UnitChangeReader extends RecordReader {
  protected override read(row: readonly string[], line: number): void {
    const from = filled(this.codeOf('from_code', row));
    const to = filled(this.codeOf('to_code', row));
    const year = filled(this.yearOf('effective_year', row));
    if (
      this.losesRow(row, line, [
        ['from_code', from],
        ['to_code', to],
        ['effective_year', year],
      ])
    )
      return;
    if (from.value === to.value) {
      this.reject(line, [this.faultOf('to_code', row, '新旧编码相同')], NOBODY);
      return;
    }
    this.writer.add(`${from.csv},${to.csv},${year.csv},${this.fileId},${line},${contentOf([year])}`);
  }
}

/** Targets and achieved values are kept as they stand; what they say is compared by value. */
function readTarget(text: string, style: NumberStyle): Cell {
  const plain = toPointStyle(text.trim(), style);
  if (plain === '') return EMPTY;
  const fault = targetFault(plain);
  if (fault) return { value: null, same: '', fault };
  // 无 says more than a blank does: against ≤ the author means "none happened".
  if (isNone(plain) && matchKey(plain) !== '无') return { value: plain, same: '', fault: null };
  const number = readNumber(plain);
  return {
    value: plain,
    same: number.kind === 'number' ? `${number.value.toFixed()}${number.unit}` : matchKey(plain),
    fault: null,
  };
}

/** 完成分子 and 完成分母: words behind the number are ignored, a share is a bad cell. */
function readTerm(text: string, style: NumberStyle): Cell {
  const plain = toPointStyle(text.trim(), style);
  const reading = readNumber(plain);
  if (reading.kind === 'none') return EMPTY;
  if (reading.kind === 'bad') return { value: null, same: '', fault: reading.reason };
  if (['%', '‰', '百分比'].includes(reading.unit)) return { value: null, same: '', fault: NOT_A_NUMBER };
  return { value: plain, same: `${reading.value.toFixed()}${reading.unit}`, fault: null };
}

function readComparator(text: string): Cell {
  const plain = text.trim();
  if (plain === '') return EMPTY;
  const fault = comparatorFault(plain);
  return fault
    ? { value: null, same: '', fault }
    : { value: plain, same: isNone(plain) ? '' : matchKey(plain), fault: null };
}

export class IndicatorReader extends RecordReader {
  readonly #weight = this.decimals('weight', ['分'], true);
  readonly #score = this.decimals('reported_score', ['分'], true);
  readonly #comparator = memoise((text) => withCsv(readComparator(unguard(text))));
  readonly #cells = new Map(
    (['target', 'adjusted_target', 'achieved', 'numerator', 'denominator'] as const).map((name) => {
      const read = name === 'numerator' || name === 'denominator' ? readTerm : readTarget;
      const style = this.style(name);
      return [name, { index: this.at(name), read: memoise((text) => withCsv(read(unguard(text), style))) }] as const;
    }),
  );
  readonly #readings = new Map<string, string>();

  #value(
    name: 'target' | 'adjusted_target' | 'achieved' | 'numerator' | 'denominator',
    row: readonly string[],
  ): ReadCell {
    const column = this.#cells.get(name);
    return column && column.index >= 0 ? column.read(row[column.index] ?? '') : ABSENT;
  }

  protected override read(row: readonly string[], line: number): void {
    const year = filled(this.yearOf('fiscal_year', row));
    const code = filled(this.codeOf('unit_code', row));
    const name = filled(this.textOf('indicator', row));
    const weight = this.#checkedWeight(row);
    const no = this.textOf('indicator_no', row);
    const whose = {
      fiscalYear: year.value,
      unitCode: code.value,
      rowKey: name.value === null ? null : `${no.same}|${name.same}`,
    };
    const required: [string, ReadCell][] = [
      ['fiscal_year', year],
      ['unit_code', code],
      ['indicator', name],
      ['weight', weight],
    ];
    if (this.losesRow(row, line, required, whose)) return;
    const comparator = this.at('comparator') < 0 ? ABSENT : this.#comparator(row[this.at('comparator')] ?? '');
    const filed = this.#value('target', row);
    const adjusted = this.#value('adjusted_target', row);
    const achieved = this.#value('achieved', row);
    const [top, bottom] = [this.#value('numerator', row), this.#value('denominator', row)];
    const score = this.#score(row[this.at('reported_score')] ?? '');
    this.listCells(
      row,
      line,
      [
        ['reported_score', score],
        ['comparator', comparator],
        ['target', filed],
        ['adjusted_target', adjusted],
        ['achieved', achieved],
        ['numerator', top],
        ['denominator', bottom],
      ],
      whose,
    );
    const target = adjusted.value === null || isNone(adjusted.value) ? filed : adjusted;
    const text = (column: string): ReadCell => this.textOf(column, row);
    const [level1, level2, kind, unit] = [text('level1'), text('level2'), text('kind'), text('measure_unit')];
    const cells = [level1, level2, kind, comparator, target, achieved, top, bottom, unit];
    const reading = this.#reading(cells);
    const csv = `${year.csv},${code.csv},${this.nameOf(row).csv},${no.csv},${level1.csv},${level2.csv},${name.csv},${kind.csv},${comparator.csv},${target.csv},${achieved.csv},${top.csv},${bottom.csv},${unit.csv},${weight.csv},${score.csv}`;
    const content = contentOf([...cells, weight, score]);
    this.writer.add(`${csv},${reading},${this.fileId},${line},${markNumber(mark(name.same))},${content}`);
  }

  #checkedWeight(row: readonly string[]): ReadCell {
    const weight = filled(this.#weight(row[this.at('weight')] ?? ''));
    return weight.value?.startsWith('-') === true ? { ...ABSENT, fault: '分值为负' } : weight;
  }

  #reading(cells: readonly ReadCell[]): string {
    const key = cells.map((cell) => cell.value ?? '').join('\u001f');
    const known = this.#readings.get(key);
    if (known !== undefined) return known;
    const [level1, level2, kind, comparator, target, achieved, numerator, denominator, measureUnit] = cells.map(
      (cell) => cell.value,
    );
    const values = readIndicator({
      level1: level1 ?? null,
      level2: level2 ?? null,
      kind: kind ?? null,
      comparator: comparator ?? null,
      target: target ?? null,
      achieved: achieved ?? null,
      numerator: numerator ?? null,
      denominator: denominator ?? null,
      measureUnit: measureUnit ?? null,
    });
    const csv = values.map(csvCell).join(',');
    if (this.#readings.size > 100_000) this.#readings.clear();
    this.#readings.set(key, csv);
    return csv;
  }
}
