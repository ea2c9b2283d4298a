/**
 * What the engine holds, as bytes, and back: every table of the app in small database files ("pieces"), each made and read
 * in a fraction of a second, so that whoever asks meanwhile need not wait long; views and macros as their SQL. For a cache
 * only: what does not come back whole is thrown away, and the journal is replayed.
 */
import { sqlText } from '@/domain/sqlText';
import { emptyDatabase } from './emptyDatabase';
import type { Asking, Engine } from './engine';

/** Rows of one table within a piece: a range of row ids, and how many rows that are. */
interface Slice {
  readonly table: string;
  readonly from: number;
  readonly to: number;
  /** Condition on the rows, or ''. */
  readonly only: string;
  readonly isWide: boolean;
}

export interface PlannedPiece {
  readonly slices: readonly Slice[];
}

/** What a piece holds, in the order in which it is put back. */
export interface PieceContent {
  readonly byteLength: number;
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
}

/** About what the engine packs in a third of a second. */
const CELLS_PER_PIECE = 2_200_000;
/** What a table takes even if it is empty. */
const CELLS_PER_TABLE = 20_000;

const HERE = "database_name = current_database() AND schema_name = 'main' AND NOT internal";

const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** All tables, cut into pieces. Of tables that hold rows of several rule sets only those of `ruleSetIds`. */
export async function planPieces(
  engine: Asking,
  ruleSetIds: readonly string[],
  cellsPerPiece = CELLS_PER_PIECE,
): Promise<PlannedPiece[]> {
  const tables = await engine.query<{ name: string; columns: number; by_rule_set: boolean; is_wide: boolean }>(
    `SELECT table_name AS name, count(*)::INTEGER AS columns, bool_or(column_name = 'rule_set_id') AS by_rule_set,
            bool_or(data_type = 'HUGEINT' OR (data_type LIKE 'DECIMAL%' AND numeric_precision > 18)) AS is_wide
     FROM duckdb_columns() JOIN (SELECT table_name FROM duckdb_tables() WHERE NOT temporary AND ${HERE}) USING (table_name)
     WHERE ${HERE} GROUP BY table_name ORDER BY table_name`,
  );
  const kept = `rule_set_id IN (${ruleSetIds.map(sqlText).join(', ') || 'NULL'})`;
  const pieces: Slice[][] = [];
  let open: Slice[] = [];
  let cells = 0;
  for (const { name, columns, by_rule_set, is_wide } of tables) {
    const [last] = await engine.query<{ id: number }>(
      `SELECT coalesce(max(rowid), -1)::INTEGER AS id FROM main.${sqlName(name)}`,
    );
    const end = (last?.id ?? -1) + 1;
    const step = Math.max(1, Math.floor(cellsPerPiece / columns));
    for (let from = 0; from === 0 || from < end; from += step) {
      const to = Math.min(end, from + step);
      const size = (to - from) * columns + CELLS_PER_TABLE;
      if (cells + size > cellsPerPiece + CELLS_PER_TABLE && open.length > 0) {
        pieces.push(open);
        open = [];
        cells = 0;
      }
      open.push({ table: name, from, to, only: by_rule_set ? kept : '', isWide: is_wide });
      cells += size;
    }
  }
  if (open.length > 0) pieces.push(open);
  return pieces.map((slices) => ({ slices }));
}

let counter = 0;

/** Registers a database file with its (empty) log, for as long as `work` takes. The bytes are given away. */
async function withFile<T>(engine: Engine, bytes: Uint8Array, work: (name: string) => Promise<T>): Promise<T> {
  counter += 1;
  const name = `piece-${String(counter)}`;
  const files = [`${name}.db`, `${name}.db.wal`];
  await engine.registerFile(`${name}.db`, bytes);
  await engine.registerFile(`${name}.db.wal`, new Uint8Array(0));
  try {
    return await work(name);
  } finally {
    for (const file of files) await engine.dropFile(file);
  }
}

/**
 * Writes one piece, over a connection of its own: a transaction that the app has begun meanwhile is not touched. Rejects
 * with DatabaseError where a table is no longer there.
 */
export function writePiece(
  engine: Engine,
  beside: Asking,
  piece: PlannedPiece,
): Promise<{ readonly content: PieceContent; readonly bytes: Uint8Array }> {
  return withFile(engine, emptyDatabase(), async (name) => {
    const id = sqlName(name);
    await beside.run(`ATTACH ${sqlText(`${name}.db`)} AS ${id}`);
    const tables: { table: string; rows: number }[] = [];
    try {
      // Numbers of 128 bits that are packed bit by bit take four to seven times as long to read.
      const slow = piece.slices.some((slice) => slice.isWide) ? 'bitpacking' : '';
      await beside.run(`SET wal_autocheckpoint = '1TB'; SET disabled_compression_methods = '${slow}'`);
      for (const { table, from, to, only } of piece.slices) {
        const rows = [`rowid >= ${String(from)} AND rowid < ${String(to)}`, only].filter((part) => part !== '');
        await beside.run(
          `CREATE TABLE ${id}.${sqlName(table)} AS SELECT * FROM main.${sqlName(table)} WHERE ${rows.join(' AND ')}`,
        );
        const [count] = await beside.query<{ n: number }>(`SELECT count(*) AS n FROM ${id}.${sqlName(table)}`);
        tables.push({ table, rows: count?.n ?? -1 });
      }
      await beside.run(`CHECKPOINT ${id}`);
    } finally {
      await beside.run(`DETACH ${id}`);
    }
    const bytes = await engine.readFile(`${name}.db`);
    return { content: { byteLength: bytes.byteLength, tables }, bytes };
  });
}

/**
 * Puts pieces back into an engine with empty tables: tables that are there are filled, others are made. `pieceAt` gives
 * the bytes of one; they are given away. The engine checks the sums of what it reads. Rejects where anything is not as it
 * was; what is in the engine is then worth nothing.
 */
export async function restorePieces(
  engine: Engine,
  contents: readonly PieceContent[],
  pieceAt: (index: number) => Promise<Uint8Array>,
): Promise<void> {
  const there = await engine.query<{ name: string }>(
    `SELECT table_name AS name FROM duckdb_tables() WHERE NOT temporary AND ${HERE}`,
  );
  const known = new Set(there.map(({ name }) => name));
  for (const [index, content] of contents.entries()) {
    const bytes = await pieceAt(index);
    if (bytes.byteLength !== content.byteLength) throw new Error('a piece is not as long as it was');
    await withFile(engine, bytes, (name) => restorePiece(engine, name, content, known));
  }
  await checkRows(engine, contents);
}

async function restorePiece(engine: Engine, name: string, content: PieceContent, known: Set<string>): Promise<void> {
  const id = sqlName(name);
  await engine.run(`ATTACH ${sqlText(`${name}.db`)} AS ${id} (READ_ONLY)`);
  try {
    const statements = content.tables.flatMap(({ table, rows }) => {
      const target = `main.${sqlName(table)}`;
      const source = `${id}.${sqlName(table)}`;
      if (!known.has(table)) {
        known.add(table);
        return [`CREATE TABLE ${target} AS FROM ${source}`];
      }
      return rows === 0 ? [] : [`INSERT INTO ${target} FROM ${source}`];
    });
    if (statements.length > 0) await engine.run(statements.join(';\n'));
  } finally {
    await engine.run(`DETACH ${id}`);
  }
}

/** Rejects where a table has not as many rows as were written. */
async function checkRows(engine: Asking, contents: readonly PieceContent[]): Promise<void> {
  const expected = new Map<string, number>();
  for (const { table, rows } of contents.flatMap((content) => content.tables))
    expected.set(table, (expected.get(table) ?? 0) + rows);
  for (const [table, rows] of expected) {
    const [count] = await engine.query<{ n: number }>(`SELECT count(*) AS n FROM main.${sqlName(table)}`);
    if (count?.n !== rows) throw new Error(`${table}: ${String(rows)} rows were kept, ${String(count?.n)} came back`);
  }
}

/** Macros and views as statements, in the order in which they were made. */
export async function readDefinitions(engine: Asking): Promise<string[]> {
  const macros = await engine.query<{ name: string; is_table: boolean; parameters: string; body: string }>(
    `SELECT function_name AS name, function_type = 'table_macro' AS is_table, macro_definition AS body,
            array_to_string(list_transform(parameters, lambda p : '"' || p || '"'), ', ') AS parameters
     FROM duckdb_functions() WHERE ${HERE} AND function_type IN ('macro', 'table_macro') ORDER BY function_oid`,
  );
  const views = await engine.query<{ sql: string }>(
    `SELECT sql FROM duckdb_views() WHERE NOT temporary AND ${HERE} ORDER BY view_oid`,
  );
  return [
    ...macros.map(
      ({ name, is_table, parameters, body }) =>
        `CREATE OR REPLACE MACRO ${sqlName(name)}(${parameters}) AS ${is_table ? 'TABLE ' : ''}${body}`,
    ),
    ...views.map(({ sql }) => sql.replace(/^CREATE VIEW/, 'CREATE OR REPLACE VIEW')),
  ];
}

/** Runs them; one that needs another that was made anew later waits for it. Rejects where some cannot be made. */
export async function restoreDefinitions(engine: Asking, definitions: readonly string[]): Promise<void> {
  let left = definitions;
  while (left.length > 0) {
    const failed: string[] = [];
    let reason: unknown;
    for (const statement of left) {
      try {
        await engine.run(statement);
      } catch (cause) {
        failed.push(statement);
        reason = cause;
      }
    }
    if (failed.length === left.length) throw reason;
    left = failed;
  }
}
