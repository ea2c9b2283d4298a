/**
 * Starts a classic worker from a blob. A policy in `<meta>` does not reach a worker that is loaded from an address
 * (and a plain static server sends no header), but a blob inherits it: no eval and no other host inside, either.
 */
export function startWorkerUnderPagePolicy(absoluteUrl: string): Worker {
  const source = `importScripts(${JSON.stringify(absoluteUrl)});`;
  const blobUrl = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    return new Worker(blobUrl);
  } finally {
    // The worker has its own reference once constructed; the fetch of a blob URL is resolved at that moment.
    setTimeout(() => URL.revokeObjectURL(blobUrl), 60_000);
  }
}
