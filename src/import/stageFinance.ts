/** Amounts on their way to DuckDB: where and of what, by number, and the amount itself. */
import { csvCell } from '../domain/csvCell';
import { CsvParts } from './csvParts';
import type { StagingTable } from './protocol';
import type { ReadCell } from './readerBase';
import { Numbering, Parent, type StagingWriter } from './staging';
import { Twins } from './twins';

const SEPARATOR = '\u001f';

/** What an amount is of: item and stage, and the column that it stands in. */
export interface Subject {
  readonly item: string;
  readonly itemName: string;
  readonly stage: string;
  readonly part: string;
  readonly cell: number;
  readonly isWide: boolean;
  readonly columnName: string;
}

export class FinanceWriter implements StagingWriter {
  readonly kind = 'finance';
  readonly #rows = new CsvParts();
  readonly #heads = new Parent('head', ['fiscal_year', 'unit_code', 'unit_name', 'place_id']);
  readonly #subjects = new Parent('subject', [
    'item',
    'item_name',
    'stage',
    'part',
    'cell',
    'is_wide',
    'column_name',
    'key_id',
  ]);
  readonly #places = new Numbering();
  readonly #keys = new Numbering();
  readonly #placeOf: number[] = [];
  readonly #keyOfSubject: number[] = [];
  readonly #twins = new Twins();
  #sourceRows = 0;
  #lastFile = -1;
  #lastLine = -1;

  headOf(year: ReadCell, code: ReadCell, name: ReadCell): number {
    const place = this.#places.numberOf(`${year.value ?? ''}${SEPARATOR}${code.value ?? ''}`);
    const key = [year, code, name].map((cell) => cell.value ?? '').join(SEPARATOR);
    const head = this.#heads.numberOf(key, () => `${year.csv},${code.csv},${name.csv},${String(place)}`);
    this.#placeOf[head] = place;
    return head;
  }

  subjectOf({ item, itemName, stage, part, cell, isWide, columnName }: Subject): number {
    const key = this.#keys.numberOf([item, stage, part].join(SEPARATOR));
    const all = [item, itemName, stage, part, String(cell), String(isWide), columnName];
    const subject = this.#subjects.numberOf(all.join(SEPARATOR), () => `${all.map(csvCell).join(',')},${String(key)}`);
    this.#keyOfSubject[subject] = key;
    return subject;
  }

  /** `amount` and `value` (as it stood, where that differs) as CSV; an empty amount states no figure. */
  add(head: number, subject: number, amount: string, value: string, fileId: number, line: number): void {
    // A row that states no figure is compared with its like only.
    const key = (this.#keyOfSubject[subject] ?? 0) * 2 + (amount === '' ? 0 : 1);
    this.#twins.add(this.#placeOf[head] ?? 0, key);
    if (line !== this.#lastLine || fileId !== this.#lastFile) this.#sourceRows += 1;
    this.#lastFile = fileId;
    this.#lastLine = line;
    const stood = value === amount ? '' : value;
    this.#rows.whole(head).whole(subject).cell(amount).csv(stood).whole(fileId).whole(line).end();
  }

  finish(): StagingTable {
    const { rowCount } = this.#rows;
    return {
      kind: 'finance',
      columns: ['head_id', 'subject_id', 'amount', 'value', 'file_id', 'line'],
      parts: this.#rows.finish(),
      rowCount,
      parents: [this.#heads.finish(), this.#subjects.finish()],
      hasTwins: this.#twins.found,
      sourceRows: this.#sourceRows,
    };
  }
}
