/** Staged rows → base tables: the statements of the one transaction. */
import { mendedStatements } from './mended';
import type { StagedTable } from './stageColumns';
import { baseOf, isBulky, PARENTS, rowsOf, type BulkyKind } from './stageTables';
import type { StageKind } from './stageTypes';

const GOES_IN = "(state IS NULL OR state = 'replaced')";

/** Rows that an import replaces go; they are known by their places. */
const forget = (kind: StageKind, table: string): string =>
  `DELETE FROM ${table} AS b USING (SELECT old_file, old_line FROM ${rowsOf(kind)} WHERE state = 'replaced') s
   WHERE b.file_id = s.old_file AND b.line = s.old_line`;

function mergeRecords(kind: StageKind, columns: readonly string[]): string[] {
  const names = columns.join(', ');
  return [
    forget(kind, kind),
    forget(kind, 'row_mark'),
    `INSERT INTO ${kind} (${names}) SELECT ${names} FROM staging_${kind} WHERE ${GOES_IN}`,
    `INSERT INTO row_mark SELECT file_id, line, content FROM staging_${kind} WHERE ${GOES_IN}`,
  ];
}

/** What is staged counts from 0; behind what is there it goes on from the last number. */
const next = (table: string): string => `(SELECT coalesce(max(id) + 1, 0) FROM ${table})`;

/** Rows behind those that are there, then what they name by number. */
function mergeBulky(kind: BulkyKind, tables: readonly StagedTable[]): string[] {
  const numbers = new Map(PARENTS[kind].map((parent) => [`${parent}_id`, `${kind}_${parent}`]));
  return tables.map(({ base, columns }) => {
    const isRows = base === baseOf(kind);
    const values = columns.map((name) => {
      if (name === 'id') return `id + ${next(base)}`;
      if (name === 'indicator_id') return `indicator_id + (SELECT coalesce(max(indicator_id), 0) FROM ${base})`;
      const parent = isRows ? numbers.get(name) : undefined;
      return parent === undefined ? name : `${name} + ${next(parent)}`;
    });
    return `INSERT INTO ${base} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM staging_${base}${isRows ? ` WHERE ${GOES_IN}` : ''}`;
  });
}

/** Into an empty base whole: the staging tables take the places of the base tables, and no row is written twice. */
const takeOver = (tables: readonly StagedTable[]): string[] =>
  tables.flatMap(({ base, extra }) => [
    `DROP TABLE ${base}`,
    ...extra.map((name) => `ALTER TABLE staging_${base} DROP COLUMN ${name}`),
    `ALTER TABLE staging_${base} RENAME TO ${base}`,
  ]);

/** The whole item is replaced, all names of it that an earlier import added up. */
const FORGET_ITEMS = `DELETE FROM finance_row AS b USING (
  SELECT DISTINCT h.id AS head_id, j.id AS subject_id
  FROM staging_finance s
  JOIN finance_head h ON h.fiscal_year = s.fiscal_year AND h.unit_code = s.unit_code
  JOIN finance_subject j ON j.item = s.item AND j.stage = s.stage
  WHERE s.state = 'replaced'
) s
WHERE b.head_id = s.head_id AND b.subject_id = s.subject_id`;

/** A kind that is staged. `isWhole`: all of its rows go in, and the base has none. */
export interface Arrival {
  readonly kind: StageKind;
  readonly tables: readonly StagedTable[];
  readonly isWhole: boolean;
}

function mergeKind({ kind, tables, isWhole }: Arrival): string[] {
  if (!isBulky(kind))
    return mergeRecords(
      kind,
      tables.flatMap(({ columns }) => columns),
    );
  if (isWhole) return takeOver(tables);
  return [kind === 'finance' ? FORGET_ITEMS : forget(kind, 'indicator_row'), ...mergeBulky(kind, tables)];
}

/** `hasRejects`: earlier imports rejected rows, which this one may bring in. */
export function mergeStatements(arrivals: readonly Arrival[], hasRejects: boolean): string[] {
  return [
    'INSERT INTO source_file SELECT * EXCLUDE (given_index) FROM staging_file',
    ...(hasRejects ? mendedStatements(arrivals.map(({ kind }) => kind)) : []),
    `INSERT INTO reject BY NAME
     SELECT j.*, f.import_id FROM staging_reject j JOIN staging_file f ON f.file_id = j.file_id`,
    ...arrivals.flatMap(mergeKind),
  ];
}
