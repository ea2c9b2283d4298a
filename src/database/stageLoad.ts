/**
 * Staging tables and the bytes that go into them. Columns have the types of the base tables; nothing is detected:
 * dialect and types are given, and the engine must count as many rows as the importer wrote.
 */
import { csvCell } from '../domain/csvCell';
import type { Engine } from './engine';
import { exactValue, readType } from './exactText';
import { rowsOf, STAGING_VIEWS } from './stageTables';
import type { StageInput, StageKind, StagePlain, StageReject, StageTable } from './stageTypes';

/** Columns that the base tables do not have. */
const OWN_TYPES: Readonly<Record<string, string>> = {
  id: 'INTEGER',
  head_id: 'INTEGER',
  subject_id: 'INTEGER',
  grade_id: 'INTEGER',
  reading_id: 'INTEGER',
  place_id: 'INTEGER',
  key_id: 'INTEGER',
  file_id: 'INTEGER',
  line: 'INTEGER',
  name_key: 'BIGINT',
  content: 'BIGINT',
  part: 'VARCHAR',
  cell: 'INTEGER',
  is_wide: 'BOOLEAN',
  column_name: 'VARCHAR',
  value: 'VARCHAR',
};
/** Filled by the checks of keys: state, the place of a twin, and the earlier row that stands under the same key. */
const VERDICT = 'state VARCHAR, other_place BIGINT, old_file INTEGER, old_line INTEGER';
const DIALECT =
  "auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', new_line = '\\n', " +
  'max_line_size = 16777216, parallel = false';

export class StageError extends Error {}

async function baseTypes(engine: Engine, kind: StageKind): Promise<ReadonlyMap<string, string>> {
  const rows = await engine.query<{ column_name: string; data_type: string }>(
    'SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $1',
    [kind],
  );
  return new Map(rows.map((row) => [row.column_name, row.data_type]));
}

export async function loadTable(engine: Engine, table: StageTable, firstFileId: number): Promise<void> {
  const { kind } = table;
  const types = await baseTypes(engine, kind);
  const rows = { ...table, name: rowsOf(kind) };
  await loadPlain(engine, rows, types, `, ${VERDICT}`, fileId(table, firstFileId));
  for (const parent of table.parents) {
    await loadPlain(engine, { ...parent, name: `staging_${kind}_${parent.name}` }, types, '', 'file_id');
  }
  const view = STAGING_VIEWS[kind];
  if (view !== undefined) await engine.run(view);
}

/** The number of a row's file in the database. */
function fileId({ fileIds = [0] }: StageTable, firstFileId: number): string {
  const [first = 0] = fileIds;
  if (fileIds.every((id, index) => id === first + index)) return `file_id + ${String(first + firstFileId)}`;
  return `list_extract([${fileIds.map((id) => String(id + firstFileId)).join(', ')}], file_id + 1)`;
}

async function loadPlain(
  engine: Engine,
  { name: target, columns, parts, rowCount }: StagePlain,
  base: ReadonlyMap<string, string>,
  more: string,
  fileId: string,
): Promise<void> {
  const typed = columns.map((name): [string, string] => {
    const type = base.get(name) ?? OWN_TYPES[name];
    if (type === undefined) throw new StageError(`${target} has no column ${name}`);
    return [name, type];
  });
  const declared = typed.map(([name, type]) => `${name} ${type}`).join(', ');
  const struct = typed.map(([name, type]) => `'${name}': '${readType(type)}'`).join(', ');
  const chosen = typed.map(([name, type]) => (name === 'file_id' ? fileId : exactValue(name, type)));
  await engine.run(`CREATE TEMP TABLE ${target} (${declared}${more})`);
  for (const [index, part] of parts.entries()) {
    const file = `${target}-${String(index)}.csv`;
    await engine.registerFile(file, part.bytes);
    try {
      await engine.run(
        `INSERT INTO ${target} (${columns.join(', ')}) SELECT ${chosen.join(', ')} FROM read_csv('${file}', ${DIALECT}, columns = {${struct}})`,
      );
    } finally {
      await engine.dropFile(file);
    }
  }
  const [count] = await engine.query<{ n: number }>(`SELECT count(*) AS n FROM ${target}`);
  if (count?.n !== rowCount) {
    throw new StageError(`${target}: ${String(rowCount)} rows were written, the engine read ${String(count?.n)}`);
  }
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
  await engine.registerFile('staging-reject.csv', new TextEncoder().encode(text));
  try {
    await engine.run(
      `INSERT INTO staging_reject SELECT * FROM read_csv('staging-reject.csv', ${DIALECT}, columns = {${struct.join(', ')}})`,
    );
  } finally {
    await engine.dropFile('staging-reject.csv');
  }
}
