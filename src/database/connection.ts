/**
 * DuckDB in the browser: its worker, one connection, statements prepared once.
 * Loaded lazily (the shell paints before the engine is there).
 */
import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection, type AsyncPreparedStatement } from '@duckdb/duckdb-wasm';
import { decodeTable } from './decode';
import { DatabaseError, type Engine, type Row, type SqlValue } from './engine';
import { takeEngineWorker } from './engineWorker';
import schemaSql from './schema.sql?raw';
import { ENGINE_SETTINGS, QUERY_CONFIG } from './settings';

/** Enough for every view's queries; beyond it the oldest statement is closed. */
const PREPARED_LIMIT = 64;

/** An engine with the app's empty tables. Rejects with DatabaseError when the engine cannot start. */
export async function openBrowserEngine(): Promise<Engine> {
  const { worker, wasmUrl, failed } = takeEngineWorker();
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  await guarded('instantiate', () => Promise.race([db.instantiate(wasmUrl), failed]));
  await guarded('open', () => db.open({ query: QUERY_CONFIG }));
  const connection = await guarded('connect', () => db.connect());
  await guarded(ENGINE_SETTINGS, () => connection.query(ENGINE_SETTINGS));
  await guarded('schema', () => connection.query(schemaSql));
  return browserEngine(db, connection);
}

async function guarded<T>(sql: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new DatabaseError(cause instanceof Error ? cause.message : String(cause), sql, { cause });
  }
}

function browserEngine(db: AsyncDuckDB, connection: AsyncDuckDBConnection): Engine {
  const prepared = new Map<string, Promise<AsyncPreparedStatement>>();
  /** Those that are there: what is asked through one of them is on its way at once, before anything is drawn. */
  const atHand = new Map<string, AsyncPreparedStatement>();

  function statementFor(sql: string): Promise<AsyncPreparedStatement> {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    prepared.set(sql, statement);
    statement.then(
      (made) => {
        if (prepared.get(sql) === statement) atHand.set(sql, made);
      },
      () => prepared.delete(sql),
    );
    if (prepared.size > PREPARED_LIMIT) {
      const [oldest] = prepared.keys();
      if (oldest !== undefined) {
        // One that could not be prepared has told whoever asked, and one that cannot be closed is asked no more:
        // neither may end as a rejection that nobody handles.
        prepared
          .get(oldest)
          ?.then((old) => old.close())
          .catch(() => undefined);
        prepared.delete(oldest);
        atHand.delete(oldest);
      }
    }
    return statement;
  }

  /** What is still asked when the engine ends: an ended worker answers nobody, and whoever waits must be told. */
  const waiting = new Set<(reason: Error) => void>();

  let ended = false;
  const isOver = (): Error => new Error('the engine was closed');

  function asked<T>(sql: string, work: () => Promise<T>): Promise<T> {
    const answer = new Promise<T>((resolve, reject) => {
      if (ended) return reject(isOver());
      waiting.add(reject);
      work()
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
    return guarded(sql, () => answer);
  }

  return {
    run: (sql) => asked(sql, async () => void (await connection.query(sql))),
    query: <T extends Row>(sql: string, params: readonly SqlValue[] = []) =>
      asked(sql, async () => {
        if (params.length === 0) return decodeTable<T>(await connection.query(sql));
        const statement = atHand.get(sql) ?? (await statementFor(sql));
        if (ended) throw isOver();
        return decodeTable<T>(await statement.query(...params));
      }),
    registerFile: (name, bytes) => asked(name, () => db.registerFileBuffer(name, bytes)),
    dropFile: (name) => asked(name, async () => void (await db.dropFile(name))),
    readFile: (name) => asked(name, () => db.copyFileToBuffer(name)),
    beside: async () => {
      const other = await asked('connect', () => db.connect());
      return {
        run: (sql) => asked(sql, async () => void (await other.query(sql))),
        query: <T extends Row>(sql: string, params: readonly SqlValue[] = []) =>
          asked(sql, async () => {
            if (params.length === 0) return decodeTable<T>(await other.query(sql));
            const statement = await other.prepare(sql);
            try {
              return decodeTable<T>(await statement.query(...params));
            } finally {
              await statement.close();
            }
          }),
        end: () => asked('disconnect', () => other.close()),
      };
    },
    close: async () => {
      ended = true;
      for (const refuse of waiting) refuse(isOver());
      waiting.clear();
      await guarded('close', () => db.terminate());
    },
  };
}
