/**
 * A file that becomes another table half-way: a second header with other columns, or a line that changes the unit of
 * money. What follows would be misread, so the file is refused with that line; a header or line that only comes again
 * is set aside by the readers.
 */
import { normaliseText, wordKey } from '../domain/text';
import { rowTexts, type Chunk, type CodedRows } from './coded';
import { headerWords, findHeader, type Header } from './header';
import { unitLine, type NamedUnit } from './money';
import type { FilePlan } from './plan';
import { UnreadableFile } from './rows';
import { RowFlags } from './valueFlags';

const REMARK = /^(?:注|备注|附注|说明)/;
/** A row of data fills at least so many cells. */
const LEAST_CELLS = 3;

interface Place {
  readonly line: number;
  readonly row: readonly string[];
}

const isFilled = (cell: string): boolean => normaliseText(cell) !== '';

/** Rows below the head that hold a value for which the test holds. Most files have none, and are not gone through. */
function placesWhere(plan: FilePlan, rows: CodedRows, test: (text: string) => boolean): Place[] {
  // Most values of a large file are figures; what is looked for are words.
  const wanted = new RowFlags(rows, (text) => text !== '' && !/^[0-9]/.test(text) && test(text));
  if (wanted.isEmpty) return [];
  const places: Place[] = [];
  for (const chunk of rows.chunks) {
    const isWanted = wanted.of(chunk);
    for (let row = isWanted.indexOf(1); row >= 0; row = isWanted.indexOf(1, row + 1)) {
      const line = chunk.lines[row] ?? 0;
      if (line > plan.headEnd) places.push({ line, row: rowTexts(rows, chunk, row) });
    }
  }
  return places;
}

function hasRowsAfter(rows: CodedRows, line: number): boolean {
  const holds = (chunk: Chunk, row: number): boolean =>
    (chunk.lines[row] ?? 0) > line && rowTexts(rows, chunk, row).filter(isFilled).length >= LEAST_CELLS;
  return [...rows.chunks].reverse().some((chunk) => {
    for (let row = chunk.rowCount - 1; row >= 0; row -= 1) {
      if ((chunk.lines[row] ?? 0) <= line) return false;
      if (holds(chunk, row)) return true;
    }
    return false;
  });
}

const plainUnit = (unit: NamedUnit | null): string | null => (unit === '万' ? '万元' : unit);

function changesUnit({ header, lineUnit }: FilePlan, row: readonly string[]): NamedUnit | null {
  const cells = row.filter(isFilled);
  if (cells.length > LEAST_CELLS || cells.some((cell) => REMARK.test(wordKey(cell)))) return null;
  const unit = unitLine(cells);
  if (unit === null) return null;
  const indexes =
    header.amounts.length > 0 ? header.amounts.map(({ index }) => index) : [header.found.get('amount') ?? -1];
  const same = indexes.every((index) => plainUnit(header.units[index] ?? lineUnit) === plainUnit(unit));
  return same ? null : unit;
}

/** The same columns at the same places, whatever their titles. */
export function isSameHeader({ header, lineUnit }: FilePlan, again: Header): boolean {
  const places = ({ found, amounts }: Header): string =>
    [
      ...[...found].map(([name, index]) => `${name}:${String(index)}`),
      ...amounts.map(({ index, item, stage }) => `${String(index)}:${item?.name ?? ''}:${stage ?? ''}`),
    ]
      .sort()
      .join(' ');
  const units = [...header.units.keys()].every((index) => {
    const unit = again.units[index] ?? null;
    return unit === null || plainUnit(unit) === plainUnit(header.units[index] ?? lineUnit);
  });
  return header.kind === again.kind && places(header) === places(again) && units;
}

/** Throws where the file becomes another table. */
export function refuseBreaks(plan: FilePlan, rows: CodedRows): void {
  const { header } = plan;
  if (header.kind === 'finance') {
    for (const { line, row } of placesWhere(plan, rows, (text) => unitLine([text]) !== null)) {
      const unit = changesUnit(plan, row);
      if (unit !== null && hasRowsAfter(rows, line))
        throw new UnreadableFile(`从这一行起金额单位改成了${unit}，与前面不同；请把两段拆成两个文件`, line);
    }
  }
  const words = headerWords(header.kind);
  for (const { line, row } of placesWhere(plan, rows, (text) => words.has(wordKey(text)))) {
    if (isRepeated(plan, row) || row.some((cell) => /\d/.test(cell))) continue;
    const again = findHeader([row]);
    if (again && again.found.size > 1 && !isSameHeader(plan, again) && hasRowsAfter(rows, line))
      throw new UnreadableFile('从这一行起是另一个表头，各列与前面的不同；请把两张表拆成两个文件', line);
  }
}

/** A line of the head that comes again. */
function isRepeated({ head }: FilePlan, row: readonly string[]): boolean {
  const plain = row
    .map(normaliseText)
    .join('\u001f')
    .replace(/\u001f+$/, '');
  return head.some(
    (line) =>
      line
        .map(normaliseText)
        .join('\u001f')
        .replace(/\u001f+$/, '') === plain,
  );
}
