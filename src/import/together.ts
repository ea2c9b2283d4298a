/**
 * One drop in two workers: which files go to which, and what each of them says put together as if one had read them all.
 */
import { gather } from './gather';
import {
  READING_ROUND,
  type FileSummary,
  type Inspection,
  type ReadResult,
  type SourceFile,
  type StagingPlain,
} from './protocol';

/** Positions among the files as given, for each worker that gets any. */
export type Shares = readonly (readonly number[])[];

/** Below this many bytes a second worker costs more than it saves. */
export const WORTH_TWO = 4_000_000;

/**
 * Of files of these sizes the largest first, each to whom has least: of one large and some small files the large one is
 * alone.
 */
export function sharesOf(sizes: readonly number[]): Shares {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.length < 2 || total < WORTH_TWO) return [sizes.map((_, index) => index)];
  const order = sizes.map((size, index) => ({ index, size })).sort((a, b) => b.size - a.size);
  const [one, two] = [
    { size: 0, indexes: [] as number[] },
    { size: 0, indexes: [] as number[] },
  ];
  for (const { index, size } of order) {
    const lighter = two.size < one.size ? two : one;
    lighter.size += size;
    lighter.indexes.push(index);
  }
  return [one, two].map(({ indexes }) => indexes.sort((a, b) => a - b));
}

/** As one inspection of all files in the order given. */
export function joinInspections(files: readonly SourceFile[], found: readonly Inspection[]): Inspection {
  const place = new Map(files.map((file, index) => [file.name, index]));
  const placeOf = (name: string): number => place.get(name) ?? files.length;
  const asked = found.flatMap(({ questions }) =>
    questions.flatMap(({ kind, entries }) => entries.map((entry) => ({ kind, entry }))),
  );
  return {
    files: found.flatMap((each) => each.files).sort((a, b) => placeOf(a.name) - placeOf(b.name)),
    questions: gather(asked.sort((a, b) => placeOf(a.entry.file) - placeOf(b.entry.file))),
    refused: found.flatMap((each) => each.refused).sort((a, b) => placeOf(a.file) - placeOf(b.file)),
  };
}

/** Rows of one kind know each other by numbers that one worker gives: no kind may be in both shares. */
export function areApart(shares: Shares, files: readonly SourceFile[], summaries: readonly FileSummary[]): boolean {
  const kinds = new Map(summaries.map(({ name, kind }) => [name, kind]));
  const seen = new Map<string, number>();
  return shares.every((indexes, share) =>
    indexes.every((index) => {
      const kind = kinds.get(files[index]?.name ?? '');
      if (kind === undefined) return true;
      const before = seen.get(kind) ?? share;
      seen.set(kind, share);
      return before === share;
    }),
  );
}

/** As one reading of all files: `shares` says which of them each result is about. */
export function joinReadings(shares: Shares, found: readonly ReadResult[]): ReadResult {
  const all = found.flatMap((result, share) =>
    result.files.map((file, own) => ({
      share,
      own,
      file: { ...file, index: shares[share]?.[file.index] ?? file.index },
    })),
  );
  all.sort((a, b) => byCodePoint(a.file.name, b.file.name) || a.file.index - b.file.index);
  const positions = found.map((result) => result.files.map(() => 0));
  all.forEach(({ share, own }, position) => {
    const list = positions[share];
    if (list) list[own] = position;
  });
  const placeOf = (name: string): number => all.findIndex(({ file }) => file.name === name);
  const sum = (count: (result: ReadResult) => number): number =>
    found.reduce((total, result) => total + count(result), 0);
  const byName = (a: { readonly file: string }, b: { readonly file: string }): number =>
    placeOf(a.file) - placeOf(b.file);
  return {
    files: all.map(({ file }) => file),
    staging: found.flatMap(({ staging }, share) =>
      staging.map((table) => ({ ...table, fileIds: positions[share] ?? [] })),
    ),
    rejects: found.flatMap(({ rejects }) => rejects),
    counts: {
      aside: sum(({ counts }) => counts.aside),
      rejected: sum(({ counts }) => counts.rejected),
      cells: sum(({ counts }) => counts.cells),
      cleaned: sum(({ counts }) => counts.cleaned),
    },
    totals: {
      agreed: sum(({ totals }) => totals.agreed),
      differing: found.flatMap(({ totals }) => totals.differing).sort(byName),
      more: sum(({ totals }) => totals.more),
    },
    mends: found.flatMap(({ mends }, share) =>
      mends.map((mend) => ({ ...mend, fileId: positions[share]?.[mend.fileId] ?? mend.fileId })),
    ),
    refused: found.flatMap(({ refused }) => refused).sort((a, b) => byCodePoint(a.file, b.file)),
  };
}

/** With the readings that another worker worked out. */
export function withReadings(result: ReadResult, { parts, rowCount }: StagingPlain): ReadResult {
  const whole = (parent: StagingPlain): StagingPlain =>
    parent.name === 'reading'
      ? { ...parent, parts: [...parent.parts, ...parts], rowCount: parent.rowCount + rowCount }
      : parent;
  const staging = result.staging.map((table) =>
    table.kind === 'indicator' ? { ...table, parents: table.parents.map(whole) } : table,
  );
  return { ...result, staging };
}

/**
 * How many of each READING_ROUND readings the second worker takes, so that both end together. As measured, working out a
 * file's readings takes about as long as its rows; to inspect a byte takes nine tenths of that, and a byte of the second
 * worker's own files (of amounts, mostly) takes 2.8 times as long, inspected and read. What it has to read it begins before
 * the first has inspected (Pipeline.readAhead), and what is left of it then comes off its help.
 */
export function helpOf(first: number, second: number): number {
  const left = Math.max(0, 2.8 * second - 0.9 * first);
  const share = first === 0 ? 0 : 1 - left / first / 2;
  return Math.round(READING_ROUND * Math.min(1, Math.max(0, share)));
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
