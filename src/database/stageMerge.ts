/** Staged rows → base tables: the statements of the one transaction. */
import type { StageKind } from './stageTypes';

const GOES_IN = "(state IS NULL OR state = 'replaced')";

function mergeRecords(kind: Exclude<StageKind, 'finance'>, columns: readonly string[]): string[] {
  const names = columns.join(', ');
  const id =
    kind === 'indicator'
      ? [
          'indicator_id',
          '(SELECT coalesce(max(indicator_id), 0) FROM indicator) + row_number() OVER (ORDER BY file_id, line)',
        ]
      : null;
  const old = `FROM staging_${kind} s WHERE s.state = 'replaced'`;
  const nameKey = kind === 'indicator' ? 'name_key' : 'NULL';
  return [
    `DELETE FROM ${kind} AS b USING (SELECT old_file, old_line ${old}) s WHERE b.file_id = s.old_file AND b.line = s.old_line`,
    `DELETE FROM row_mark AS b USING (SELECT old_file, old_line ${old}) s WHERE b.file_id = s.old_file AND b.line = s.old_line`,
    `INSERT INTO ${kind} (${id ? `${id[0] ?? ''}, ` : ''}${names})
     SELECT ${id ? `${id[1] ?? ''}, ` : ''}${names} FROM staging_${kind} WHERE ${GOES_IN}`,
    `INSERT INTO row_mark SELECT file_id, line, ${nameKey}, content FROM staging_${kind} WHERE ${GOES_IN}`,
  ];
}

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

export function mergeStatements(columns: ReadonlyMap<StageKind, readonly string[]>): string[] {
  return [
    'INSERT INTO source_file SELECT * EXCLUDE (given_index) FROM staging_file',
    `INSERT INTO reject BY NAME
     SELECT j.*, f.import_id FROM staging_reject j JOIN staging_file f ON f.file_id = j.file_id`,
    ...[...columns].flatMap(([kind, names]) => (kind === 'finance' ? mergeFinance(names) : mergeRecords(kind, names))),
  ];
}
