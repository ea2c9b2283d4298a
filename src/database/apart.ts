/**
 * An empty database of its own in the same engine, over a connection of its own: what is done there touches nothing of the
 * app's data, since no name is ever looked up outside of it, and goes with it.
 */
import { sqlName } from '@/domain/sqlText';
import type { Engine } from './engine';
import schemaSql from './schema.sql?raw';

export interface Apart {
  /** With the app's tables, empty. Asks nothing more once `stop` has been heard. Registered files are everybody's. */
  readonly engine: Engine;
  /** Takes the database away. */
  close(): Promise<void>;
}

let counter = 0;

export async function openApart(engine: Engine, stop: AbortSignal): Promise<Apart> {
  counter += 1;
  const name = sqlName(`apart_${String(counter)}`);
  const own = await engine.beside();
  const [home] = await own.query<{ name: string }>('SELECT current_database() AS name');

  async function close(): Promise<void> {
    // Stopped within a transaction, or not.
    await own.run('ROLLBACK').catch(() => undefined);
    await own.run(`USE ${sqlName(home?.name ?? '')}; DETACH DATABASE IF EXISTS ${name}`);
    await own.end();
  }

  async function unlessStopped<T>(work: () => Promise<T>): Promise<T> {
    stop.throwIfAborted();
    return work();
  }
  const refuse = (): Promise<never> => Promise.reject(new Error('not of a database apart'));

  try {
    await unlessStopped(() => own.run(`ATTACH ':memory:' AS ${name}; USE ${name}`));
    await unlessStopped(() => own.run(schemaSql));
  } catch (cause) {
    await close();
    throw cause;
  }
  return {
    engine: {
      run: (sql) => unlessStopped(() => own.run(sql)),
      query: (sql, params) => unlessStopped(() => own.query(sql, params)),
      registerFile: (file, bytes) => unlessStopped(() => engine.registerFile(file, bytes)),
      dropFile: (file) => engine.dropFile(file),
      readFile: refuse,
      beside: refuse,
      close: refuse,
    },
    close,
  };
}
