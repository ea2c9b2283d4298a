/** Staged rows → base tables: the statements of the one transaction. */
import { mendedStatements } from './mended';
import type { RecordKind } from './stageKeys';
import { rowsOf } from './stageTables';
import type { StageKind } from './stageTypes';

const GOES_IN = "(state IS NULL OR state = 'replaced')";

/** Rows that an import replaces go; they are known by their places. */
const forget = (kind: StageKind, table: string): string =>
  `DELETE FROM ${table} AS b USING (SELECT old_file, old_line FROM ${rowsOf(kind)} WHERE state = 'replaced') s
   WHERE b.file_id = s.old_file AND b.line = s.old_line`;

function mergeRecords(kind: RecordKind, columns: readonly string[]): string[] {
  const names = columns.join(', ');
  return [
    forget(kind, kind),
    forget(kind, 'row_mark'),
    `INSERT INTO ${kind} (${names}) SELECT ${names} FROM staging_${kind} WHERE ${GOES_IN}`,
    `INSERT INTO row_mark SELECT file_id, line, content FROM staging_${kind} WHERE ${GOES_IN}`,
  ];
}

const INDICATOR_PARENTS: Readonly<Record<string, string>> = {
  head: 'fiscal_year, unit_code, unit_name',
  subject: 'indicator_no, indicator, name_key',
  grade: 'weight, reported_score, content',
  reading: '* EXCLUDE (id)',
};

/** What is staged counts from 0; behind what is there it goes on from the last number. */
const next = (parent: string): string => `(SELECT coalesce(max(id) + 1, 0) FROM indicator_${parent})`;

const MERGE_INDICATORS = [
  forget('indicator', 'indicator_row'),
  `INSERT INTO indicator_row
   SELECT (SELECT coalesce(max(indicator_id), 0) FROM indicator_row) + 1 + rowid,
          ${Object.keys(INDICATOR_PARENTS)
            .map((parent) => `${parent}_id + ${next(parent)}`)
            .join(', ')}, file_id, line
   FROM staging_indicator_row WHERE ${GOES_IN}`,
  ...Object.entries(INDICATOR_PARENTS).map(
    ([parent, columns]) =>
      `INSERT INTO indicator_${parent} SELECT id + ${next(parent)}, ${columns} FROM staging_indicator_${parent}`,
  ),
];

function mergeFinance(columns: readonly string[]): string[] {
  const names = columns.join(', ');
  return [
    // The whole item is replaced, all names of it that an earlier import added up.
    `DELETE FROM finance AS b USING (
       SELECT DISTINCT fiscal_year, unit_code, item, stage FROM staging_finance WHERE state = 'replaced'
     ) s
     WHERE b.fiscal_year = s.fiscal_year AND b.unit_code = s.unit_code AND b.item = s.item AND b.stage = s.stage`,
    `INSERT INTO finance (${names}) SELECT ${names} FROM staging_finance WHERE ${GOES_IN}`,
  ];
}

/** `hasRejects`: earlier imports rejected rows, which this one may bring in. */
export function mergeStatements(columns: ReadonlyMap<StageKind, readonly string[]>, hasRejects: boolean): string[] {
  return [
    'INSERT INTO source_file SELECT * EXCLUDE (given_index) FROM staging_file',
    ...(hasRejects ? mendedStatements([...columns.keys()]) : []),
    `INSERT INTO reject BY NAME
     SELECT j.*, f.import_id FROM staging_reject j JOIN staging_file f ON f.file_id = j.file_id`,
    ...[...columns].flatMap(([kind, names]) => {
      if (kind === 'finance') return mergeFinance(names);
      return kind === 'indicator' ? MERGE_INDICATORS : mergeRecords(kind, names);
    }),
  ];
}
