/** What one file is: bytes, dialect, header. The same file gives the same plan, in `inspect` and in `read`. */
import { normaliseText } from '../domain/text';
import { detectEncoding, foreignFormat, readingAs, type BytesReading } from './encoding';
import { findHeader, type Header } from './header';
import { unitLine, type NamedUnit } from './money';
import { DELIMITERS, type Delimiter, type ReadAs } from './readAs';
import { readBatches, UnreadableFile } from './rows';

export interface FilePlan {
  readonly name: string;
  readonly reading: BytesReading;
  readonly delimiter: Delimiter;
  readonly header: Header;
  readonly headerLine: number;
  /** Physical line on which the last header row begins: what is below are rows. */
  readonly headEnd: number;
  /** Rows above and of the header, as they stand. */
  readonly head: readonly (readonly string[])[];
  /** Text of the title lines, where years and stages may stand. */
  readonly title: string;
  readonly lineUnit: NamedUnit | null;
  /** The first filled rows of the file, head included, for the preview. */
  readonly firstRows: readonly SampleRow[];
  readonly readAs: ReadAs;
}

export interface SampleRow {
  readonly line: number;
  readonly row: readonly string[];
}

const SAMPLE_ROWS = 80;
/** Rows below the header that the preview shows. */
const FIRST_ROWS = 8;

/** `to`: the physical line that the sample must reach. */
function sample(bytes: Uint8Array, reading: BytesReading, delimiter: Delimiter, to = 1): SampleRow[] {
  const rows: SampleRow[] = [];
  for (const batch of readBatches(bytes, reading, delimiter)) {
    for (let i = 0; i < batch.rows.length; i += 1) {
      const line = batch.lines[i] ?? 0;
      if (rows.length >= SAMPLE_ROWS && line > to + SAMPLE_ROWS) return rows;
      rows.push({ line, row: batch.rows[i] ?? [] });
    }
    if (rows.length >= SAMPLE_ROWS && to === 1) break;
  }
  return rows;
}

/** Throws UnreadableFile with the reason where the file is to be refused. */
export function planFile(name: string, bytes: Uint8Array, readAs: ReadAs = {}): FilePlan {
  if (bytes.length === 0) throw new UnreadableFile('文件是空的', null);
  const reading = readingOf(bytes, readAs);
  const foreign = foreignFormat(bytes, reading);
  if (foreign) throw new UnreadableFile(foreign, 1);
  const faults = new Map<Delimiter, UnreadableFile>();
  let best: FilePlan | null = null;
  const delimiters = delimitersOf(bytes, reading, readAs);
  for (const delimiter of delimiters) {
    try {
      const plan = planWith(name, bytes, reading, delimiter, readAs);
      if (plan && (!best || worth(plan) > worth(best))) best = plan;
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      faults.set(delimiter, error);
    }
  }
  if (best) return best;
  // A quote that is open under a delimiter that the file does not use is no fault of the file.
  throw faults.get(commonest(bytes, reading, delimiters)) ?? unrecognised(bytes, reading, readAs);
}

const readingOf = (bytes: Uint8Array, { encoding }: ReadAs): BytesReading =>
  encoding === undefined ? detectEncoding(bytes) : readingAs(bytes, encoding);

function delimitersOf(bytes: Uint8Array, reading: BytesReading, { delimiter }: ReadAs): readonly Delimiter[] {
  return delimiter === undefined ? (stated(bytes, reading) ?? DELIMITERS) : [delimiter];
}

/** The delimiter that stands most often in the beginning of a file. */
function commonest(bytes: Uint8Array, reading: BytesReading, delimiters: readonly Delimiter[]): Delimiter {
  const head = new TextDecoder(reading.encoding).decode(bytes.subarray(reading.start, reading.start + 4096));
  const count = (delimiter: Delimiter): number => head.split(delimiter).length;
  const [first = ',', ...others] = delimiters;
  return others.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), first);
}

/** How the bytes of a refused file were read, and its first lines: another reading may make sense of them. */
export function rawForm(
  bytes: Uint8Array,
  readAs: ReadAs,
): { readonly reading: BytesReading; readonly delimiter: Delimiter; readonly rows: readonly SampleRow[] } {
  const reading = readingOf(bytes, readAs);
  const widest = delimitersOf(bytes, reading, readAs).map((delimiter) => {
    try {
      const rows = sample(bytes, reading, delimiter).filter(({ row }) => row.some(isFilled));
      return { reading, delimiter, rows, cells: rows.reduce((sum, { row }) => sum + row.length, 0) };
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return { reading, delimiter, rows: [], cells: -1 };
    }
  });
  const [first = { reading, delimiter: ',' as const, rows: [], cells: 0 }, ...others] = widest;
  return others.reduce((best, form) => (form.cells > best.cells ? form : best), first);
}

const worth = ({ header }: FilePlan): number => header.found.size + header.amounts.length - header.missing.length;

/** `sep=;` on the first line, as Excel writes and reads it. */
function stated(bytes: Uint8Array, reading: BytesReading): readonly Delimiter[] | null {
  const head = new TextDecoder(reading.encoding).decode(bytes.subarray(reading.start, reading.start + 64));
  const match = /^\s*"?sep=(\t|[,;])/i.exec(head);
  return match ? [match[1] as Delimiter] : null;
}

function planWith(
  name: string,
  bytes: Uint8Array,
  reading: BytesReading,
  delimiter: Delimiter,
  readAs: ReadAs,
): FilePlan | null {
  const { headerLine, headerRows } = readAs;
  const filled = sample(bytes, reading, delimiter, headerLine).filter(({ row }) => row.some(isFilled));
  const from = headerLine === undefined ? undefined : filled.findIndex(({ line }) => line >= headerLine);
  const header = findHeader(
    filled.map(({ row }) => row),
    from,
    headerRows,
  );
  if (!header) return null;
  const above = filled.slice(0, header.first).map(({ row }) => row);
  return {
    name,
    reading,
    delimiter,
    header,
    headerLine: filled[header.first]?.line ?? 1,
    headEnd: filled[header.first + header.depth - 1]?.line ?? 1,
    head: filled.slice(0, header.first + header.depth).map(({ row }) => row),
    title: above.flat().filter(isFilled).map(normaliseText).join(' '),
    lineUnit: above.map(unitLine).find((unit) => unit !== null) ?? null,
    firstRows: filled.slice(0, header.first + header.depth + FIRST_ROWS),
    readAs,
  };
}

const isFilled = (cell: string): boolean => normaliseText(cell) !== '';

function unrecognised(bytes: Uint8Array, reading: BytesReading, readAs: ReadAs): UnreadableFile {
  if (readAs.headerLine !== undefined || readAs.headerRows !== undefined)
    return new UnreadableFile('按指定的表头位置没有找到认得的列名', readAs.headerLine ?? null);
  try {
    const rows = sample(bytes, reading, '|');
    const bar = rows.find(({ row }) => row.length > 1);
    if (bar && findHeader(rows.map(({ row }) => row)))
      return new UnreadableFile('分隔符是“|”，请另存为逗号分隔的 CSV', bar.line);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
  return new UnreadableFile('看不出是哪一类表：没有找到认得的表头', null);
}
