/** Finance rows of all three shapes → one staged line per amount. */
import { csvCell } from '../domain/csvCell';
import type { Stage } from '../domain/stages';
import { isNone } from '../domain/number';
import { bareAmount, readAmount, UNIT_MISSING, type Amount } from './amounts';
import { AmountsByCode, type ReadAmount } from './amountsByCode';
import { MISSING, unguard } from './cells';
import type { Chunk, CodedRows } from './coded';
import { Combination, NOT_PLAIN } from './combination';
import type { AmountColumn } from './header';
import { memoise } from '../domain/memo';
import { moneyUnit, type MoneyUnit, type NamedUnit } from './money';
import { RowReader, type Fault, type Settings, type TakePlain, type Whose } from './readerBase';
import type { FilePlan } from './plan';
import type { FinanceWriter } from './stageFinance';
import { itemOf, stageOf, type ItemWord } from './words';

const ITEM_FAULT = '科目不能识别';
const STAGE_FAULT = '口径不能识别';
const UNIT_FAULT = '金额单位不能识别';

/** What a row's words come to: for each column of amounts its subject (none: not staged) and unit. */
interface Words {
  readonly subjects: readonly (number | null)[];
  /** Item and stage of each, as the reject list keeps them. */
  readonly keys: readonly (string | null)[];
  readonly units: readonly (MoneyUnit | null)[];
}

/** An amount's unit by itself, or the reason why the whole row has none. */
type UnitReading = { readonly unit: MoneyUnit | null; readonly fault: string | null };

export class FinanceReader extends RowReader {
  readonly #amounts: readonly AmountColumn[];
  readonly #isWide: boolean;
  readonly #declared: readonly (NamedUnit | null)[];
  readonly #item = memoise((text) => itemOf(unguard(text)) ?? undefined);
  readonly #stage = memoise((text) => stageOf(unguard(text)) ?? undefined);

  constructor(
    plan: FilePlan,
    settings: Settings,
    fileId: number,
    readonly writer: FinanceWriter,
  ) {
    super(plan, settings, fileId);
    const mapped = [...settings.mapped]
      .filter(([name]) => itemOf(name) ?? stageOf(name))
      .map(([name, index]): AmountColumn => ({ index, item: itemOf(name), stage: stageOf(name) }));
    const wide = [...plan.header.amounts, ...mapped];
    this.#isWide = wide.length > 0;
    this.#amounts = this.#isWide ? wide : [{ index: this.at('amount'), item: null, stage: null }];
    this.#declared = this.#amounts.map(({ index }) => plan.header.units[index] ?? plan.lineUnit);
  }

  protected override read(row: readonly string[], line: number): void {
    const faults: Fault[] = [];
    const year = this.yearOf('fiscal_year', row);
    if (year.value === null) faults.push(this.faultOf('fiscal_year', row, year.fault ?? MISSING));
    const code = this.codeOf('unit_code', row);
    if (code.value === null) faults.push(this.faultOf('unit_code', row, code.fault ?? MISSING));
    const item = this.#word('item', row, this.#item, ITEM_FAULT, faults);
    const stage = this.#word('stage', row, this.#stage, STAGE_FAULT, faults);
    const rowUnit = this.#unitOf(row);
    if (rowUnit.fault) faults.push(this.faultOf('amount_unit', row, rowUnit.fault));
    const whose: Whose = {
      fiscalYear: year.value,
      unitCode: code.value,
      rowKey: this.#isWide ? null : this.#keyOf(0, item, stage),
    };
    if (faults.length > 0) {
      if (this.isLoneNote(row)) this.setAside(row, line);
      else this.reject(line, faults, whose);
      return;
    }
    const words = this.#words(item, stage, rowUnit.unit);
    this.#stageAmounts(row, line, this.writer.headOf(year, code, this.nameOf(row)), words, whose);
  }

  #words(item: ItemWord | null, stage: Stage | null, rowUnit: MoneyUnit | null): Words {
    const subjects = this.#amounts.map((column, cell): number | null => {
      const what = column.item ?? item;
      const when = column.stage ?? stage ?? this.settings.stage;
      if (!what || when === null) return null;
      const columnName = this.titleAt(column.index);
      const { code, name, part } = what;
      return this.writer.subjectOf({
        item: code,
        itemName: name,
        stage: when,
        part,
        cell,
        isWide: this.#isWide,
        columnName,
      });
    });
    const keys = this.#amounts.map((_, cell) => this.#keyOf(cell, item, stage));
    return { subjects, keys, units: this.#amounts.map((_, cell) => this.#unitFor(cell, rowUnit)) };
  }

  #keyOf(cell: number, item: ItemWord | null, stage: Stage | null): string | null {
    const column = this.#amounts[cell];
    const what = column?.item ?? item;
    const when = column?.stage ?? stage ?? this.settings.stage;
    return what && when !== null ? `=${what.code}|${when}` : null;
  }

  #stageAmounts(
    row: readonly string[],
    line: number,
    head: number,
    { subjects, keys, units }: Words,
    whose: Whose,
  ): void {
    const good: (() => void)[] = [];
    const blank: (() => void)[] = [];
    const bad: Fault[] = [];
    this.#amounts.forEach((column, i) => {
      const amount = this.#amount(row[column.index] ?? '', units[i] ?? null);
      if (amount.fault) {
        bad.push({ ...this.fault(column.index, row, amount.fault), rowKey: keys[i] ?? null });
        return;
      }
      const subject = subjects[i] ?? null;
      if (subject === null) return;
      if (amount.cleaned) this.tally.cleaned += 1;
      const stage = (): void => this.writer.add(head, subject, amount.csv, amount.asStood, this.fileId, line);
      (amount.value === null ? blank : good).push(stage);
    });
    if (good.length === 0 && bad.length > 0) {
      this.reject(line, bad, whose);
      return;
    }
    for (const fault of bad) this.rejectCell(line, fault, whose);
    // A row without any figure states nothing, but is a row: it is staged to be counted.
    for (const stage of good.length > 0 ? good : blank) stage();
  }

  protected override plainRows(rows: CodedRows): (chunk: Chunk) => TakePlain {
    const { writer, fileId, tally } = this;
    const at = (...names: string[]): number[] => names.map((name) => this.at(name));
    const heads = new Combination(rows, at('fiscal_year', 'unit_code', 'unit_name'), (cells) => {
      const row = cells.row();
      const [year, code] = [this.yearOf('fiscal_year', row), this.codeOf('unit_code', row)];
      return year.value === null || code.value === null ? NOT_PLAIN : writer.headOf(year, code, this.nameOf(row));
    });
    const known: Words[] = [];
    const words = new Combination(rows, at('item', 'stage', 'amount_unit'), (cells) => {
      const row = cells.row();
      const faults: Fault[] = [];
      const item = this.#word('item', row, this.#item, ITEM_FAULT, faults);
      const stage = this.#word('stage', row, this.#stage, STAGE_FAULT, faults);
      const rowUnit = this.#unitOf(row);
      if (faults.length > 0 || rowUnit.fault) return NOT_PLAIN;
      return known.push(this.#words(item, stage, rowUnit.unit)) - 1;
    });
    const columns = this.#amounts.map(
      ({ index }) => new AmountsByCode(rows, index, (text, unit) => this.#amount(text, unit)),
    );
    const amounts: ReadAmount[] = [];
    return (chunk) => {
      const [headOf, wordsOf] = [heads.of(chunk), words.of(chunk)];
      return (row, line) => {
        const head = headOf(row);
        const said = known[wordsOf(row)];
        if (head < 0 || !said) return false;
        let figures = 0;
        for (let i = 0; i < columns.length; i += 1) {
          const amount = columns[i]?.of(chunk.codes, row, said.units[i] ?? null);
          if (!amount || amount.fault !== null) return false;
          amounts[i] = amount;
          if (amount.value !== null && typeof said.subjects[i] === 'number') figures += 1;
        }
        // Without any figure it is staged to be counted, which is the longer way's work.
        if (figures === 0) return false;
        for (let i = 0; i < columns.length; i += 1) {
          const [amount, subject] = [amounts[i], said.subjects[i] ?? null];
          if (!amount || subject === null) continue;
          if (amount.cleaned) tally.cleaned += 1;
          if (amount.value !== null) writer.add(head, subject, amount.csv, amount.asStood, fileId, line);
        }
        return true;
      };
    };
  }

  /** What each column of amounts says in this row, in 万元. */
  amountsOf(row: readonly string[]): { readonly index: number; readonly cell: number; readonly amount: Amount }[] {
    const { unit } = this.#unitOf(row);
    return this.#amounts.map(({ index }, cell) => ({
      index,
      cell,
      amount: this.#amount(row[index] ?? '', this.#unitFor(cell, unit)),
    }));
  }

  #amount(text: string, unit: MoneyUnit | null): ReadAmount {
    const bare = bareAmount(text, unit);
    // A figure of digits alone is a cell of its own as it stands.
    if (bare !== null) return { value: bare, same: bare, fault: null, cleaned: false, csv: bare, asStood: text };
    const { value, same, fault, cleaned } = readAmount(text, unit);
    return { value, same, fault, cleaned, csv: value ?? '', asStood: csvCell(unguard(text)) };
  }

  #word<T>(
    name: string,
    row: readonly string[],
    read: (text: string) => T | undefined,
    fault: string,
    faults: Fault[],
  ): T | null {
    const index = this.at(name);
    if (index < 0) return null;
    const text = row[index] ?? '';
    const word = read(text);
    if (word !== undefined) return word;
    faults.push(this.faultOf(name, row, isNone(text) ? MISSING : fault));
    return null;
  }

  /** 金额单位 of the row. Where nothing else names a unit, an empty cell costs the row, figure or not. */
  #unitOf(row: readonly string[]): UnitReading {
    const index = this.at('amount_unit');
    if (index < 0) return { unit: null, fault: null };
    const text = unguard(row[index] ?? '');
    if (isNone(text)) {
      const named = this.settings.amountUnit !== null || this.#declared.every((unit) => unit !== null);
      return { unit: null, fault: named ? null : UNIT_MISSING };
    }
    const named = moneyUnit(text);
    if (named === '万') return { unit: asked(this.settings.amountUnit) ?? '万元', fault: null };
    return named ? { unit: named, fault: null } : { unit: null, fault: UNIT_FAULT };
  }

  #unitFor(column: number, rowUnit: MoneyUnit | null): MoneyUnit | null {
    const answer = asked(this.settings.amountUnit);
    const declared = this.#declared[column] ?? null;
    const named = declared === '万' ? (answer ?? '万元') : declared;
    if (rowUnit !== null && named !== null && rowUnit !== named) {
      return this.settings.amountUnit === 'column' ? rowUnit : (answer ?? rowUnit);
    }
    return rowUnit ?? named ?? answer;
  }
}

const asked = (answer: string | null): MoneyUnit | null => {
  const unit = answer === null ? null : moneyUnit(answer);
  return unit === '万' ? null : unit;
};
