/** The pipeline behind a message port. Cancelling is ending the worker: reading holds no state worth saving. */
import { Pipeline } from './pipeline';
import type { GivenFile, Reply, Request, SourceFile } from './protocol';

const pipeline = new Pipeline();
const answer = (reply: Reply): void => self.postMessage(reply);

/** At most this often, in milliseconds: a message for each row would cost more than the row. */
const REPORT_EVERY = 100;

async function bytesOf({ name, content }: GivenFile): Promise<SourceFile> {
  return { name, bytes: content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer()) };
}

function carefully(id: number): Parameters<Pipeline['inspect']>[1] {
  let last = 0;
  return (progress) => {
    const now = Date.now();
    if (now - last < REPORT_EVERY) return;
    last = now;
    answer({ id, type: 'progress', progress });
  };
}

async function serve(request: Request): Promise<void> {
  const { id } = request;
  try {
    if (request.call === 'rowsAt') {
      answer({ id, type: 'done', result: pipeline.rowsAt(await bytesOf(request.file), request.lines) });
      return;
    }
    const files = await Promise.all(request.files.map(bytesOf));
    const result =
      request.call === 'inspect'
        ? pipeline.inspect(files, carefully(id))
        : pipeline.read(files, request.answers, carefully(id));
    answer({ id, type: 'done', result });
  } catch (cause) {
    answer({ id, type: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
  }
}

// One after the other: a later request must not overtake the surveys of an earlier one.
let queue = Promise.resolve();
self.addEventListener('message', (event: MessageEvent<Request>) => {
  queue = queue.then(() => serve(event.data));
});
