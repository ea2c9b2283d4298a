/**
 * The engine's worker, and how it begins: what it is made of comes first, before the page's own modules have been
 * evaluated, and is compiled while it arrives. The engine's own loader would begin later, and pass the bytes through a
 * stream of its own: the browser then keeps nothing of what it has compiled.
 *
 * The engine gives out 75,000 names, so that extensions can be linked to it; making each of them known takes half of its
 * start. This app loads no extension (settings.ts), so the loader is shown the names of C only, which it uses itself.
 */
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import scriptUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { startWorkerUnderPagePolicy } from './startWorker';

export interface EngineWorker {
  readonly worker: Worker;
  readonly wasmUrl: string;
  /** Rejects where the worker fails by itself: it then answers nothing. */
  readonly failed: Promise<never>;
}

/** Runs in the worker, before the engine's script; stands by itself there, so it may use nothing but what is given. */
function compileEarly(url: string): void {
  const own = self.fetch;
  const compiling = WebAssembly.compileStreaming(own(url)).catch(async () => {
    // A server that does not know what kind of file this is: as a whole, then.
    const response = await own(url);
    if (!response.ok) throw new Error(`${url}: ${String(response.status)}`);
    return WebAssembly.compile(await response.arrayBuffer());
  });
  // Told when the engine asks for it.
  compiling.catch(() => undefined);
  // What the engine's loader would fetch is on its way: it gets nothing, and the instance all the same.
  self.fetch = () => new Promise(() => undefined);
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    self.fetch = own;
    try {
      const module = await compiling;
      const { exports: all } = await WebAssembly.instantiate(module, imports);
      const exports: WebAssembly.Exports = {};
      for (const name of Object.keys(all))
        if (!/^(?:orig\$)?_Z/.test(name)) exports[name] = all[name] as WebAssembly.ExportValue;
      return { module, instance: { exports } };
    } catch (cause) {
      // The loader tells nobody of a failure; an error that nobody catches reaches the page.
      setTimeout(() => {
        throw cause;
      });
      throw cause;
    }
  };
}

function start(): EngineWorker {
  const absolute = (url: string): string => new URL(url, document.baseURI).href;
  const url = absolute(wasmUrl);
  const first = `(${compileEarly.toString()})(${JSON.stringify(url)});`;
  const worker = startWorkerUnderPagePolicy(absolute(scriptUrl), first);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker of the engine failed')));
  });
  failed.catch(() => undefined);
  return { worker, wasmUrl: url, failed };
}

let early: EngineWorker | null = null;

/** Begins before it is asked for: the first `takeEngineWorker` gives this one. Where it cannot begin, that one tells why. */
export function startEngineEarly(): void {
  try {
    early = start();
  } catch {
    early = null;
  }
}

export function takeEngineWorker(): EngineWorker {
  const taken = early ?? start();
  early = null;
  return taken;
}
