/**
 * Indicator rows on their way to DuckDB: four numbers and a place each. Year, unit and name; number and name of the
 * indicator; weight and score; and all that reading looks at: each combination is written once.
 */
import { Combos } from './combos';
import { NumberParts } from './csvParts';
import type { StagingTable } from './protocol';
import type { ReadCell } from './readerBase';
import { ReadingRows, type Readings } from './readingRows';
import { contentOf, mark, markNumber } from './sameness';
import { Numbering, Parent, type StagingWriter } from './staging';

const SEPARATOR = '\u001f';
const keyOf = (cells: readonly ReadCell[]): string => cells.map((cell) => cell.value ?? '').join(SEPARATOR);
const csvOf = (cells: readonly ReadCell[]): string => cells.map((cell) => cell.csv).join(',');

export class IndicatorWriter implements StagingWriter {
  readonly kind = 'indicator';
  readonly #rows = new NumberParts(6);
  readonly #row = new Int32Array(6);
  readonly #heads = new Parent('head', ['fiscal_year', 'unit_code', 'unit_name', 'place_id']);
  readonly #subjects = new Parent('subject', ['indicator_no', 'indicator', 'name_key', 'key_id']);
  readonly #grades = new Parent('grade', ['weight', 'reported_score', 'content']);
  readonly #readings = new Numbering();
  readonly #places = new Numbering();
  readonly #keys = new Numbering();
  readonly #placeOf: number[] = [];
  readonly #keyOfSubject: number[] = [];
  readonly #keyed = new Combos(2);
  readonly #key = new Int32Array(2);
  #hasTwins = false;

  constructor(readonly readings: Readings = new ReadingRows()) {}

  headOf(year: ReadCell, code: ReadCell, name: ReadCell): number {
    const place = this.#places.numberOf(keyOf([year, code]));
    const head = this.#heads.numberOf(keyOf([year, code, name]), () => `${csvOf([year, code, name])},${String(place)}`);
    this.#placeOf[head] = place;
    return head;
  }

  subjectOf(no: ReadCell, name: ReadCell): number {
    const nameKey = markNumber(mark(name.same));
    const key = this.#keys.numberOf(`${no.value ?? ''}${SEPARATOR}${String(nameKey)}`);
    const line = (): string => `${csvOf([no, name])},${String(nameKey)},${String(key)}`;
    const subject = this.#subjects.numberOf(keyOf([no, name]), line);
    this.#keyOfSubject[subject] = key;
    return subject;
  }

  gradeOf(weight: ReadCell, score: ReadCell): number {
    const cells = [weight, score];
    return this.#grades.numberOf(keyOf(cells), () => `${csvOf(cells)},${String(contentOf(cells))}`);
  }

  /** In the order of READ (readingRows.ts). */
  readingOf(cells: readonly ReadCell[]): number {
    // As CSV, cells are apart as well as together.
    const known = this.#readings.size;
    const reading = this.#readings.numberOf(csvOf(cells));
    if (reading === known) {
      const values = cells.map((cell) => cell.value);
      this.readings.add(reading, values, contentOf(cells));
    }
    return reading;
  }

  add(head: number, subject: number, grade: number, reading: number, fileId: number, line: number): void {
    this.#key[0] = this.#placeOf[head] ?? 0;
    this.#key[1] = this.#keyOfSubject[subject] ?? 0;
    if (this.#keyed.numberOf(this.#key) !== this.#rows.rowCount) this.#hasTwins = true;
    const row = this.#row;
    row[0] = head;
    row[1] = subject;
    row[2] = grade;
    row[3] = reading;
    row[4] = fileId;
    row[5] = line;
    this.#rows.add(row);
  }

  finish(): StagingTable {
    const { rowCount } = this.#rows;
    const parents = [this.#heads, this.#subjects, this.#grades].map((parent) => parent.finish());
    return {
      kind: 'indicator',
      columns: ['head_id', 'subject_id', 'grade_id', 'reading_id', 'file_id', 'line'],
      parts: this.#rows.finish(),
      rowCount,
      parents: [...parents, this.readings.finish()],
      hasTwins: this.#hasTwins,
      sourceRows: rowCount,
    };
  }
}
