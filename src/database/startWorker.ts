/**
 * Starts a classic worker from a blob. A policy in `<meta>` does not reach a worker that is loaded from an address
 * (and a plain static server sends no header), but a blob inherits it: no eval and no other host inside, either.
 * `first`: the app's own code, run before it.
 */
export function startWorkerUnderPagePolicy(absoluteUrl: string, first = ''): Worker {
  const source = `${first}importScripts(${JSON.stringify(absoluteUrl)});`;
  const blobUrl = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    return new Worker(blobUrl);
  } finally {
    // The worker has its own reference once constructed; the fetch of a blob URL is resolved at that moment.
    setTimeout(() => URL.revokeObjectURL(blobUrl), 60_000);
  }
}

/** Starts a worker of the app's own, by the address that vite gives it: in development that is a module's. */
export function startAppWorker(workerUrl: string): Worker {
  const url = new URL(workerUrl, document.baseURI).href;
  return import.meta.env.DEV ? new Worker(url, { type: 'module' }) : startWorkerUnderPagePolicy(url);
}
