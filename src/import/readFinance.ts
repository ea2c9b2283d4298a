/** Finance rows of all three shapes → one staged line per amount. */
import { csvCell } from '../domain/csvCell';
import type { Stage } from '../domain/stages';
import { isNone } from '../domain/number';
import { readAmount, UNIT_MISSING, type Amount } from './amounts';
import { MISSING, unguard } from './cells';
import type { AmountColumn } from './header';
import { memoise } from './memo';
import { moneyUnit, type MoneyUnit, type NamedUnit } from './money';
import { RowReader, withCsv, type Fault, type ReadCell, type Settings, type Whose } from './readerBase';
import type { FilePlan } from './plan';
import type { StagingWriter } from './staging';
import { itemOf, stageOf, type ItemWord } from './words';

const ITEM_FAULT = '科目不能识别';
const STAGE_FAULT = '口径不能识别';
const UNIT_FAULT = '金额单位不能识别';

/** An amount's unit by itself, or the reason why the whole row has none. */
type UnitReading = { readonly unit: MoneyUnit | null; readonly fault: string | null };

export class FinanceReader extends RowReader {
  readonly #amounts: readonly AmountColumn[];
  readonly #isWide: boolean;
  readonly #declared: readonly (NamedUnit | null)[];
  readonly #readers = new Map<MoneyUnit | null, (text: string) => Amount & ReadCell>();
  readonly #item = memoise((text) => itemOf(unguard(text)) ?? undefined);
  readonly #stage = memoise((text) => stageOf(unguard(text)) ?? undefined);

  constructor(
    plan: FilePlan,
    settings: Settings,
    fileId: number,
    readonly writer: StagingWriter,
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
    const whose: Whose = { fiscalYear: year.value, unitCode: code.value, rowKey: null };
    if (faults.length > 0) {
      if (this.isLoneNote(row)) this.tally.aside += 1;
      else this.reject(line, faults, whose);
      return;
    }
    this.#stageAmounts(row, line, `${year.csv},${code.csv},${this.nameOf(row).csv}`, item, stage, rowUnit.unit, whose);
  }

  #stageAmounts(
    row: readonly string[],
    line: number,
    head: string,
    item: ItemWord | null,
    stage: Stage | null,
    rowUnit: MoneyUnit | null,
    whose: Whose,
  ): void {
    const good: string[] = [];
    const blank: string[] = [];
    const bad: Fault[] = [];
    this.#amounts.forEach((column, i) => {
      const text = row[column.index] ?? '';
      const amount = this.#amount(text, this.#unitFor(i, rowUnit));
      if (amount.fault) {
        bad.push(this.fault(column.index, row, amount.fault));
        return;
      }
      const what = column.item ?? item;
      const when = column.stage ?? stage ?? this.settings.stage;
      if (!what || when === null) return;
      if (amount.cleaned) this.tally.cleaned += 1;
      const place = `${this.fileId},${line},${what.part},${i},${this.#isWide ? 'true' : 'false'}`;
      const staged = `${head},${what.code},${csvCell(what.name)},${when},${amount.csv},${place},${csvCell(this.titleAt(column.index))},${csvCell(unguard(text))}`;
      (amount.value === null ? blank : good).push(staged);
    });
    if (good.length === 0 && bad.length > 0) {
      this.reject(line, bad, whose);
      return;
    }
    for (const fault of bad) this.rejectCell(line, fault, whose);
    // A row without any figure states nothing, but is a row: it is staged to be counted.
    for (const staged of good.length > 0 ? good : blank) this.writer.add(staged);
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

  #amount(text: string, unit: MoneyUnit | null): Amount & ReadCell {
    let reader = this.#readers.get(unit);
    if (!reader) {
      reader = memoise((cell) => {
        const amount = readAmount(cell, unit);
        return { ...amount, ...withCsv(amount) };
      });
      this.#readers.set(unit, reader);
    }
    return reader(text);
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
