/**
 * Readers of kinds whose row is one record: unit, conclusion, unit change; indicators build on them (readIndicators.ts).
 * A fault in a required column costs the row, in any other only its cell.
 */
import { csvCell } from '../domain/csvCell';
import type { NumberStyle } from '../domain/number';
import { EMPTY, HEADS, MISSING, POINTS, readDecimal, unguard, type Digits } from './cells';
import { memoise } from '../domain/memo';
import type { FilePlan } from './plan';
import { NOBODY, RowReader, withCsv, type Fault, type ReadCell, type Settings } from './readerBase';
import { contentOf } from './sameness';
import type { RecordWriter } from './staging';

export const ABSENT = withCsv(EMPTY);
const MISSING_CELL: ReadCell = { ...ABSENT, fault: MISSING };
export const filled = (cell: ReadCell): ReadCell => (cell.value === null && cell.fault === null ? MISSING_CELL : cell);

export abstract class RecordReader<W> extends RowReader {
  constructor(
    plan: FilePlan,
    settings: Settings,
    fileId: number,
    readonly writer: W,
  ) {
    super(plan, settings, fileId);
  }

  style(name: string): NumberStyle {
    return this.settings.commaColumns.has(this.at(name)) ? 'comma' : 'point';
  }

  decimals(name: string, units: readonly string[], negative: boolean, digits: Digits): (text: string) => ReadCell {
    const rule = { units, style: this.style(name), negative, digits };
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
    if (this.isLoneNote(row)) this.setAside(row, line);
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

export class UnitReader extends RecordReader<RecordWriter> {
  readonly #quota = this.decimals('staff_quota', PEOPLE, false, HEADS);
  readonly #actual = this.decimals('staff_actual', PEOPLE, false, HEADS);

  protected override read(row: readonly string[], line: number): void {
    const code = filled(this.codeOf('unit_code', row));
    const name = filled(this.nameOf(row));
    const whose = { ...NOBODY, unitCode: code.value, rowKey: '=' };
    const required: [string, ReadCell][] = [
      ['unit_code', code],
      ['unit_name', name],
    ];
    if (this.losesRow(row, line, required, whose)) return;
    const texts = [this.textOf('unit_category', row), this.textOf('region', row)];
    const parent = this.codeOf('parent_code', row);
    const quota = this.#quota(row[this.at('staff_quota')] ?? '');
    const actual = this.#actual(row[this.at('staff_actual')] ?? '');
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

export class ConclusionReader extends RecordReader<RecordWriter> {
  readonly #total = this.decimals('reported_total', ['分'], true, POINTS);

  protected override read(row: readonly string[], line: number): void {
    const year = filled(this.yearOf('fiscal_year', row));
    const code = filled(this.codeOf('unit_code', row));
    const total = this.#total(row[this.at('reported_total')] ?? '');
    const grade = this.textOf('reported_grade', row);
    const whose = { fiscalYear: year.value, unitCode: code.value, rowKey: '=' };
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

export class UnitChangeReader extends RecordReader<RecordWriter> {
  protected override read(row: readonly string[], line: number): void {
    const from = filled(this.codeOf('from_code', row));
    const to = filled(this.codeOf('to_code', row));
    const year = filled(this.yearOf('effective_year', row));
    const whose = { ...NOBODY, unitCode: from.value, rowKey: to.value === null ? null : `=${to.value}` };
    const required: [string, ReadCell][] = [
      ['from_code', from],
      ['to_code', to],
      ['effective_year', year],
    ];
    if (this.losesRow(row, line, required, whose)) return;
    if (from.value === to.value) {
      this.reject(line, [this.faultOf('to_code', row, '新旧编码相同')], whose);
      return;
    }
    const title = csvCell(this.title('to_code'));
    this.writer.add(`${from.csv},${to.csv},${year.csv},${this.fileId},${line},${contentOf([year])},${title}`);
  }
}
