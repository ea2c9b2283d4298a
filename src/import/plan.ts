/** What one file is: bytes, dialect, header. The same file gives the same plan, in `inspect` and in `read`. */
import { normaliseText } from '../domain/text';
import { detectEncoding, foreignFormat, type BytesReading } from './encoding';
import { findHeader, type Header } from './header';
import { unitLine, type NamedUnit } from './money';
import { readBatches, UnreadableFile, type Delimiter } from './rows';

export interface FilePlan {
  readonly name: string;
  readonly reading: BytesReading;
  readonly delimiter: Delimiter;
  readonly header: Header;
  readonly headerLine: number;
  /** Rows above and of the header, as they stand. */
  readonly head: readonly (readonly string[])[];
  /** Text of the title lines, where years and stages may stand. */
  readonly title: string;
  readonly lineUnit: NamedUnit | null;
}

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';'];
const SAMPLE_ROWS = 80;

interface Sample {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

function sample(bytes: Uint8Array, reading: BytesReading, delimiter: Delimiter): Sample {
  const rows: string[][] = [];
  const lines: number[] = [];
  for (const batch of readBatches(bytes, reading, delimiter)) {
    for (let i = 0; i < batch.rows.length && rows.length < SAMPLE_ROWS; i += 1) {
      rows.push(batch.rows[i] ?? []);
      lines.push(batch.lines[i] ?? 0);
    }
    if (rows.length >= SAMPLE_ROWS) break;
  }
  return { rows, lines };
}

/** Throws UnreadableFile with the reason where the file is to be refused. */
export function planFile(name: string, bytes: Uint8Array): FilePlan {
  if (bytes.length === 0) throw new UnreadableFile('文件是空的', null);
  const reading = detectEncoding(bytes);
  const foreign = foreignFormat(bytes, reading);
  if (foreign) throw new UnreadableFile(foreign, 1);
  let fault: UnreadableFile | null = null;
  let best: FilePlan | null = null;
  for (const delimiter of stated(bytes, reading) ?? DELIMITERS) {
    try {
      const plan = planWith(name, bytes, reading, delimiter);
      if (plan && (!best || worth(plan) > worth(best))) best = plan;
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      fault ??= error;
    }
  }
  if (best) return best;
  throw fault ?? unrecognised(bytes, reading);
}

const worth = ({ header }: FilePlan): number => header.found.size + header.amounts.length - header.missing.length;

/** `sep=;` on the first line, as Excel writes and reads it. */
function stated(bytes: Uint8Array, reading: BytesReading): readonly Delimiter[] | null {
  const head = new TextDecoder(reading.encoding).decode(bytes.subarray(reading.start, reading.start + 64));
  const match = /^\s*"?sep=(\t|[,;])/i.exec(head);
  return match ? [match[1] as Delimiter] : null;
}

function planWith(name: string, bytes: Uint8Array, reading: BytesReading, delimiter: Delimiter): FilePlan | null {
  const { rows, lines } = sample(bytes, reading, delimiter);
  const filled = rows.map((row, i) => ({ row, line: lines[i] ?? 0 })).filter(({ row }) => row.some(isFilled));
  const header = findHeader(filled.map(({ row }) => row));
  if (!header) return null;
  const above = filled.slice(0, header.first).map(({ row }) => row);
  return {
    name,
    reading,
    delimiter,
    header,
    headerLine: filled[header.first]?.line ?? 1,
    head: filled.slice(0, header.first + header.depth).map(({ row }) => row),
    title: above.flat().filter(isFilled).map(normaliseText).join(' '),
    lineUnit: above.map(unitLine).find((unit) => unit !== null) ?? null,
  };
}

const isFilled = (cell: string): boolean => normaliseText(cell) !== '';

function unrecognised(bytes: Uint8Array, reading: BytesReading): UnreadableFile {
  try {
    const { rows, lines } = sample(bytes, reading, '|');
    const at = rows.findIndex((row) => row.length > 2);
    if (at >= 0 && findHeader(rows)) return new UnreadableFile('分隔符是“|”，请另存为逗号分隔的 CSV', lines[at] ?? 1);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
  return new UnreadableFile('看不出是哪一类表：没有找到认得的表头', null);
}
