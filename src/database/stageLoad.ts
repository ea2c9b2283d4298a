/**
 * Staging tables and the bytes that go into them. Columns have the types of the base tables; nothing is detected:
 * dialect and types are given, and the engine must count as many rows as the importer wrote.
 */
import { csvCell } from '../domain/csvCell';
import { DatabaseError, type Engine } from './engine';
import { exactValue, narrowType, narrowValue, readType } from './exactText';
import { shapesOf, StageError, type Columns, type StagingShape } from './stageColumns';
import { isBulky, STAGING_VIEWS } from './stageTables';
import type { StageInput, StageReject, StageTable } from './stageTypes';

const DIALECT =
  "auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', new_line = '\\n', " +
  'max_line_size = 16777216, parallel = false';

/** Fills the staging tables of one kind. Rejects with StageError where the engine did not read what was written. */
export async function loadTable(
  engine: Engine,
  table: StageTable,
  columns: Columns,
  firstFileId: number,
): Promise<void> {
  const { kind } = table;
  for (const shape of shapesOf(table, columns))
    await loadShape(engine, shape, isBulky(kind), fileId(table, firstFileId));
  const view = STAGING_VIEWS[kind];
  if (view !== undefined) await engine.run(view);
}

let counter = 0;

/** The bytes as a file, while `read` reads it. Under a name of its own: files are shared by all connections of an engine. */
async function asFile(
  engine: Engine,
  name: string,
  bytes: Uint8Array,
  read: (file: string) => Promise<void>,
): Promise<void> {
  counter += 1;
  const file = `${name}-${String(counter)}.csv`;
  await engine.registerFile(file, bytes);
  try {
    await read(file);
  } finally {
    await engine.dropFile(file);
  }
}

/** The number of a row's file in the database. */
function fileId({ fileIds = [0] }: StageTable, firstFileId: number): string {
  const [first = 0] = fileIds;
  if (fileIds.every((id, index) => id === first + index)) return `file_id + ${String(first + firstFileId)}`;
  return `list_extract([${fileIds.map((id) => String(id + firstFileId)).join(', ')}], file_id + 1)`;
}

/** `mayStay`: the table may take the place of a base table, so it is none that ends with the connection. */
async function loadShape(engine: Engine, shape: StagingShape, mayStay: boolean, fileId: string): Promise<void> {
  const { name: target, parts, rowCount } = shape.table;
  const declared = [...shape.types].map(([name, type]) => `${name} ${type}`).join(', ');
  await engine.run(`CREATE ${mayStay ? '' : 'TEMP '}TABLE ${target} (${declared})`);
  let rows = 0;
  for (const part of parts) {
    const rowsBefore = rows;
    await asFile(engine, target, part.bytes, (file) =>
      engine.run(insertStatement(shape, file, fileId, rowsBefore, true)).catch(async (cause: unknown) => {
        if (!(cause instanceof DatabaseError) || cause.isOutOfMemory) throw cause;
        await engine.run(insertStatement(shape, file, fileId, rowsBefore, false));
      }),
    );
    rows += part.rowCount;
  }
  const [count] = await engine.query<{ n: number }>(`SELECT count(*) AS n FROM ${target}`);
  if (count?.n !== rowCount) {
    throw new StageError(`${target}: ${String(rowCount)} rows were written, the engine read ${String(count?.n)}`);
  }
}

/** `narrow`: every number is taken to fit 64 bits, and the statement fails where one does not. */
function insertStatement(
  { table: { name: target, columns }, types }: StagingShape,
  file: string,
  fileId: string,
  rowsBefore: number,
  narrow: boolean,
): string {
  const typed = columns.map((name): [string, string] => [name, types.get(name) ?? '']);
  const struct = typed.map(([name, type]) => `'${name}': '${narrow ? narrowType(type) : readType(type)}'`).join(', ');
  const value = narrow ? narrowValue : exactValue;
  const chosen = typed.map(([name, type]) => (name === 'file_id' ? fileId : value(name, type)));
  // Rows that have a number of their own get it as they come.
  const isNumbered = types.has('indicator_id');
  const into = isNumbered ? ['indicator_id', ...columns] : columns;
  const values = isNumbered ? [`row_number() OVER () + ${String(rowsBefore)}`, ...chosen] : chosen;
  return `INSERT INTO ${target} (${into.join(', ')}) SELECT ${values.join(', ')} FROM read_csv('${file}', ${DIALECT}, columns = {${struct}})`;
}

const REJECT_TYPES = {
  file_id: 'INTEGER',
  file_name: 'VARCHAR',
  line: 'INTEGER',
  column_name: 'VARCHAR',
  value: 'VARCHAR',
  reason: 'VARCHAR',
  remedy: 'VARCHAR',
  is_cell: 'BOOLEAN',
  kind: 'VARCHAR',
  fiscal_year: 'INTEGER',
  unit_code: 'VARCHAR',
  row_key: 'VARCHAR',
} as const;

/** A NUL would end the text inside the engine. */
const printable = (text: string): string => text.replaceAll('\0', '\ufffd');

function rejectLine(reject: StageReject, fileId: number): string {
  const { file, line, column, value, reason, remedy, isCell, kind, fiscalYear, unitCode, rowKey } = reject;
  const texts = [column, printable(value), reason, remedy].map(csvCell).join(',');
  return `${String(fileId)},${csvCell(file)},${String(line)},${texts},${String(isCell)},${kind},${fiscalYear === null ? '' : String(fiscalYear)},${csvCell(unitCode)},${csvCell(rowKey)}`;
}

export async function loadRejects(engine: Engine, input: StageInput, firstFileId: number): Promise<void> {
  const declared = Object.entries(REJECT_TYPES).map(([name, type]) => `${name} ${type}`);
  await engine.run(`CREATE TEMP TABLE staging_reject (${declared.join(', ')})`);
  if (input.rejects.length === 0) return;
  const ids = new Map(input.files.map((file, index) => [file.name, firstFileId + index]));
  const text = input.rejects.map((reject) => `${rejectLine(reject, ids.get(reject.file) ?? firstFileId)}\n`).join('');
  const struct = Object.entries(REJECT_TYPES).map(([name, type]) => `'${name}': '${type}'`);
  await asFile(engine, 'staging_reject', new TextEncoder().encode(text), (file) =>
    engine.run(
      `INSERT INTO staging_reject SELECT * FROM read_csv('${file}', ${DIALECT}, columns = {${struct.join(', ')}})`,
    ),
  );
}
