/**
 * The table of readings: what the cells of an indicator come to, once for all rows of the same cells. Working it out is the
 * longest part of an import, so a second worker can do it while the first goes on through the rows.
 */
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

/** Cells of one combination, as they are stored. */
export type ReadValues = readonly (string | null)[];

/**
 * Takes the distinct combinations of cells, each with its number: `key` are the numbers of its values, in the order of READ
 * (0: nothing), `texts` the values by number. `content`: fingerprint of the combination. The key is the caller's again
 * after the call.
 */
export interface Readings {
  add(number: number, key: Int32Array, texts: ReadValues, content: number): void;
  /** The table, or as much of it as no other worker gives. */
  finish(): StagingPlain;
}

export class ReadingRows implements Readings {
  readonly #rows = new CsvParts();

  get rowCount(): number {
    return this.#rows.rowCount;
  }

  add(number: number, key: Int32Array, texts: ReadValues, content: number): void {
    const value = (place: number): string | null => texts[key[place] ?? 0] ?? null;
    const read = readIndicator({
      level1: value(0),
      level2: value(1),
      kind: value(2),
      comparator: value(3),
      target: value(4),
      achieved: value(5),
      numerator: value(6),
      denominator: value(7),
      measureUnit: value(8),
    });
    const rows = this.#rows.whole(number);
    for (let place = 0; place < READ.length; place += 1) rows.cell(value(place));
    for (const cell of read) rows.cell(cell);
    rows.whole(content).end();
  }

  finish(): StagingPlain {
    const columns = ['id', ...READ, ...READING_COLUMNS.map(({ name }) => name), 'content'];
    const { rowCount } = this.#rows;
    return { name: 'reading', columns, parts: this.#rows.finish(), rowCount };
  }
}

/** Combinations on their way to another worker. */
export interface ReadingBatch {
  readonly numbers: Int32Array;
  /** One behind the other. */
  readonly keys: Int32Array;
  readonly contents: Float64Array;
  /** Values that no batch before this one has named; their numbers follow on those of the earlier ones. */
  readonly texts: ReadValues;
}

/** `end`: how many there were in all. */
export type ReadingMessage = ReadingBatch | { readonly end: number };

const BATCH = 4096;

/** `share` of each READING_ROUND goes to the other worker, the rest is worked out here. */
export class SentReadings implements Readings {
  readonly #own = new ReadingRows();
  #numbers = new Int32Array(BATCH);
  #keys = new Int32Array(BATCH * READ.length);
  #contents = new Float64Array(BATCH);
  #waiting = 0;
  #texts: ReadValues = [];
  #textsSent = 0;
  #count = 0;

  constructor(
    readonly share: number,
    readonly send: (message: ReadingMessage, transfer: Transferable[]) => void,
  ) {}

  add(number: number, key: Int32Array, texts: ReadValues, content: number): void {
    if (number % READING_ROUND >= this.share) {
      this.#own.add(number, key, texts, content);
      return;
    }
    const place = this.#waiting;
    this.#numbers[place] = number;
    this.#keys.set(key, place * READ.length);
    this.#contents[place] = content;
    this.#texts = texts;
    this.#waiting += 1;
    this.#count += 1;
    if (this.#waiting === BATCH) this.#flush();
  }

  #flush(): void {
    const numbers = this.#numbers.slice(0, this.#waiting);
    const keys = this.#keys.slice(0, this.#waiting * READ.length);
    const contents = this.#contents.slice(0, this.#waiting);
    const texts = this.#texts.slice(this.#textsSent);
    this.send({ numbers, keys, contents, texts }, [numbers.buffer, keys.buffer, contents.buffer]);
    this.#textsSent += texts.length;
    this.#waiting = 0;
  }

  finish(): StagingPlain {
    if (this.#waiting > 0) this.#flush();
    this.send({ end: this.#count }, []);
    return this.#own.finish();
  }
}

/** In the other worker. */
export class TakenReadings {
  readonly #rows = new ReadingRows();
  readonly #texts: (string | null)[] = [];

  /** The table, when that was the last of it. */
  take(message: ReadingMessage): StagingPlain | null {
    const rows = this.#rows;
    if ('end' in message) {
      if (message.end !== rows.rowCount)
        throw new Error(`读数应有 ${String(message.end)} 种，只到 ${String(rows.rowCount)} 种`);
      return rows.finish();
    }
    const { numbers, keys, contents, texts } = message;
    for (const text of texts) this.#texts.push(text);
    const key = new Int32Array(READ.length);
    numbers.forEach((number, i) => {
      for (let place = 0; place < READ.length; place += 1) key[place] = keys[i * READ.length + place] ?? 0;
      rows.add(number, key, this.#texts, contents[i] ?? 0);
    });
    return null;
  }
}
