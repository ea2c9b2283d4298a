/** Columns of the base tables and of what is staged for them. */
import type { Engine } from './engine';
import { baseOf, tablesOf } from './stageTables';
import type { StageKind, StagePlain, StageTable } from './stageTypes';

/** Column → type, in the order of the table; by table, staged ones among them. */
export type Columns = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Columns that the base tables do not have. */
const OWN_TYPES: Readonly<Record<string, string>> = {
  place_id: 'INTEGER',
  key_id: 'INTEGER',
  content: 'BIGINT',
  part: 'VARCHAR',
  cell: 'INTEGER',
  is_wide: 'BOOLEAN',
  column_name: 'VARCHAR',
  value: 'VARCHAR',
};

/** Filled by the checks of keys: state, the place of a twin, and the earlier row that stands under the same key. */
const VERDICT: readonly (readonly [string, string])[] = [
  ['state', 'VARCHAR'],
  ['other_place', 'BIGINT'],
  ['old_file', 'INTEGER'],
  ['old_line', 'INTEGER'],
];

export class StageError extends Error {}

/** Of all tables at once: a look into the catalogue takes as long as staging a thousand rows. */
export async function columnsOf(engine: Engine): Promise<Columns> {
  const rows = await engine.query<{ table_name: string; column_name: string; data_type: string }>(
    `SELECT table_name, column_name, data_type FROM duckdb_columns()
     WHERE NOT internal AND database_name IN (current_database(), 'temp') AND schema_name = 'main' ORDER BY table_name, column_index`,
  );
  const tables = new Map<string, Map<string, string>>();
  for (const { table_name, column_name, data_type } of rows) {
    const columns = tables.get(table_name) ?? new Map<string, string>();
    tables.set(table_name, columns.set(column_name, data_type));
  }
  return tables;
}

/** One staging table: its columns first as in the base table, so that it can take the base table's place. */
export interface StagingShape {
  readonly table: StagePlain;
  readonly types: ReadonlyMap<string, string>;
}

function shapeOf(table: StagePlain, base: string, columns: Columns, more: typeof VERDICT): StagingShape {
  const own = columns.get(base);
  if (!own) throw new StageError(`there is no table ${base}`);
  const others = table.columns.filter((name) => !own.has(name));
  const typed = others.map((name): [string, string] => {
    const type = OWN_TYPES[name];
    if (type === undefined) throw new StageError(`${base} has no column ${name}`);
    return [name, type];
  });
  return {
    table: { ...table, name: `staging_${base}` },
    types: new Map([...own, ...typed, ...more]),
  };
}

/** The staging tables of a kind: its rows, and what they name by number. */
export function shapesOf(table: StageTable, columns: Columns): StagingShape[] {
  const { kind, parents } = table;
  const rows = shapeOf({ ...table, name: '' }, baseOf(kind), columns, VERDICT);
  return [rows, ...parents.map((parent) => shapeOf(parent, `${kind}_${parent.name}`, columns, []))];
}

/** A table that is staged, as the merge sees it. */
export interface StagedTable {
  readonly base: string;
  /** Columns that it shares with the base table, and those that do not go in. */
  readonly columns: readonly string[];
  readonly extra: readonly string[];
}

export const stagedTables = (kind: StageKind, columns: Columns): StagedTable[] =>
  tablesOf(kind).map((base) => {
    const own = columns.get(base);
    const staged = [...(columns.get(`staging_${base}`)?.keys() ?? [])];
    return {
      base,
      columns: staged.filter((name) => own?.has(name) === true),
      extra: staged.filter((name) => own?.has(name) !== true),
    };
  });
