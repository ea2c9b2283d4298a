/** What the pipeline works with, once started: the engine, the import worker and the workspace. */
import { markRaw } from 'vue';
import type { Engine } from '@/database/engine';
import { startAppWorker } from '@/database/startWorker';
import type { Importer } from '@/import/client';
import { openWorkspace } from '@/workspace/open';
import type { Workspace } from '@/workspace/workspace';
import { loadRules } from './derive';

export interface Session {
  engine: Engine;
  readonly importer: Importer;
  readonly workspace: Workspace;
}

export async function openEngine(): Promise<Engine> {
  // Loaded on demand: the engine's glue is not needed for the first paint.
  const { openBrowserEngine } = await import('@/database/connection');
  return markRaw(await openBrowserEngine());
}

/** After the first paint of the page, or where nothing is painted (a tab in the background) a little later. */
const firstPaint = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 500);
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      resolve();
    }).observe({ type: 'paint', buffered: true });
  });

export async function openSession(): Promise<Session> {
  const [engine, importer, workspace] = await Promise.all([
    openEngine(),
    import('@/import/client').then(({ createImporter }) => createImporter(startAppWorker)),
    openWorkspace(),
    // Not needed before the engine is there; what is on its way must not hold up the first paint.
    firstPaint().then(loadRules),
  ]);
  return { engine, importer, workspace };
}
