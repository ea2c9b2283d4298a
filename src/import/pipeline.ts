/**
 * `inspect`: what the files are and what must be asked. `read`: their rows, ready for staging.
 * Pure: runs in the worker and in Node alike.
 */
import { DATASETS, type Kind } from './datasets';
import { ConclusionReader, UnitChangeReader, UnitReader } from './fields';
import { planFile, type FilePlan } from './plan';
import type {
  Answers,
  ColumnUse,
  FileSummary,
  ImportProgress,
  Inspection,
  ReadFile,
  ReadResult,
  Refusal,
  Reject,
  RowsAt,
  SourceFile,
} from './protocol';
import { gather, questionsAbout, type Asked } from './questions';
import { settle } from './settle';
import { FinanceReader } from './readFinance';
import { IndicatorReader } from './readIndicators';
import type { RowReader, Settings } from './readerBase';
import { readBatches, UnreadableFile } from './rows';
import { StagingWriter } from './staging';
import { surveyFile, type Survey, type Watch } from './survey';
import { ITEM_BY_CODE } from '../domain/items';
import { STAGES } from '../domain/stages';

type Report = (progress: ImportProgress) => void;
const silent: Report = () => undefined;

interface Surveyed {
  readonly plan: FilePlan;
  readonly survey: Survey;
}

export class Pipeline {
  /** The last drop's surveys: `read` follows `inspect`, and need not go through the files twice more. */
  #surveyed = new Map<string, Surveyed>();

  inspect(files: readonly SourceFile[], report: Report = silent): Inspection {
    const refused: Refusal[] = [];
    const summaries: FileSummary[] = [];
    const asked: Asked[] = [];
    const watches = progressOf(files, report);
    this.#surveyed = new Map();
    files.forEach((file, index) => {
      const { found, refusal } = attempt(file, () => this.#survey(file, watches[index] ?? (() => undefined)));
      if (refusal) refused.push(refusal);
      if (!found) return;
      asked.push(...questionsAbout(found.plan, found.survey));
      summaries.push(summarise(found.plan, found.survey));
      const impossible = settle(found.plan, found.survey, {});
      if (typeof impossible === 'string' && questionsAbout(found.plan, found.survey).length === 0) {
        refused.push({ file: file.name, line: found.plan.headerLine, reason: impossible });
        summaries.pop();
      }
    });
    return { files: summaries, questions: gather(asked), refused };
  }

  read(files: readonly SourceFile[], answers: Answers = {}, report: Report = silent): ReadResult {
    const refused: Refusal[] = [];
    const readFiles: ReadFile[] = [];
    const rejects: Reject[] = [];
    const counts = { aside: 0, rejected: 0, cells: 0, cleaned: 0 };
    const writers = new Map<Kind, StagingWriter>();
    const watches = progressOf(files, report);
    // By name, then as given: which of two equal rows counts must not depend on the order of the drop.
    const order = files.map((file, index) => ({ file, index })).sort((a, b) => byCodePoint(a.file.name, b.file.name));
    for (const { file, index } of order) {
      const watch = watches[index] ?? ((): void => undefined);
      const { found, refusal } = attempt(file, () => this.#readFile(file, answers, readFiles.length, writers, watch));
      if (refusal) refused.push(refusal);
      if (!found) continue;
      readFiles.push({ name: file.name, index, kind: found.kind });
      rejects.push(...found.rejects);
      counts.aside += found.tally.aside;
      counts.rejected += found.tally.rejected;
      counts.cells += found.tally.cells;
      counts.cleaned += found.tally.cleaned;
    }
    this.#surveyed = new Map();
    return {
      files: readFiles,
      staging: [...writers.values()].map((writer) => writer.finish()),
      rejects,
      counts,
      refused,
    };
  }

  #survey(file: SourceFile, watch: Watch): Surveyed {
    const key = `${file.name}\u0000${String(file.bytes.length)}\u0000${edges(file.bytes)}`;
    const known = this.#surveyed.get(key);
    if (known) return known;
    const plan = planFile(file.name, file.bytes);
    const found = { plan, survey: surveyFile(plan, file.bytes, watch) };
    if (found.survey.rowCount === 0) throw new UnreadableFile('没有数据行', plan.headerLine);
    this.#surveyed.set(key, found);
    return found;
  }

  #readFile(
    file: SourceFile,
    answers: Answers,
    fileId: number,
    writers: Map<Kind, StagingWriter>,
    watch: Watch,
  ): RowReader {
    const { plan, survey } = this.#survey(file, watch);
    const settings = settle(plan, survey, answers);
    if (typeof settings === 'string') throw new UnreadableFile(settings, plan.headerLine);
    const { kind, first, depth } = plan.header;
    let writer = writers.get(kind);
    if (!writer) writers.set(kind, (writer = new StagingWriter(kind)));
    const reader = readerFor(plan, settings, fileId, writer);
    let above = first + depth;
    for (const batch of readBatches(file.bytes, plan.reading, plan.delimiter)) {
      batch.rows.forEach((row, i) => {
        if (above > 0) {
          if (row.some((cell) => cell.trim() !== '')) above -= 1;
        } else reader.take(row, batch.lines[i] ?? 0, batch.damaged);
      });
      watch(batch.share);
    }
    return reader;
  }

  /** The given lines of a file as they stand, with what is above them: for the reject list and for provenance. */
  rowsAt(file: SourceFile, lines: readonly number[]): RowsAt {
    const plan = planFile(file.name, file.bytes);
    const wanted = new Set(lines);
    const rows: { line: number; cells: readonly string[] }[] = [];
    for (const batch of readBatches(file.bytes, plan.reading, plan.delimiter)) {
      batch.rows.forEach((cells, i) => {
        const line = batch.lines[i] ?? 0;
        if (wanted.has(line)) rows.push({ line, cells });
      });
    }
    return { head: plan.head, delimiter: plan.delimiter, rows };
  }
}

function readerFor(plan: FilePlan, settings: Settings, fileId: number, writer: StagingWriter): RowReader {
  switch (plan.header.kind) {
    case 'unit':
      return new UnitReader(plan, settings, fileId, writer);
    case 'finance':
      return new FinanceReader(plan, settings, fileId, writer);
    case 'indicator':
      return new IndicatorReader(plan, settings, fileId, writer);
    case 'conclusion':
      return new ConclusionReader(plan, settings, fileId, writer);
    case 'unit_change':
      return new UnitChangeReader(plan, settings, fileId, writer);
  }
}

/** A file that cannot be read is refused, and does not keep its neighbours out. */
function attempt<T>(file: SourceFile, work: () => T): { found?: T; refusal?: Refusal } {
  try {
    return { found: work() };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { refusal: { file: file.name, line: error.line, reason: error.reason } };
  }
}

function progressOf(files: readonly SourceFile[], report: Report): Watch[] {
  const total = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const shares = files.map(() => 0);
  return files.map((file, index) => (share) => {
    shares[index] = share * file.bytes.length;
    report({ file: file.name, done: Math.round(shares.reduce((sum, done) => sum + done, 0)), total });
  });
}

function edges(bytes: Uint8Array): string {
  return [
    ...bytes.subarray(0, 64),
    ...bytes.subarray(-64),
    ...bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 64),
  ].join();
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function summarise({ name, reading, delimiter, header, headerLine, lineUnit }: FilePlan, survey: Survey): FileSummary {
  const became = new Map<number, string>();
  for (const [column, index] of header.found) {
    became.set(index, DATASETS[header.kind].find((each) => each.name === column)?.label ?? column);
  }
  for (const { index, item, stage } of header.amounts) {
    const words = [item ? ITEM_BY_CODE.get(item.code)?.label : null, STAGES.find((each) => each.code === stage)?.label];
    became.set(index, words.filter((word) => word !== null && word !== undefined).join(' · '));
  }
  const columns = header.titles.map((title, index): ColumnUse => ({ title, became: became.get(index) ?? null }));
  const units = new Set([...header.units.filter((unit) => unit !== null), ...(lineUnit ? [lineUnit] : [])]);
  return {
    name,
    encoding: reading.encoding,
    delimiter,
    kind: header.kind,
    headerLine,
    amountUnit: header.kind === 'finance' && units.size > 0 ? [...units].join('、') : null,
    columns: columns.filter((column) => column.title !== ''),
    rowCount: survey.rowCount,
    firstRows: survey.firstRows,
  };
}
