/** Indicator rows: what their cells come to, row by row or, where they are plain, once for all rows of the same cells. */
import { isNone } from '../domain/number';
import { normaliseText } from '../domain/text';
import { POINTS, readText, unguard } from './cells';
import type { Chunk, CodedRows } from './coded';
import { Combination, NOT_PLAIN } from './combination';
import { ABSENT, filled, RecordReader } from './fields';
import { readComparator, readTarget, readTerm } from './indicatorCells';
import { memoise } from '../domain/memo';
import { Content, mark, markNumber } from './sameness';
import { withCsv, type ReadCell, type TakePlain } from './readerBase';
import { READ } from './readingRows';
import type { IndicatorWriter } from './stageIndicators';
import { ValueColumn } from './valueColumn';

/** The columns that reading looks at: those of READ, and behind 目标值 the 调整指标值 that stands in for it. */
const TARGET = READ.indexOf('target');
const ADJUSTED = TARGET + 1;
const READ_COLUMNS = [...READ.slice(0, ADJUSTED), 'adjusted_target', ...READ.slice(ADJUSTED)] as const;

/** A column and how its cells are read. */
interface ReadColumn {
  readonly name: string;
  readonly index: number;
  readonly read: (text: string) => ReadCell;
}

export class IndicatorReader extends RecordReader<IndicatorWriter> {
  readonly #weight = this.decimals('weight', ['分'], true, POINTS);
  readonly #score = this.decimals('reported_score', ['分'], true, POINTS);
  /** Part of the key: `３` and `3` are one number. */
  readonly #no = memoise((text) => withCsv(readText(normaliseText(unguard(text)))));
  readonly #readColumns = READ_COLUMNS.map((name): ReadColumn => ({
    name,
    index: this.at(name),
    read: this.#readerOf(name),
  }));

  #readerOf(name: (typeof READ_COLUMNS)[number]): (text: string) => ReadCell {
    const style = this.style(name);
    switch (name) {
      case 'comparator':
        return memoise((text) => withCsv(readComparator(unguard(text))));
      case 'target':
      case 'adjusted_target':
      case 'achieved':
        return memoise((text) => withCsv(readTarget(unguard(text), style)));
      case 'numerator':
      case 'denominator':
        return memoise((text) => withCsv(readTerm(unguard(text), style)));
      default:
        return this.text;
    }
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
    const cells = this.#readColumns.map(({ index, read }) => (index < 0 ? ABSENT : read(row[index] ?? '')));
    const filed = cells.map((cell, i) => [READ_COLUMNS[i] ?? '', cell] as const);
    this.listCells(row, line, [['reported_score', score], ...filed], whose);
    const { writer } = this;
    writer.add(
      writer.headOf(year, code, this.nameOf(row)),
      writer.subjectOf(no, name),
      writer.gradeOf(weight, score),
      writer.readingOf(withTarget(cells)),
      this.fileId,
      line,
    );
  }

  protected override plainRows(rows: CodedRows): (chunk: Chunk) => TakePlain {
    const { writer, fileId } = this;
    const at = (...names: string[]): number[] => names.map((name) => this.at(name));
    const heads = new Combination(rows, at('fiscal_year', 'unit_code', 'unit_name'), (cells) => {
      const row = cells.row();
      const [year, code] = [filled(this.yearOf('fiscal_year', row)), filled(this.codeOf('unit_code', row))];
      const isPlain = year.fault === null && code.fault === null;
      return isPlain ? writer.headOf(year, code, this.nameOf(row)) : NOT_PLAIN;
    });
    const subjects = new Combination(rows, at('indicator_no', 'indicator'), (cells) => {
      const row = cells.row();
      const name = filled(this.textOf('indicator', row));
      return name.fault === null ? writer.subjectOf(this.#no(row[this.at('indicator_no')] ?? ''), name) : NOT_PLAIN;
    });
    const grades = new Combination(rows, at('weight', 'reported_score'), (cells) => {
      const row = cells.row();
      const [weight, score] = [this.#checkedWeight(row), this.#score(row[this.at('reported_score')] ?? '')];
      return weight.fault === null && score.fault === null ? writer.gradeOf(weight, score) : NOT_PLAIN;
    });
    const columns = this.#readColumns.map(
      ({ index, read }) => new ValueColumn(rows, index, read, (text) => writer.textNumber(text)),
    );
    const codes = new Int32Array(columns.length);
    const key = new Int32Array(READ.length);
    const content = new Content();
    const readings = new Combination(rows, at(...READ_COLUMNS), ({ code }) => {
      for (let i = 0; i < columns.length; i += 1) {
        codes[i] = code(columns[i]?.index ?? -1);
        if (columns[i]?.isGood(codes[i] ?? 0) !== true) return NOT_PLAIN;
      }
      const left = passedOver(writer.text(columns[ADJUSTED]?.numbers[codes[ADJUSTED] ?? 0] ?? 0));
      content.restart();
      for (let i = 0, place = 0; i < columns.length; i += 1) {
        const [column, own] = [columns[i], codes[i] ?? 0];
        if (i === left || !column) continue;
        key[place] = column.numbers[own] ?? 0;
        content.add(column.marksA[own] ?? 0, column.marksB[own] ?? 0);
        place += 1;
      }
      return writer.reading(key, content.number);
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

/** Cells of READ_COLUMNS → cells of READ. */
function withTarget(cells: readonly ReadCell[]): readonly ReadCell[] {
  const left = passedOver(cells[ADJUSTED]?.value ?? null);
  return cells.filter((_, place) => place !== left);
}

/** Which of the two targets does not count. */
const passedOver = (adjusted: string | null): number => (adjusted === null || isNone(adjusted) ? ADJUSTED : TARGET);
