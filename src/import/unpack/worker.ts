/** Unpacks one drop off the page's thread, and is then ended: its memory goes with it. */
import { unpack, type DroppedFile, type Unpacked } from './unpack';

export type UnpackReply =
  { readonly type: 'done'; readonly unpacked: Unpacked } | { readonly type: 'failed'; readonly message: string };

self.addEventListener('message', (event: MessageEvent<readonly DroppedFile[]>) => {
  const send = (reply: UnpackReply, transfer: Transferable[] = []): void => {
    (self as DedicatedWorkerGlobalScope).postMessage(reply, transfer);
  };
  unpack(event.data).then(
    (unpacked) => {
      send({ type: 'done', unpacked }, [...new Set(unpacked.files.map((file) => file.bytes.buffer))]);
    },
    (cause: unknown) => {
      send({ type: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
    },
  );
});
