/**
 * What the engine holds, as bytes, and back: every table of the app in small database files ("pieces"), each made and read
 * in a fraction of a second, so that whoever asks meanwhile need not wait long; views and macros as their SQL
 * (definitions.ts). For a cache only: what does not come back whole is thrown away, and the journal is replayed.
 */
import { sqlName, sqlText } from '@/domain/sqlText';
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

/** About what the engine packs in a tenth of a second: so long a click may have to wait. Smaller ones save nothing more. */
const CELLS_PER_PIECE = 800_000;
/** What a table takes even if it is empty. */
const CELLS_PER_TABLE = 20_000;

/** What is of the app, in the engine's own lists. */
export const HERE = "database_name = current_database() AND schema_name = 'main' AND NOT internal";

interface TableSize {
  readonly name: string;
  readonly columns: number;
  readonly by_rule_set: boolean;
  readonly is_wide: boolean;
  /** One more than the last row id. */
  readonly end: number;
}

/** All tables of the app but those of an import that has not landed; small ones before large ones. */
async function tableSizes(engine: Asking): Promise<TableSize[]> {
  const tables = await engine.query<{ name: string; columns: number; by_rule_set: boolean; is_wide: boolean }>(
    `SELECT table_name AS name, count(*)::INTEGER AS columns, bool_or(column_name = 'rule_set_id') AS by_rule_set,
            bool_or(data_type = 'HUGEINT' OR (data_type LIKE 'DECIMAL%' AND numeric_precision > 18)) AS is_wide
     FROM duckdb_columns() JOIN (SELECT table_name FROM duckdb_tables() WHERE NOT temporary AND ${HERE}) USING (table_name)
     WHERE ${HERE} AND NOT starts_with(table_name, 'staging_') GROUP BY table_name ORDER BY table_name`,
  );
  const sizes: TableSize[] = [];
  for (const table of tables) {
    const [last] = await engine.query<{ id: number }>(
      `SELECT coalesce(max(rowid), -1)::INTEGER AS id FROM main.${sqlName(table.name)}`,
    );
    sizes.push({ ...table, end: (last?.id ?? -1) + 1 });
  }
  return sizes.sort((a, b) => a.end * a.columns - b.end * b.columns);
}

export interface PlanOptions {
  /** These tables come before all others, in pieces of their own. */
  readonly first?: readonly string[];
  readonly cellsPerPiece?: number;
}

/** All tables, cut into pieces. Of tables that hold rows of several rule sets only those of `ruleSetIds`. */
export async function planPieces(
  engine: Asking,
  ruleSetIds: readonly string[],
  { first = [], cellsPerPiece = CELLS_PER_PIECE }: PlanOptions = {},
): Promise<PlannedPiece[]> {
  const tables = await tableSizes(engine);
  const kept = `rule_set_id IN (${ruleSetIds.map(sqlText).join(', ') || 'NULL'})`;
  const isFirst = ({ name }: TableSize): boolean => first.includes(name);
  return [tables.filter(isFirst), tables.filter((table) => !isFirst(table))].flatMap((group) =>
    cut(group, kept, cellsPerPiece),
  );
}

function cut(tables: readonly TableSize[], kept: string, cellsPerPiece: number): PlannedPiece[] {
  const pieces: Slice[][] = [];
  let open: Slice[] = [];
  let cells = 0;
  for (const { name, columns, by_rule_set, is_wide, end } of tables) {
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
 * the bytes of one; they are given away. The engine checks the sums of what it reads. `onWhole` is told of tables as soon as
 * all of their rows are back. Rejects where anything is not as it was; what is in the engine is then worth nothing.
 */
export async function restorePieces(
  engine: Engine,
  contents: readonly PieceContent[],
  pieceAt: (index: number) => Promise<Uint8Array>,
  onWhole: (tables: readonly string[]) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const there = await engine.query<{ name: string }>(
    `SELECT table_name AS name FROM duckdb_tables() WHERE NOT temporary AND ${HERE}`,
  );
  const known = new Set(there.map(({ name }) => name));
  for (const [index, content] of contents.entries()) {
    const bytes = await pieceAt(index);
    if (bytes.byteLength !== content.byteLength) throw new Error('a piece is not as long as it was');
    await withFile(engine, bytes, (name) => restorePiece(engine, name, content, known));
    const later = new Set(contents.slice(index + 1).flatMap(tablesOf));
    const whole = new Set(tablesOf(content).filter((table) => !later.has(table)));
    await checkRows(engine, whole, contents);
    await onWhole([...whole]);
  }
}

const tablesOf = ({ tables }: PieceContent): string[] => tables.map(({ table }) => table);

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

/** Rejects where one of these tables has not as many rows as were written. */
async function checkRows(
  engine: Asking,
  tables: ReadonlySet<string>,
  contents: readonly PieceContent[],
): Promise<void> {
  if (tables.size === 0) return;
  const expected = new Map<string, number>();
  for (const { table, rows } of contents.flatMap((content) => content.tables))
    expected.set(table, (expected.get(table) ?? 0) + rows);
  const counts = [...tables].map(
    (table) => `SELECT ${sqlText(table)} AS name, count(*) AS n FROM main.${sqlName(table)}`,
  );
  const found = await engine.query<{ name: string; n: number }>(counts.join(' UNION ALL '));
  for (const table of tables) {
    const [rows, n] = [expected.get(table), found.find(({ name }) => name === table)?.n];
    if (n !== rows) throw new Error(`${table}: ${String(rows)} rows were kept, ${String(n)} came back`);
  }
}
