/**
 * `inspect`: what the files are and what must be asked. `read`: their rows, ready for staging.
 * Pure: runs in the worker and in Node alike.
 */
import { Ahead } from './ahead';
import { refuseBreaks } from './breaks';
import { mendsOf } from './mends';
import { planFile, rawForm, type FilePlan } from './plan';
import { firstRowsAsRead, rawRows, summarise } from './preview';
import type {
  Answers,
  FileSummary,
  ImportProgress,
  Inspection,
  Mend,
  ReadFile,
  ReadResult,
  Refusal,
  RefusedFile,
  Reject,
  RowsAt,
  SourceFile,
  TotalCheck,
  TotalsFound,
} from './protocol';
import { gather, type Asked } from './gather';
import { questionsAbout } from './questions';
import { readAsOf } from './readAs';
import { newWriters, readerFor, type Writers } from './readers';
import type { Readings } from './readingRows';
import type { RowReader } from './readerBase';
import { settle } from './settle';
import { readBatches, UnreadableFile } from './rows';
import { codeFile } from './codeFile';
import type { CodedRows, Watch } from './coded';
import type { StagingWriter } from './staging';
import { surveyFile, type Survey } from './survey';
import { checkTotals } from './totals';

type Report = (progress: ImportProgress) => void;
/** Rows of a refused file that are shown. */
const REFUSED_ROWS = 12;
const silent: Report = () => undefined;

interface Surveyed {
  readonly plan: FilePlan;
  readonly survey: Survey;
  readonly rows: CodedRows;
}

export class Pipeline {
  /** The last drop's surveys: `read` follows `inspect`, and need not go through the files twice more. */
  #surveyed = new Map<string, Surveyed>();
  #isAsking = false;
  readonly #ahead = new Ahead();

  inspect(files: readonly SourceFile[], answers: Answers = {}, report: Report = silent): Inspection {
    const refused: RefusedFile[] = [];
    const summaries: FileSummary[] = [];
    const asked: Asked[] = [];
    const watches = progressOf(files, report);
    this.#surveyed = new Map();
    this.#ahead.forget();
    files.forEach((file, index) => {
      const { found, refusal } = attempt(file, () => this.#survey(file, answers, watches[index] ?? (() => undefined)));
      if (refusal) refused.push(asRead(file, answers, refusal));
      if (!found) return;
      const { plan, survey } = found;
      const questions = questionsAbout(plan, survey);
      const settings = settle(plan, survey, answers);
      if (typeof settings === 'string' && questions.length === 0) {
        refused.push(asRead(file, answers, { file: file.name, line: plan.headerLine, reason: settings }));
        return;
      }
      asked.push(...questions);
      const firstRows = typeof settings === 'string' ? rawRows(plan.firstRows) : firstRowsAsRead(plan, settings);
      summaries.push(summarise(plan, survey, firstRows));
    });
    this.#isAsking = asked.length > 0;
    return { files: summaries, questions: gather(asked), refused };
  }

  /**
   * Reads what was just inspected, for a `read` of the same that is expected. Not what asks something, for that waits for
   * somebody; nor indicators, whose readings two workers share.
   */
  readAhead(files: readonly SourceFile[], answers: Answers): void {
    const kinds = [...this.#surveyed.values()].map(({ plan }) => plan.header.kind);
    if (this.#isAsking || kinds.includes('indicator')) return;
    this.#ahead.keep(files, answers, this.#readAll(files, answers, silent));
  }

  /** `readings`: takes the readings of indicators, where another worker helps. */
  read(files: readonly SourceFile[], answers: Answers = {}, report: Report = silent, readings?: Readings): ReadResult {
    const ahead = readings ? null : this.#ahead.take(files, answers);
    const result = ahead ?? this.#readAll(files, answers, report, readings);
    this.#surveyed = new Map();
    return result;
  }

  #readAll(files: readonly SourceFile[], answers: Answers, report: Report, readings?: Readings): ReadResult {
    const refused: Refusal[] = [];
    const readFiles: ReadFile[] = [];
    const rejects: Reject[] = [];
    const counts = { aside: 0, rejected: 0, cells: 0, cleaned: 0 };
    const totals = { agreed: 0, differing: [] as TotalCheck[], more: 0 };
    const mends: Mend[] = [];
    let rowsTaken = 0;
    const writers = newWriters(readings);
    const watches = progressOf(files, report);
    // By name, then as given: which of two equal rows counts must not depend on the order of the drop.
    const order = files.map((file, index) => ({ file, index })).sort((a, b) => byCodePoint(a.file.name, b.file.name));
    for (const { file, index } of order) {
      const watch = watches[index] ?? ((): void => undefined);
      const { found, refusal } = attempt(file, () => this.#readFile(file, answers, readFiles.length, writers, watch));
      if (refusal) refused.push(refusal);
      if (!found) continue;
      const { reader } = found;
      readFiles.push({ name: file.name, index, kind: reader.kind });
      rejects.push(...reader.rejects);
      rowsTaken += reader.tally.rows;
      counts.aside += reader.tally.aside;
      counts.rejected += reader.tally.rejected;
      counts.cells += reader.tally.cells;
      counts.cleaned += reader.tally.cleaned;
      totals.agreed += found.totals.agreed;
      totals.differing.push(...found.totals.differing);
      totals.more += found.totals.more;
      mends.push(...found.mends);
    }
    const staging = Object.values<StagingWriter>({ ...writers })
      .map((writer) => writer.finish())
      .filter(({ rowCount }) => rowCount > 0);
    const staged = staging.reduce((sum, { sourceRows }) => sum + sourceRows, 0);
    // Every row is counted once, or nothing goes in: a row must not get lost on the way without anybody knowing.
    if (staged + counts.aside + counts.rejected !== rowsTaken)
      throw new Error(`读到 ${String(rowsTaken)} 行，只数到 ${String(staged + counts.aside + counts.rejected)} 行`);
    return {
      files: readFiles,
      staging,
      rejects,
      counts,
      totals,
      mends,
      refused,
    };
  }

  #survey(file: SourceFile, answers: Answers, watch: Watch): Surveyed {
    const readAs = readAsOf(answers, file.name);
    const key = [file.name, file.bytes.length, edges(file.bytes), JSON.stringify(readAs)].join('\u0000');
    const known = this.#surveyed.get(key);
    if (known) return known;
    const plan = planFile(file.name, file.bytes, readAs);
    const rows = codeFile(plan, file.bytes, watch);
    refuseBreaks(plan, rows);
    const found = { plan, rows, survey: surveyFile(plan, rows) };
    if (found.survey.rowCount === 0) throw new UnreadableFile('没有数据行', plan.headerLine);
    this.#surveyed.set(key, found);
    return found;
  }

  #readFile(
    file: SourceFile,
    answers: Answers,
    fileId: number,
    writers: Writers,
    watch: Watch,
  ): { readonly reader: RowReader; readonly totals: TotalsFound; readonly mends: readonly Mend[] } {
    const { plan, survey, rows } = this.#survey(file, answers, watch);
    const settings = settle(plan, survey, answers);
    if (typeof settings === 'string') throw new UnreadableFile(settings, plan.headerLine);
    const reader = readerFor(plan, settings, fileId, writers);
    reader.takeAll(rows, watch);
    return { reader, totals: checkTotals(reader, rows), mends: mendsOf(plan, rows, fileId) };
  }

  /** The given lines of a file as they stand, with what is above them: for the reject list and for provenance. */
  rowsAt(file: SourceFile, lines: readonly number[], answers: Answers = {}): RowsAt {
    const plan = planFile(file.name, file.bytes, readAsOf(answers, file.name));
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

/** A file that cannot be read is refused, and does not keep its neighbours out. */
function attempt<T>(file: SourceFile, work: () => T): { found?: T; refusal?: Refusal } {
  try {
    return { found: work() };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { refusal: { file: file.name, line: error.line, reason: error.reason } };
  }
}

/** A refused file with its first lines as they were read. */
function asRead(file: SourceFile, answers: Answers, refusal: Refusal): RefusedFile {
  const readAs = readAsOf(answers, file.name);
  const { reading, delimiter, rows } = rawForm(file.bytes, readAs);
  return {
    ...refusal,
    encoding: reading.encoding,
    delimiter,
    setByHand: Object.keys(readAs),
    firstRows: rawRows(rows.slice(0, REFUSED_ROWS)),
  };
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
