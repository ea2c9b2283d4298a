/** Starts the import worker: built, under the page's policy; in development, as the module that vite serves. */
import { startWorkerUnderPagePolicy } from '@/database/startWorker';
import workerUrl from '@/import/worker.ts?worker&url';

export function startImportWorker(): Worker {
  if (import.meta.env.DEV) return new Worker(workerUrl, { type: 'module' });
  return startWorkerUnderPagePolicy(new URL(workerUrl, document.baseURI).href);
}
