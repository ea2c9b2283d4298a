/** Indicator rows: what their cells come to, row by row or, where they are plain, once for all rows of the same cells. */
import { isNone } from '../domain/number';
import { normaliseText } from '../domain/text';
import { POINTS, readText, unguard } from './cells';
import type { Chunk, CodedRows } from './coded';
import { Combination, NOT_PLAIN } from './combination';
import { ABSENT, filled, RecordReader } from './fields';
import { readComparator, readTarget, readTerm } from './indicatorCells';
import { memoise } from '../domain/memo';
import { mark, markNumber } from './sameness';
import { withCsv, type ReadCell, type TakePlain } from './readerBase';
import type { IndicatorWriter } from './stageIndicators';

/** The columns that reading looks at; 调整指标值 stands in for 目标值. */
const READ_COLUMNS = [
  ...['level1', 'level2', 'kind', 'comparator', 'target', 'adjusted_target', 'achieved'],
  ...['numerator', 'denominator', 'measure_unit'],
];

export class IndicatorReader extends RecordReader<IndicatorWriter> {
  readonly #weight = this.decimals('weight', ['分'], true, POINTS);
  readonly #score = this.decimals('reported_score', ['分'], true, POINTS);
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
      rowKey: name.value === null ? null : `=${no.value ?? ''}|${String(markNumber(mark(name.same)))}`,
    };
    const required: [string, ReadCell][] = [
      ['fiscal_year', year],
      ['unit_code', code],
      ['indicator', name],
      ['weight', weight],
    ];
    if (this.losesRow(row, line, required, whose)) return;
    const score = this.#score(row[this.at('reported_score')] ?? '');
    const { optional, cells } = this.#readCells(row);
    this.listCells(row, line, [['reported_score', score], ...optional], whose);
    const { writer } = this;
    writer.add(
      writer.headOf(year, code, this.nameOf(row)),
      writer.subjectOf(no, name),
      writer.gradeOf(weight, score),
      writer.readingOf(cells),
      this.fileId,
      line,
    );
  }

  /** `cells`: what reading looks at; `optional`: those of them that may be bad, by column. */
  #readCells(row: readonly string[]): { optional: (readonly [string, ReadCell])[]; cells: ReadCell[] } {
    const comparator = this.at('comparator') < 0 ? ABSENT : this.#comparator(row[this.at('comparator')] ?? '');
    const filed = this.#value('target', row);
    const adjusted = this.#value('adjusted_target', row);
    const achieved = this.#value('achieved', row);
    const [top, bottom] = [this.#value('numerator', row), this.#value('denominator', row)];
    const target = adjusted.value === null || isNone(adjusted.value) ? filed : adjusted;
    const text = (column: string): ReadCell => this.textOf(column, row);
    return {
      optional: [
        ['comparator', comparator],
        ['target', filed],
        ['adjusted_target', adjusted],
        ['achieved', achieved],
        ['numerator', top],
        ['denominator', bottom],
      ],
      cells: [
        ...[text('level1'), text('level2'), text('kind'), comparator, target, achieved, top, bottom],
        text('measure_unit'),
      ],
    };
  }

  protected override plainRows(rows: CodedRows): (chunk: Chunk) => TakePlain {
    const { writer, fileId } = this;
    const at = (...names: string[]): number[] => names.map((name) => this.at(name));
    const heads = new Combination(rows, at('fiscal_year', 'unit_code', 'unit_name'), (row) => {
      const [year, code] = [filled(this.yearOf('fiscal_year', row)), filled(this.codeOf('unit_code', row))];
      const isPlain = year.fault === null && code.fault === null;
      return isPlain ? writer.headOf(year, code, this.nameOf(row)) : NOT_PLAIN;
    });
    const subjects = new Combination(rows, at('indicator_no', 'indicator'), (row) => {
      const name = filled(this.textOf('indicator', row));
      return name.fault === null ? writer.subjectOf(this.#no(row[this.at('indicator_no')] ?? ''), name) : NOT_PLAIN;
    });
    const grades = new Combination(rows, at('weight', 'reported_score'), (row) => {
      const [weight, score] = [this.#checkedWeight(row), this.#score(row[this.at('reported_score')] ?? '')];
      return weight.fault === null && score.fault === null ? writer.gradeOf(weight, score) : NOT_PLAIN;
    });
    const readings = new Combination(rows, at(...READ_COLUMNS), (row) => {
      const { optional, cells } = this.#readCells(row);
      return optional.every(([, cell]) => cell.fault === null) ? writer.readingOf(cells) : NOT_PLAIN;
    });
    return (chunk) => {
      const [headOf, subjectOf] = [heads.of(chunk), subjects.of(chunk)];
      const [gradeOf, readingOf] = [grades.of(chunk), readings.of(chunk)];
      return (row, line) => {
        const head = headOf(row);
        const subject = subjectOf(row);
        const grade = gradeOf(row);
        const reading = readingOf(row);
        if (head < 0 || subject < 0 || grade < 0 || reading < 0) return false;
        writer.add(head, subject, grade, reading, fileId, line);
        return true;
      };
    };
  }

  #checkedWeight(row: readonly string[]): ReadCell {
    const weight = filled(this.#weight(row[this.at('weight')] ?? ''));
    return weight.value?.startsWith('-') === true ? { ...ABSENT, fault: '分值为负' } : weight;
  }
}
