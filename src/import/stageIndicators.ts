/**
 * Indicator rows on their way to DuckDB: four numbers and a place each. Year, unit and name; number and name of the
 * indicator; weight and score; and all that reading looks at: each combination is written once.
 */
import { Combos } from './combos';
import { CsvParts } from './csvParts';
import type { StagingTable } from './protocol';
import type { ReadCell } from './readerBase';
import { READ, ReadingRows, type Readings } from './readingRows';
import { contentOf, mark, markNumber } from './sameness';
import { Numbering, Parent, type StagingWriter } from './staging';
import { Twins } from './twins';

const SEPARATOR = '\u001f';
const keyOf = (cells: readonly ReadCell[]): string => cells.map((cell) => cell.value ?? '').join(SEPARATOR);
const csvOf = (cells: readonly ReadCell[]): string => cells.map((cell) => cell.csv).join(',');

export class IndicatorWriter implements StagingWriter {
  readonly kind = 'indicator';
  readonly #rows = new CsvParts();
  readonly #heads = new Parent('head', ['fiscal_year', 'unit_code', 'unit_name', 'place_id']);
  readonly #subjects = new Parent('subject', ['indicator_no', 'indicator', 'name_key', 'key_id']);
  readonly #grades = new Parent('grade', ['weight', 'reported_score', 'content']);
  /** By number, the values of all columns that reading looks at; 0 is none. */
  readonly #texts: (string | null)[] = [null];
  readonly #textNumbers = new Map<string, number>();
  readonly #combinations = new Combos(READ.length);
  readonly #places = new Numbering();
  readonly #keys = new Numbering();
  readonly #placeOf: number[] = [];
  readonly #keyOfSubject: number[] = [];
  readonly #twins = new Twins();

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
    const key = Int32Array.from(READ, (_, place) => this.textNumber(cells[place]?.value ?? null));
    return this.reading(key, contentOf(cells));
  }

  /** The same of numbers of texts and their content. */
  reading(key: Int32Array, content: number): number {
    const known = this.#combinations.size;
    const reading = this.#combinations.numberOf(key);
    if (reading === known) this.readings.add(reading, key, this.#texts, content);
    return reading;
  }

  text(number: number): string | null {
    return this.#texts[number] ?? null;
  }

  /** 0 for nothing. */
  textNumber(text: string | null): number {
    if (text === null) return 0;
    const known = this.#textNumbers.get(text);
    if (known !== undefined) return known;
    this.#textNumbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  add(head: number, subject: number, grade: number, reading: number, fileId: number, line: number): void {
    this.#twins.add(this.#placeOf[head] ?? 0, this.#keyOfSubject[subject] ?? 0);
    this.#rows.whole(head).whole(subject).whole(grade).whole(reading).whole(fileId).whole(line).end();
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
      hasTwins: this.#twins.found,
      sourceRows: rowCount,
    };
  }
}
