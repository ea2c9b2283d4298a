/**
 * The page's side of importing: two workers where there is much to read and a second core to do it. Cancelling ends them,
 * which frees their memory and leaves nothing half done.
 */
import workerUrl from './worker.ts?worker&url';
import { Lane, type CallOptions } from './lane';
import {
  READING_ROUND,
  type Answers,
  type Inspection,
  type Packed,
  type ReadResult,
  type RowsAt,
  type SourceFile,
  type StagingPlain,
} from './protocol';
import {
  areApart,
  joinInspections,
  helpOf,
  joinReadings,
  sharesOf,
  withReadings,
  WORTH_TWO,
  type Shares,
} from './together';

export type { CallOptions } from './lane';

export interface Importer {
  /**
   * Files that `inspect` will come for, in that order: the workers start, and read them while the page does the same. To
   * be called where nobody will come for them, as `signal` does: their memory is free again.
   */
  hold(blobs: readonly Blob[], signal: AbortSignal): () => void;
  inspect(files: readonly SourceFile[], answers?: Answers, options?: CallOptions): Promise<Inspection>;
  read(files: readonly SourceFile[], answers?: Answers, options?: CallOptions): Promise<ReadResult>;
  /** Lines of a file as they stand, and what is above them. */
  rowsAt(file: SourceFile, lines: readonly number[], answers?: Answers): Promise<RowsAt>;
  /** The bytes as gzip, by another thread than the page's. */
  pack(bytes: Uint8Array): Promise<Uint8Array>;
  dispose(): void;
}

/** Files that were inspected in two workers, and may be read there. */
interface Apart {
  readonly files: readonly SourceFile[];
  readonly shares: Shares;
}

/** `startWorker` starts one by its address, as the page's policy demands. */
export function createImporter(startWorker: (workerUrl: string) => Worker): Importer {
  const start = (): Worker => startWorker(workerUrl);
  const [first, second] = [new Lane(start), new Lane(start)] as const;
  const hasTwo = navigator.hardwareConcurrency > 1;
  let apart: Apart | null = null;

  /** What fails in one worker is over in the other, too: neither may go on with half of a drop. */
  async function both<A, B>(one: Promise<A>, two: Promise<B>): Promise<[A, B]> {
    try {
      return await Promise.all([one, two]);
    } catch (cause) {
      end(cause instanceof Error ? cause : new Error(String(cause)));
      throw cause;
    }
  }

  function end(reason: Error): void {
    apart = null;
    first.end(reason);
    second.end(reason);
  }

  function rest(): void {
    first.rest();
    second.rest();
  }

  function hold(blobs: readonly Blob[], signal: AbortSignal): () => void {
    const shares = hasTwo ? sharesOf(blobs.map(({ size }) => size)) : [blobs.map((_, index) => index)];
    [first, second].forEach((lane, share) => {
      const own = shares[share]?.flatMap((index) => blobs[index] ?? []) ?? [];
      if (own.length > 0) lane.hold(own);
    });
    signal.addEventListener('abort', rest, { once: true });
    return rest;
  }

  async function inspect(
    files: readonly SourceFile[],
    answers: Answers = {},
    options: CallOptions = {},
  ): Promise<Inspection> {
    apart = null;
    const call = (lane: Lane, own: readonly SourceFile[], its: CallOptions, ahead = false): Promise<Inspection> =>
      lane.call((id) => ({ id, call: 'inspect', files: own, answers, ahead }), its);
    const shares = hasTwo ? sharesOf(files.map(({ bytes }) => bytes.length)) : [];
    if (shares.length < 2) return call(first, files, options);
    const [own, its] = [shares.map((share) => pick(files, share)), shared(options)];
    const found = await both(call(first, own[0] ?? [], its[0]), call(second, own[1] ?? [], its[1], true));
    const joined = joinInspections(files, found);
    if (areApart(shares, files, joined.files)) apart = { files, shares };
    return joined;
  }

  async function read(
    files: readonly SourceFile[],
    answers: Answers = {},
    options: CallOptions = {},
  ): Promise<ReadResult> {
    const known = apart;
    apart = null;
    const call = (lane: Lane, own: readonly SourceFile[], its: CallOptions): Promise<ReadResult> =>
      lane.call((id) => ({ id, call: 'read', files: own, answers }), its);
    if (!hasTwo || sizeOf(files) < WORTH_TWO) return call(first, files, options);

    const { port1, port2 } = new MessageChannel();
    const helped = (own: readonly SourceFile[], share: number, its: CallOptions): Promise<ReadResult> =>
      first.call((id) => ({ id, call: 'read', files: own, answers, readings: { port: port1, share } }), its, [port1]);
    const readings = (): Promise<StagingPlain> =>
      second.call((id) => ({ id, call: 'readings', readings: port2 }), signalOf(options), [port2]);
    if (!known || !isSame(known.files, files)) {
      const [result, more] = await both(helped(files, READING_ROUND, options), readings());
      rest();
      return withReadings(result, more);
    }
    const [own, others] = known.shares.map((share) => pick(files, share));
    if (!own || !others) return call(first, files, options);
    const its = shared(options);
    // The second worker reads its own files, then what the first has sent it meanwhile.
    const [one, [two, more]] = await both(
      helped(own, helpOf(sizeOf(own), sizeOf(others)), its[0]),
      both(call(second, others, its[1]), readings()),
    );
    rest();
    return joinReadings(known.shares, [withReadings(one, more), two]);
  }

  async function pack(bytes: Uint8Array): Promise<Uint8Array> {
    const blob = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    const { packed } = await second.call<Packed>((id) => ({ id, call: 'pack', blob }));
    second.rest();
    return packed;
  }

  return {
    hold,
    inspect,
    read,
    rowsAt: (file, lines, answers = {}) => first.call((id) => ({ id, call: 'rowsAt', file, lines, answers })),
    pack,
    dispose: () => end(new Error('the importer was closed')),
  };
}

const sizeOf = (files: readonly SourceFile[]): number => files.reduce((sum, { bytes }) => sum + bytes.length, 0);

const pick = (files: readonly SourceFile[], indexes: readonly number[]): SourceFile[] =>
  indexes.flatMap((index) => files[index] ?? []);

const isSame = (a: readonly SourceFile[], b: readonly SourceFile[]): boolean =>
  a.length === b.length && a.every((file, index) => file.bytes === b[index]?.bytes && file.name === b[index].name);

const signalOf = ({ signal }: CallOptions): CallOptions => (signal ? { signal } : {});

/** Options for each of two workers: what both have done is told as one. */
function shared(options: CallOptions): readonly [CallOptions, CallOptions] {
  const told = [
    { done: 0, total: 0 },
    { done: 0, total: 0 },
  ];
  const { onProgress } = options;
  if (!onProgress) return [options, options];
  const own = (index: number): CallOptions => ({
    ...signalOf(options),
    onProgress: (done, total, names) => {
      told[index] = { done, total };
      onProgress(
        told.reduce((sum, each) => sum + each.done, 0),
        told.reduce((sum, each) => sum + each.total, 0),
        names,
      );
    },
  });
  return [own(0), own(1)];
}
