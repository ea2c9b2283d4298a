/**
 * Rejects that a later import mends: the row is in, and counts as lost no more. A row is known by its key, where it had
 * one that could be read; else by its place: a saved reject list names file and line of each row, and a file that is
 * mended and dropped in again has its rows where they were.
 */
import type { Engine } from './engine';
import { sourceOf } from './stageTables';
import type { StageKind, StageMend } from './stageTypes';

/** What of a key stands beside year and unit. The readers write the same text (`rowKey` in src/import). */
export const ROW_KEYS: Readonly<Record<StageKind, string>> = {
  unit: "'='",
  unit_change: "'=' || s.to_code",
  finance: "'=' || s.item || '|' || s.stage",
  indicator: "'=' || coalesce(s.indicator_no, '') || '|' || s.name_key",
  conclusion: "'='",
};
const YEAR: Readonly<Record<StageKind, string>> = {
  unit: 'NULL::INTEGER',
  unit_change: 'NULL::INTEGER',
  finance: 's.fiscal_year',
  indicator: 's.fiscal_year',
  conclusion: 's.fiscal_year',
};
const CODE: Readonly<Record<StageKind, string>> = {
  unit: 's.unit_code',
  unit_change: 's.from_code',
  finance: 's.unit_code',
  indicator: 's.unit_code',
  conclusion: 's.unit_code',
};

/** A reject whose key could not be read. */
const UNKNOWN =
  "(r.row_key IS NULL OR r.unit_code IS NULL OR (r.fiscal_year IS NULL AND r.kind NOT IN ('unit', 'unit_change')))";
const IS_IN = "(s.state IS NULL OR s.state IN ('replaced', 'unchanged'))";

export async function loadMends(engine: Engine, mends: readonly StageMend[], firstFileId: number): Promise<void> {
  await engine.run(
    'CREATE TEMP TABLE staging_mend (file_id INTEGER, line INTEGER, source_file VARCHAR, source_line INTEGER)',
  );
  for (const { fileId, line, sourceFile, sourceLine } of mends) {
    await engine.query('INSERT INTO staging_mend VALUES ($1::INTEGER, $2::INTEGER, $3, $4::INTEGER)', [
      firstFileId + fileId,
      line,
      sourceFile,
      sourceLine,
    ]);
  }
}

/** To be run before this import's own rejects are there. */
export function mendedStatements(kinds: readonly StageKind[]): string[] {
  const importId = '(SELECT max(import_id) FROM staging_file)';
  return kinds.flatMap((kind) => {
    const open = `j.mended_by IS NULL AND j.kind = '${kind}'`;
    const source = `${sourceOf(kind)} s`;
    return [
      `UPDATE reject AS j SET mended_by = ${importId}
       FROM (
         SELECT DISTINCT ${YEAR[kind]} AS fiscal_year, ${CODE[kind]} AS unit_code, ${ROW_KEYS[kind]} AS row_key
         FROM ${source} WHERE ${IS_IN} AND ${CODE[kind]} IN (SELECT j.unit_code FROM reject j WHERE ${open})
       ) s
       WHERE ${open} AND j.row_key = s.row_key AND j.unit_code = s.unit_code
         AND j.fiscal_year IS NOT DISTINCT FROM s.fiscal_year`,
      `UPDATE reject AS j SET mended_by = ${importId}
       FROM (
         SELECT DISTINCT p.source_file, p.source_line
         FROM ${source} JOIN (
           SELECT file_id, line, source_file, source_line FROM staging_mend
           UNION ALL
           SELECT f.file_id, r.line, f.file_name, r.line
           FROM staging_file f JOIN reject r ON r.file_name = f.file_name AND ${UNKNOWN}
         ) p ON p.file_id = s.file_id AND p.line = s.line
         WHERE ${IS_IN}
       ) s
       WHERE ${open} AND j.file_name = s.source_file AND j.line = s.source_line`,
    ];
  });
}
