/** The import worker: takes calls, tells progress, gives results. All work is in pipeline.ts and readingRows.ts. */
import { Pipeline } from './pipeline';
import type { ImportProgress, Packed, Reply, Request, Result, StagingPlain } from './protocol';
import { SentReadings, TakenReadings, type ReadingMessage } from './readingRows';
import { Receiver, type Held, type Message } from './sending';

const PROGRESS_MS = 80;
const pipeline = new Pipeline();
const receiver = new Receiver();
const send = (reply: Reply, transfer: Transferable[] = []): void => {
  (self as DedicatedWorkerGlobalScope).postMessage(reply, transfer);
};

/** A message for every piece of every file would be more than a screen can show. */
function throttled(id: number): (progress: ImportProgress) => void {
  let last = 0;
  return (progress) => {
    const now = Date.now();
    if (now - last < PROGRESS_MS && progress.done < progress.total) return;
    last = now;
    send({ id, type: 'progress', progress });
  };
}

function answer(request: Request): Result | Promise<Result> {
  switch (request.call) {
    case 'inspect':
      return pipeline.inspect(request.files, request.answers, throttled(request.id));
    case 'read': {
      const helper = request.readings;
      const readings =
        helper && new SentReadings(helper.share, (message, transfer) => helper.port.postMessage(message, transfer));
      return pipeline.read(request.files, request.answers, throttled(request.id), readings);
    }
    case 'readings':
      return readingsFrom(request.readings);
    case 'pack':
      return pack(request.blob);
    case 'rowsAt':
      return pipeline.rowsAt(request.file, request.lines, request.answers);
  }
}

/** Works out what another worker reads, as it comes. */
function readingsFrom(port: MessagePort): Promise<StagingPlain> {
  const taken = new TakenReadings();
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<ReadingMessage>): void => {
      try {
        const readings = taken.take(data);
        if (!readings) return;
        port.close();
        resolve(readings);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
  });
}

async function pack(blob: Blob): Promise<Packed> {
  const stream = blob.stream().pipeThrough(new CompressionStream('gzip'));
  return { packed: new Uint8Array(await new Response(stream).arrayBuffer()) };
}

/** Staged bytes are handed over, not copied. */
function buffersOf(result: Result): Transferable[] {
  if ('staging' in result) return result.staging.flatMap((table) => [table, ...table.parents].flatMap(buffersOfPlain));
  if ('packed' in result) return [result.packed.buffer];
  return 'parts' in result ? buffersOfPlain(result) : [];
}

const buffersOfPlain = ({ parts }: Pick<StagingPlain, 'parts'>): Transferable[] =>
  parts.map(({ bytes }) => bytes.buffer);

async function take(message: Message): Promise<void> {
  const { id } = message.request;
  try {
    const request = await receiver.unpack(message);
    const result = await answer(request);
    send({ id, type: 'done', result }, buffersOf(result));
    if (request.call === 'inspect' && request.ahead === true) pipeline.readAhead(request.files, request.answers);
  } catch (error) {
    send({ id, type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Message | Held>) => {
  if ('held' in data) receiver.hold(data);
  else void take(data);
});
