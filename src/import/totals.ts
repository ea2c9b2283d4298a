/**
 * The totals rows of a file against the rows that they cover, exactly. Only where it is plain what is covered; all else is
 * passed over in silence. The sum is of the file as it stands: rows that are rejected for other reasons count too.
 */
import { Exact, formatExact } from '../domain/decimal';
import { normaliseText } from '../domain/text';
import { readDecimal, unguard, type Cell } from './cells';
import type { Chunk, CodedRows } from './coded';
import { Combination, type ReadRow } from './combination';
import type { TotalCheck, TotalsFound } from './protocol';
import { FinanceReader } from './readFinance';
import { MOST_ASIDE, type RowReader } from './readerBase';
import { ValueFlags } from './valueFlags';
import { isTotal } from './words';

const SUBTOTAL = '小计';
/** More sums of the whole file than these are of its pages. */
const MOST_WHOLE = 20;
/** Differences beyond these are counted, not listed. */
const MOST_LISTED = 200;
/** Columns that are added up, where a row is no amount. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  unit: ['staff_quota', 'staff_actual'],
  indicator: ['weight', 'reported_score'],
};

/** A column of figures: what it says in a row; null is nothing. */
interface Figures {
  readonly index: number;
  readonly indexes: readonly number[];
  readonly unit: string;
  readonly read: (row: readonly string[]) => Cell;
}

/** What a row is about: rows of different years, stages or items are not added up. */
interface Scope {
  readonly year: string;
  readonly stage: string;
  readonly item: string;
  readonly code: string;
}

interface TotalRow {
  readonly line: number;
  readonly row: readonly string[];
  readonly word: string;
}

export function checkTotals(reader: RowReader, rows: CodedRows): TotalsFound {
  const none: TotalsFound = { agreed: 0, differing: [], more: 0 };
  if (reader.asideRows.length >= MOST_ASIDE) return none;
  const totals = reader.asideRows.flatMap(({ line, row }): TotalRow[] => {
    const word = row.find((cell) => isTotal(cell));
    return word === undefined ? [] : [{ line, row, word: normaliseText(word).replace(/ /g, '') }];
  });
  const figures = figuresOf(reader);
  if (totals.length === 0 || figures.length === 0) return none;
  return new Totals(reader, rows, figures, totals).check();
}

function figuresOf(reader: RowReader): Figures[] {
  if (reader instanceof FinanceReader) {
    const unit = reader.at('amount_unit');
    return reader.amountsOf([]).map(({ index, cell }) => ({
      index,
      indexes: unit < 0 ? [index] : [index, unit],
      unit: '万元',
      read: (row) => reader.amountsOf(row)[cell]?.amount ?? { value: null, same: '', fault: '' },
    }));
  }
  return (ADDED[reader.kind] ?? [])
    .map((name) => reader.at(name))
    .filter((index) => index >= 0)
    .map((index) => {
      const style = reader.settings.commaColumns.has(index) ? 'comma' : 'point';
      const rule = { units: ['分', '人', '名', '个'], style, negative: true } as const;
      return { index, indexes: [index], unit: '', read: (row) => readDecimal(unguard(row[index] ?? ''), rule) };
    });
}

class Totals {
  readonly #scopes: Scope[] = [];
  readonly #scopeOf: Combination;
  readonly #values: (Exact | 'none' | 'bad')[] = [];
  readonly #valueOf: readonly Combination[];
  readonly #read = new Map<Chunk, { scopeOf: ReadRow; valueOf: readonly ReadRow[] }>();
  readonly #aside: ReadonlySet<number>;
  readonly #blanks: readonly ValueFlags[];

  constructor(
    readonly reader: RowReader,
    readonly rows: CodedRows,
    readonly figures: readonly Figures[],
    readonly totals: readonly TotalRow[],
  ) {
    const names = ['fiscal_year', 'stage', 'item', 'unit_code', 'unit_name'].map((name) => reader.at(name));
    this.#scopeOf = new Combination(rows, names, (cells) => this.#scopes.push(this.#scope(cells.row())) - 1);
    this.#valueOf = figures.map(
      ({ indexes, read }) =>
        new Combination(rows, indexes, (cells) => this.#values.push(valueOf(read(cells.row()))) - 1),
    );
    this.#blanks = rows.columns.map((column) => new ValueFlags(column, (text) => normaliseText(text) === ''));
    this.#aside = new Set(reader.asideRows.map(({ line }) => line));
  }

  #isBlank(codes: readonly Int32Array[], row: number): boolean {
    return this.#blanks.every((blank, index) => blank.has(codes[index]?.[row] ?? 0));
  }

  /** Total words name nobody. */
  #scope(row: readonly string[]): Scope {
    const word = (name: string): string => {
      const index = this.reader.at(name);
      const text = index < 0 ? '' : normaliseText(row[index] ?? '');
      return isTotal(text) ? '' : text;
    };
    const code = this.reader.codeOf('unit_code', row).value ?? '';
    return {
      year: this.reader.at('fiscal_year') < 0 ? '' : (this.reader.yearOf('fiscal_year', row).value ?? ''),
      stage: word('stage'),
      item: word('item'),
      code: isTotal(code) ? '' : code,
    };
  }

  check(): TotalsFound {
    const whole = this.totals.filter(({ word }) => word !== SUBTOTAL);
    let agreed = 0;
    let more = 0;
    const differing: TotalCheck[] = [];
    let start = this.reader.plan.headEnd;
    for (const total of this.totals) {
      const isBlock = total.word === SUBTOTAL || this.reader.kind === 'indicator';
      if (isBlock || whole.length <= MOST_WHOLE) {
        const [from, to] = isBlock ? [start, total.line] : [this.reader.plan.headEnd, Number.POSITIVE_INFINITY];
        for (const found of this.#compare(total, from, to)) {
          if (found === null) agreed += 1;
          else if (differing.length < MOST_LISTED) differing.push(found);
          else more += 1;
        }
      }
      start = total.line;
    }
    return { agreed, differing, more };
  }

  /** For each figure of the total: null where it agrees. */
  #compare(total: TotalRow, from: number, to: number): (TotalCheck | null)[] {
    const stated = this.#scope(total.row);
    // In finance a total of one unit is over items that hold each other.
    if (this.reader.kind === 'finance' && stated.code !== '') return [];
    const covered = this.#covered(stated, from, to);
    if (!covered) return [];
    return this.figures.flatMap((column, i): (TotalCheck | null)[] => {
      const figure = valueOf(column.read(total.row));
      if (figure === 'none' || figure === 'bad') return [];
      let sum = new Exact(0);
      let rejected = 0;
      for (const [id, count] of covered.counts[i] ?? []) {
        const value = this.#values[id];
        if (value === 'bad') rejected += count;
        else if (value !== 'none' && value !== undefined) sum = sum.plus(value.times(count));
      }
      if (sum.equals(figure)) return [null];
      return [
        {
          file: this.reader.plan.name,
          line: total.line,
          column: this.reader.titleAt(column.index),
          word: total.word,
          stated: formatExact(figure),
          summed: formatExact(sum),
          difference: formatExact(figure.minus(sum)),
          unit: column.unit,
          rows: covered.rows,
          rejected,
        },
      ];
    });
  }

  /** Blocks are many: a chunk is numbered for the first of them. */
  #readingOf(chunk: Chunk): { scopeOf: ReadRow; valueOf: readonly ReadRow[] } {
    const known = this.#read.get(chunk);
    if (known) return known;
    const valueOf = this.#valueOf.map((combination) => combination.of(chunk));
    const found = { scopeOf: this.#scopeOf.of(chunk), valueOf };
    this.#read.set(chunk, found);
    return found;
  }

  /** How often each value stands in the rows covered; null where it is not plain which rows those are. */
  #covered(stated: Scope, from: number, to: number): { rows: number; counts: Map<number, number>[] } | null {
    const counts = this.figures.map(() => new Map<number, number>());
    const scopes = new Set<number>();
    let rows = 0;
    for (const chunk of this.rows.chunks) {
      const { scopeOf, valueOf } = this.#readingOf(chunk);
      for (let row = 0; row < chunk.rowCount; row += 1) {
        const line = chunk.lines[row] ?? 0;
        if (line <= from || line >= to || this.#aside.has(line)) continue;
        const scope = scopeOf(row);
        if (!fits(this.#scopes[scope], stated) || this.#isBlank(chunk.codes, row)) continue;
        scopes.add(scope);
        rows += 1;
        counts.forEach((count, i) => {
          const value = valueOf[i]?.(row) ?? 0;
          count.set(value, (count.get(value) ?? 0) + 1);
        });
      }
    }
    const about = [...scopes].map((scope) => this.#scopes[scope]).filter((scope) => scope !== undefined);
    return rows > 0 && isPlain(about, this.reader.kind) ? { rows, counts } : null;
  }
}

const valueOf = (cell: Cell): Exact | 'none' | 'bad' =>
  cell.fault !== null ? 'bad' : cell.value === null ? 'none' : new Exact(cell.value);

function fits(scope: Scope | undefined, stated: Scope): boolean {
  if (!scope) return false;
  return (['year', 'stage', 'item', 'code'] as const).every(
    (name) => stated[name] === '' || stated[name] === scope[name],
  );
}

function isPlain(scopes: readonly Scope[], kind: string): boolean {
  const distinct = (name: keyof Scope): number => new Set(scopes.map((scope) => scope[name])).size;
  if (distinct('year') > 1 || distinct('stage') > 1 || distinct('item') > 1) return false;
  return kind === 'indicator' ? distinct('code') === 1 : !holdEachOther(scopes.map((scope) => scope.code));
}

/** `219` beside `219001`: a department stands above its units, and the total is over one of both. */
function holdEachOther(codes: readonly string[]): boolean {
  const sorted = [...new Set(codes)].sort();
  return sorted.some((code, i) => code.length >= 3 && (sorted[i + 1] ?? '').startsWith(code));
}
