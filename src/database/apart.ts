/**
 * An empty database of its own in the same engine, over a connection of its own: what is done there touches none of the
 * app's tables, since no table's name is ever looked up outside of it, and goes with it. Registered files are the whole
 * engine's: whoever registers one here takes a name that nobody else has, and drops it.
 */
import { sqlName } from '@/domain/sqlText';
import type { Engine } from './engine';
import schemaSql from './schema.sql?raw';

export interface Apart {
  /** With the app's tables, empty. Asks nothing more once `stop` has been heard. */
  readonly engine: Engine;
  /** Takes the database away. */
  close(): Promise<void>;
}

let counter = 0;

export async function openApart(engine: Engine, stop: AbortSignal): Promise<Apart> {
  counter += 1;
  const name = sqlName(`apart_${String(counter)}`);
  const own = await engine.beside();
  let home = '';

  async function close(): Promise<void> {
    // Stopped within a transaction, or not.
    await own.run('ROLLBACK').catch(() => undefined);
    try {
      await own.run(`USE ${sqlName(home)}; DETACH DATABASE IF EXISTS ${name}`);
    } finally {
      await own.end();
    }
  }

  async function unlessStopped<T>(work: () => Promise<T>): Promise<T> {
    stop.throwIfAborted();
    return work();
  }
  const refuse = (): Promise<never> => Promise.reject(new Error('not of a database apart'));

  try {
    const [at] = await own.query<{ name: string }>('SELECT current_database() AS name');
    home = at?.name ?? '';
    await unlessStopped(() => own.run(`ATTACH ':memory:' AS ${name}; USE ${name}`));
    await unlessStopped(() => own.run(schemaSql));
  } catch (cause) {
    // Why it could not be opened is what is told.
    await close().catch(() => undefined);
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
