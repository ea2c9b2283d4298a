/** The wasm engine of the app, run inside Node, so that SQL is tested in the engine that users have. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Table } from 'apache-arrow';
import { decodeTable } from '@/database/decode';
import { DatabaseError, type Asking, type Engine, type Row, type SqlValue } from '@/database/engine';
import { ENGINE_SETTINGS, QUERY_CONFIG } from '@/database/settings';
import schemaSql from '@/database/schema.sql?raw';

interface BlockingConnection {
  query(sql: string): Table;
  prepare(sql: string): { query(...params: SqlValue[]): Table; close(): void };
  close(): void;
}
interface BlockingDatabase {
  instantiate(): Promise<unknown>;
  open(config: object): void;
  connect(): BlockingConnection;
  registerFileBuffer(name: string, bytes: Uint8Array): void;
  dropFile(name: string): void;
  copyFileToBuffer(name: string): Uint8Array;
}
interface BlockingModule {
  createDuckDB(bundles: object, logger: object, runtime: object): Promise<BlockingDatabase>;
  VoidLogger: new () => object;
  NODE_RUNTIME: object;
}

/** An empty engine; `{ schema: true }` (default) creates the app's tables in it. */
export async function openEngine({ schema = true } = {}): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const blocking = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as BlockingModule;
  const dist = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs'));
  const db = await blocking.createDuckDB(
    {
      mvp: { mainModule: join(dist, 'duckdb-mvp.wasm'), mainWorker: '' },
      eh: { mainModule: join(dist, 'duckdb-eh.wasm'), mainWorker: '' },
    },
    new blocking.VoidLogger(),
    blocking.NODE_RUNTIME,
  );
  await db.instantiate();
  db.open({ query: QUERY_CONFIG });
  const connection = db.connect();
  connection.query(ENGINE_SETTINGS);

  function guarded<T>(sql: string, work: () => T): Promise<T> {
    try {
      return Promise.resolve(work());
    } catch (cause) {
      return Promise.reject(new DatabaseError(cause instanceof Error ? cause.message : String(cause), sql, { cause }));
    }
  }

  const asking = (through: BlockingConnection): Asking => ({
    run: (sql) => guarded(sql, () => void through.query(sql)),
    query: <T extends Row>(sql: string, params: readonly SqlValue[] = []) =>
      guarded(sql, () => {
        if (params.length === 0) return decodeTable<T>(through.query(sql));
        const statement = through.prepare(sql);
        try {
          return decodeTable<T>(statement.query(...params));
        } finally {
          statement.close();
        }
      }),
  });

  const engine: Engine = {
    ...asking(connection),
    registerFile: (name, bytes) => guarded(name, () => db.registerFileBuffer(name, bytes)),
    dropFile: (name) => guarded(name, () => db.dropFile(name)),
    readFile: (name) => guarded(name, () => db.copyFileToBuffer(name)),
    beside: () =>
      guarded('connect', () => {
        const other = db.connect();
        return { ...asking(other), end: () => guarded('disconnect', () => other.close()) };
      }),
    close: () => guarded('close', () => connection.close()),
  };
  if (schema) await engine.run(schemaSql);
  return engine;
}
