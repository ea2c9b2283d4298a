/** The import worker: takes calls, tells progress, gives results. All work is in pipeline.ts. */
import { Pipeline } from './pipeline';
import type { ImportProgress, Inspection, ReadResult, Reply, Request, RowsAt } from './protocol';
import { Receiver, type Message } from './sending';

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

function answer(request: Request): Inspection | ReadResult | RowsAt {
  switch (request.call) {
    case 'inspect':
      return pipeline.inspect(request.files, request.answers, throttled(request.id));
    case 'read':
      return pipeline.read(request.files, request.answers, throttled(request.id));
    case 'rowsAt':
      return pipeline.rowsAt(request.file, request.lines, request.answers);
  }
}

/** Staged bytes are handed over, not copied. */
const buffersOf = (result: Inspection | ReadResult | RowsAt): Transferable[] =>
  'staging' in result
    ? result.staging.flatMap((table) =>
        [table, ...table.parents].flatMap(({ parts }) => parts.map(({ bytes }) => bytes.buffer)),
      )
    : [];

self.addEventListener('message', (event: MessageEvent<Message>) => {
  const { id } = event.data.request;
  try {
    const result = answer(receiver.unpack(event.data));
    send({ id, type: 'done', result }, buffersOf(result));
  } catch (error) {
    send({ id, type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
