/** What the readers of all kinds share: where a row's cells are, what they reported, and how years and codes are read. */
import { csvCell } from '../domain/csvCell';
import { asFiled, normaliseText } from '../domain/text';
import { AsideRules, isBlank } from './asideRules';
import { plainCode, readCode, readText, readYear, splitCodeAndName, unguard, type Cell, YEAR_FAULT } from './cells';
import { rowTexts, type Chunk, type CodedRows, type Watch } from './coded';
import { CODE_AND_NAME_HEADERS, DATASETS, type Kind } from './datasets';
import { memoise } from '../domain/memo';
import type { FilePlan } from './plan';
import type { Reject } from './protocol';
import { remedyFor } from './remedies';
import { RowFlags } from './valueFlags';
import { isNote } from './words';

/** What the questions of an import came to, for one file. */
export interface Settings {
  readonly year: string | null;
  readonly stage: string | null;
  readonly rocYears: boolean;
  /** Unit for what names none; `column`: 金额单位 beats header and line. */
  readonly amountUnit: string | null;
  /** Columns of the file in comma style. */
  readonly commaColumns: ReadonlySet<number>;
  /** Columns that were asked for: name → index. */
  readonly mapped: ReadonlyMap<string, number>;
}

export interface Tally {
  rows: number;
  aside: number;
  rejected: number;
  cells: number;
  cleaned: number;
}

export interface ReadCell extends Cell {
  readonly csv: string;
}
export const withCsv = <C extends Cell>(cell: C): C & ReadCell => ({ ...cell, csv: csvCell(cell.value) });

export interface Fault {
  readonly index: number | null;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  /** Of an amount: its item and stage. */
  readonly rowKey?: string | null;
}

/** Where a row is known to belong, for the reject list. */
export interface Whose {
  readonly fiscalYear: string | null;
  readonly unitCode: string | null;
  readonly rowKey: string | null;
}
export const NOBODY: Whose = { fiscalYear: null, unitCode: null, rowKey: null };

/** `row`: its place in the chunk. */
export type TakePlain = (row: number, line: number) => boolean;

/** More than that are no totals that anybody would check. */
export const MOST_ASIDE = 20_000;

export abstract class RowReader {
  readonly kind: Kind;
  readonly tally: Tally = { rows: 0, aside: 0, rejected: 0, cells: 0, cleaned: 0 };
  readonly rejects: Reject[] = [];
  readonly asideRows: { readonly line: number; readonly row: readonly string[] }[] = [];
  readonly #found: ReadonlyMap<string, number>;
  readonly #asideRules: AsideRules;
  readonly #year = memoise((text) => withCsv(readYear(unguard(text))));
  readonly #code = memoise((text) => withCsv(readCode(unguard(text))));
  /** A cell of words. */
  protected readonly text = memoise((text) => withCsv(readText(unguard(text))));
  readonly #codeAndName = memoise(splitCodeAndName);
  readonly #nameMayHoldCode: boolean;
  readonly #constantYear: ReadCell | null;

  constructor(
    readonly plan: FilePlan,
    readonly settings: Settings,
    readonly fileId: number,
  ) {
    this.kind = plan.header.kind;
    this.#found = new Map([...plan.header.found, ...settings.mapped]);
    this.#asideRules = new AsideRules(plan, (name) => this.at(name));
    const nameTitle = normaliseText(plan.header.titles[this.at('unit_name')] ?? '');
    this.#nameMayHoldCode = CODE_AND_NAME_HEADERS.some((header) => nameTitle.endsWith(header));
    this.#constantYear = settings.year === null ? null : withCsv(readYear(settings.year));
  }

  /** Index of a column, or −1. */
  at(name: string): number {
    return this.#found.get(name) ?? -1;
  }

  title(name: string): string {
    const index = this.at(name);
    const label = DATASETS[this.kind].find((column) => column.name === name)?.label ?? name;
    return index < 0 ? label : this.titleAt(index);
  }

  titleAt(index: number): string {
    return asFiled(this.plan.header.titles[index] ?? '').replaceAll('\n', '');
  }

  /** Takes one row of the file: staged, aside or rejected, but always counted once. Blank rows are no rows. */
  take(row: readonly string[], line: number, damaged: boolean): void {
    let first = 0;
    while (first < row.length && isBlank(row[first] ?? '')) first += 1;
    if (first === row.length) return;
    this.tally.rows += 1;
    if (damaged && row.some((cell) => /[\0\ufffd]/.test(cell))) {
      const index = row.findIndex((cell) => /[\0\ufffd]/.test(cell));
      this.reject(line, [this.fault(index, row, '有不能解码的字符')], NOBODY);
      return;
    }
    if (this.#asideRules.isAside(row, first)) {
      this.setAside(row, line);
      return;
    }
    if (row.length > this.plan.header.titles.length) {
      const extra = row.findIndex((cell, i) => i >= this.plan.header.titles.length && !isBlank(cell));
      if (extra >= 0) {
        this.reject(
          line,
          [{ index: extra, column: '', value: row[extra] ?? '', reason: '这一行的列数多于表头' }],
          NOBODY,
        );
        return;
      }
    }
    this.read(row, line);
  }

  /** All rows below the head: those that are plain by their numbers, the others cell by cell. */
  takeAll(rows: CodedRows, watch: Watch): void {
    const plain = this.plainRows?.(rows);
    const odd = new RowFlags(rows, (text, index) => this.#asideRules.isOdd(text, index));
    rows.chunks.forEach((chunk, at) => {
      const takePlain = plain?.(chunk);
      const isOdd = odd.of(chunk);
      for (const row of chunk.beyond.keys()) isOdd[row] = 1;
      for (let row = 0; row < chunk.rowCount; row += 1) {
        const line = chunk.lines[row] ?? 0;
        if (line <= this.plan.headEnd) continue;
        if (isOdd[row] === 0 && takePlain?.(row, line) === true) this.tally.rows += 1;
        else this.take(rowTexts(rows, chunk, row), line, true);
      }
      watch((at + 1) / rows.chunks.length);
    });
  }

  /**
   * For kinds of which files have a million rows: takes the row by the numbers of its values, as `take` would, and says
   * true; or leaves it alone and says false, where anything about it is to be told or is not as it should be.
   */
  protected plainRows?(rows: CodedRows): (chunk: Chunk) => TakePlain;

  /** A row that lacks something required may be a foot note. */
  isLoneNote(row: readonly string[]): boolean {
    const filled = row.filter((cell) => !isBlank(cell));
    return filled.length === 1 && isNote(filled[0] ?? '', true);
  }

  /** Totals are kept, to be compared with the rows that they cover. */
  protected setAside(row: readonly string[], line: number): void {
    this.tally.aside += 1;
    if (this.asideRows.length < MOST_ASIDE) this.asideRows.push({ line, row });
  }

  protected abstract read(row: readonly string[], line: number): void;

  fault(index: number, row: readonly string[], reason: string): Fault {
    return { index, column: this.titleAt(index), value: unguard(row[index] ?? ''), reason };
  }

  faultOf(name: string, row: readonly string[], reason: string): Fault {
    // A code that stands with the name is missing there.
    const where = name === 'unit_code' && this.at(name) < 0 && this.#nameMayHoldCode ? 'unit_name' : name;
    const index = this.at(where);
    return { index, column: this.title(where), value: index < 0 ? '' : unguard(row[index] ?? ''), reason };
  }

  reject(line: number, faults: readonly Fault[], whose: Whose): void {
    this.tally.rejected += 1;
    for (const fault of faults) this.#list(line, fault, whose, false);
  }

  rejectCell(line: number, fault: Fault, whose: Whose): void {
    this.tally.cells += 1;
    this.#list(line, fault, whose, true);
  }

  #list(line: number, { column, value, reason, rowKey }: Fault, whose: Whose, isCell: boolean): void {
    this.rejects.push({
      file: this.plan.name,
      line,
      column,
      value,
      reason,
      remedy: remedyFor(reason),
      isCell,
      kind: this.kind,
      fiscalYear: whose.fiscalYear === null ? null : Number.parseInt(whose.fiscalYear, 10),
      unitCode: whose.unitCode,
      rowKey: rowKey ?? whose.rowKey,
    });
  }

  yearOf(name: string, row: readonly string[]): ReadCell {
    const index = this.at(name);
    if (index < 0) return this.#constantYear ?? { value: null, same: '', fault: YEAR_FAULT, csv: '' };
    const year = this.#year(row[index] ?? '');
    return year.roc && !this.settings.rocYears ? { ...year, value: null, fault: YEAR_FAULT, csv: '' } : year;
  }

  codeOf(name: string, row: readonly string[]): ReadCell {
    const index = this.at(name);
    if (index >= 0) return this.#code(row[index] ?? '');
    if (name !== 'unit_code' || !this.#nameMayHoldCode) return withCsv({ value: null, same: '', fault: null });
    const pair = this.#codeAndName(unguard(row[this.at('unit_name')] ?? ''));
    return pair ? this.#code(pair.code) : withCsv({ value: null, same: '', fault: '没有单位编码' });
  }

  nameOf(row: readonly string[]): ReadCell {
    const index = this.at('unit_name');
    if (index < 0) return this.text('');
    const cell = row[index] ?? '';
    const pair = this.#nameMayHoldCode ? this.#codeAndName(unguard(cell)) : null;
    if (!pair) return this.text(cell);
    const code = this.at('unit_code');
    return code < 0 || plainCode(row[code] ?? '') === pair.code ? this.text(pair.name) : this.text(cell);
  }

  textOf(name: string, row: readonly string[]): ReadCell {
    return this.text(row[this.at(name)] ?? '');
  }
}
