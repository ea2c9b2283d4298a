/** Indicator rows, each with what reading its cells yields (src/domain/reading). */
import { csvCell } from '../domain/csvCell';
import { isNone } from '../domain/number';
import { readIndicator } from '../domain/reading';
import { normaliseText } from '../domain/text';
import { readText, unguard } from './cells';
import { ABSENT, contentOf, filled, mark, RecordReader } from './fields';
import { readComparator, readTarget, readTerm } from './indicatorCells';
import { memoise } from './memo';
import { withCsv, type ReadCell } from './readerBase';
import { markNumber } from './sameness';

export class IndicatorReader extends RecordReader {
  readonly #weight = this.decimals('weight', ['分'], true);
  readonly #score = this.decimals('reported_score', ['分'], true);
  /** Part of the key: `３` and `3` are one number. */
  readonly #no = memoise((text) => withCsv(readText(normaliseText(unguard(text)))));
  readonly #comparator = memoise((text) => withCsv(readComparator(unguard(text))));
  readonly #cells = new Map(
    (['target', 'adjusted_target', 'achieved', 'numerator', 'denominator'] as const).map((name) => {
      const read = name === 'numerator' || name === 'denominator' ? readTerm : readTarget;
      const style = this.style(name);
      return [name, { index: this.at(name), read: memoise((text) => withCsv(read(unguard(text), style))) }] as const;
    }),
  );
  readonly #readings = new Map<string, string>();

  #value(
    name: 'target' | 'adjusted_target' | 'achieved' | 'numerator' | 'denominator',
    row: readonly string[],
  ): ReadCell {
    const column = this.#cells.get(name);
    return column && column.index >= 0 ? column.read(row[column.index] ?? '') : ABSENT;
  }

  protected override read(row: readonly string[], line: number): void {
    const year = filled(this.yearOf('fiscal_year', row));
    const code = filled(this.codeOf('unit_code', row));
    const name = filled(this.textOf('indicator', row));
    const weight = this.#checkedWeight(row);
    const no = this.#no(row[this.at('indicator_no')] ?? '');
    const whose = {
      fiscalYear: year.value,
      unitCode: code.value,
      rowKey: name.value === null ? null : `${no.same}|${name.same}`,
    };
    const required: [string, ReadCell][] = [
      ['fiscal_year', year],
      ['unit_code', code],
      ['indicator', name],
      ['weight', weight],
    ];
    if (this.losesRow(row, line, required, whose)) return;
    const comparator = this.at('comparator') < 0 ? ABSENT : this.#comparator(row[this.at('comparator')] ?? '');
    const filed = this.#value('target', row);
    const adjusted = this.#value('adjusted_target', row);
    const achieved = this.#value('achieved', row);
    const [top, bottom] = [this.#value('numerator', row), this.#value('denominator', row)];
    const score = this.#score(row[this.at('reported_score')] ?? '');
    this.listCells(
      row,
      line,
      [
        ['reported_score', score],
        ['comparator', comparator],
        ['target', filed],
        ['adjusted_target', adjusted],
        ['achieved', achieved],
        ['numerator', top],
        ['denominator', bottom],
      ],
      whose,
    );
    const target = adjusted.value === null || isNone(adjusted.value) ? filed : adjusted;
    const text = (column: string): ReadCell => this.textOf(column, row);
    const [level1, level2, kind, unit] = [text('level1'), text('level2'), text('kind'), text('measure_unit')];
    const cells = [level1, level2, kind, comparator, target, achieved, top, bottom, unit];
    const reading = this.#reading(cells);
    const csv = `${year.csv},${code.csv},${this.nameOf(row).csv},${no.csv},${level1.csv},${level2.csv},${name.csv},${kind.csv},${comparator.csv},${target.csv},${achieved.csv},${top.csv},${bottom.csv},${unit.csv},${weight.csv},${score.csv}`;
    const content = contentOf([...cells, weight, score]);
    this.writer.add(`${csv},${reading},${this.fileId},${line},${markNumber(mark(name.same))},${content}`);
  }

  #checkedWeight(row: readonly string[]): ReadCell {
    const weight = filled(this.#weight(row[this.at('weight')] ?? ''));
    return weight.value?.startsWith('-') === true ? { ...ABSENT, fault: '分值为负' } : weight;
  }

  #reading(cells: readonly ReadCell[]): string {
    const key = cells.map((cell) => cell.value ?? '').join('\u001f');
    const known = this.#readings.get(key);
    if (known !== undefined) return known;
    const [level1, level2, kind, comparator, target, achieved, numerator, denominator, measureUnit] = cells.map(
      (cell) => cell.value,
    );
    const values = readIndicator({
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
    const csv = values.map(csvCell).join(',');
    if (this.#readings.size > 100_000) this.#readings.clear();
    this.#readings.set(key, csv);
    return csv;
  }
}
