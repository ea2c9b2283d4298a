/** duckdb-wasm without the app: files into tables of text, and the bare SQL of scoring. */
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { BARE_SCORING, bareTable, READ_OPTIONS } from '../bare.mjs';

export async function connect() {
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await db.instantiate(new URL(wasmUrl, location.href).href);
  await db.open({});
  const connection = await db.connect();
  await connection.query('SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;');
  return { db, connection };
}

async function register(db, file) {
  await db.registerFileHandle(file.name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
}

const seconds = async (work) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

export async function readFiles(given) {
  const { db, connection } = await connect();
  for (const file of given) await register(db, file);
  const ms = await seconds(async () => {
    for (const [index, file] of given.entries()) {
      await connection.query(`CREATE TABLE read_${index} AS FROM read_csv('${file.name}', ${READ_OPTIONS})`);
    }
  });
  await db.terminate();
  return { ms };
}

export async function bareScoring(file, runs) {
  const { db, connection } = await connect();
  await register(db, file);
  await connection.query(bareTable(file.name));
  const all = [];
  for (let run = 0; run < runs; run += 1) {
    all.push(
      await seconds(async () => {
        for (const statement of BARE_SCORING) await connection.query(statement);
      }),
    );
  }
  await db.terminate();
  return { all };
}
