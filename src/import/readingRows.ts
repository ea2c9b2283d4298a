/**
 * The table of readings: what the cells of an indicator come to, once for all rows of the same cells. Working it out is the
 * longest part of an import, so a second worker can do it while the first goes on through the rows.
 */
import { csvCell } from '../domain/csvCell';
import { READING_COLUMNS, readIndicator } from '../domain/reading';
import { CsvParts } from './csvParts';
import { READING_ROUND, type StagingPlain } from './protocol';

/** What reading looks at, in this order. */
export const READ = [
  'level1',
  'level2',
  'kind',
  'comparator',
  'target',
  'achieved',
  'numerator',
  'denominator',
  'measure_unit',
] as const;

export type ReadValues = readonly (string | null)[];

/** Takes the distinct combinations of cells, each with its number. `content`: their fingerprint. */
export interface Readings {
  add(number: number, values: ReadValues, content: number): void;
  /** The table, or as much of it as no other worker gives. */
  finish(): StagingPlain;
}

/** Figures and truth values need no quotes. */
const IS_TEXT = READING_COLUMNS.map(({ type }) => type === 'VARCHAR');

export class ReadingRows implements Readings {
  readonly #rows = new CsvParts();

  get rowCount(): number {
    return this.#rows.rowCount;
  }

  add(number: number, values: ReadValues, content: number): void {
    const [level1, level2, kind, comparator, target, achieved, numerator, denominator, measureUnit] = values;
    const read = readIndicator({
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
    let line = String(number);
    for (const value of values) line += `,${csvCell(value)}`;
    for (let i = 0; i < read.length; i += 1) {
      const value = read[i] ?? null;
      line += `,${IS_TEXT[i] === true ? csvCell(value) : (value ?? '')}`;
    }
    this.#rows.add(`${line},${content}`);
  }

  finish(): StagingPlain {
    const columns = ['id', ...READ, ...READING_COLUMNS.map(({ name }) => name), 'content'];
    const { rowCount } = this.#rows;
    return { name: 'reading', columns, parts: this.#rows.finish(), rowCount };
  }
}

/** Combinations on their way to another worker: one text and the lengths of its parts, −1 for nothing. */
export interface ReadingBatch {
  readonly numbers: Int32Array;
  readonly text: string;
  readonly lengths: Int32Array;
  readonly contents: Float64Array;
}

/** `end`: how many there were in all. */
export type ReadingMessage = ReadingBatch | { readonly end: number };

const BATCH = 2048;

/** `share` of each READING_ROUND goes to the other worker, the rest is worked out here. */
export class SentReadings implements Readings {
  readonly #own = new ReadingRows();
  #numbers: number[] = [];
  #texts: string[] = [];
  #lengths: number[] = [];
  #contents: number[] = [];
  #count = 0;

  constructor(
    readonly share: number,
    readonly send: (message: ReadingMessage, transfer: Transferable[]) => void,
  ) {}

  add(number: number, values: ReadValues, content: number): void {
    if (number % READING_ROUND >= this.share) {
      this.#own.add(number, values, content);
      return;
    }
    this.#numbers.push(number);
    for (const value of values) {
      this.#lengths.push(value?.length ?? -1);
      if (value !== null) this.#texts.push(value);
    }
    this.#count += 1;
    if (this.#contents.push(content) >= BATCH) this.#flush();
  }

  #flush(): void {
    const numbers = Int32Array.from(this.#numbers);
    const lengths = Int32Array.from(this.#lengths);
    const contents = Float64Array.from(this.#contents);
    const text = this.#texts.join('');
    this.send({ numbers, text, lengths, contents }, [numbers.buffer, lengths.buffer, contents.buffer]);
    this.#numbers = [];
    this.#texts = [];
    this.#lengths = [];
    this.#contents = [];
  }

  finish(): StagingPlain {
    if (this.#contents.length > 0) this.#flush();
    this.send({ end: this.#count }, []);
    return this.#own.finish();
  }
}

/** In the other worker: true when that was the last of it. */
export function takeReadings(rows: ReadingRows, message: ReadingMessage): boolean {
  if ('end' in message) {
    if (message.end !== rows.rowCount)
      throw new Error(`读数应有 ${String(message.end)} 种，只到 ${String(rows.rowCount)} 种`);
    return true;
  }
  const { numbers, text, lengths, contents } = message;
  let at = 0;
  let next = 0;
  numbers.forEach((number, i) => {
    const values = READ.map((): string | null => {
      const length = lengths[next] ?? -1;
      next += 1;
      if (length < 0) return null;
      at += length;
      return text.slice(at - length, at);
    });
    rows.add(number, values, contents[i] ?? 0);
  });
  return false;
}
