/**
 * Indicators that a newer import of the same year and unit no longer has. They stay in the tables and are listed
 * (`stale_indicator`, one row each, with the import that no longer had it) until somebody takes them out.
 *
 * An import says nothing of a unit-year in which it rejected rows (what was meant to be there is not known), nor does a
 * mended list of rejects, which by its nature holds only some of the rows.
 */
import type { Engine } from './engine';

/** The name under which the program saves rejects. */
const MENDED = "regexp_matches(file_name, '(^|/)退回_')";
const SAME_KEY = `s.fiscal_year = b.fiscal_year AND s.unit_code = b.unit_code
  AND coalesce(s.indicator_no, '') = coalesce(b.indicator_no, '') AND s.name_key = b.name_key`;

/** After the checks of keys: what this import no longer has, into `staging_stale`. */
export const STAGE_STALE = `
CREATE TEMP TABLE staging_stale AS
WITH covered AS (
  SELECT DISTINCT fiscal_year, unit_code FROM staging_indicator JOIN staging_file USING (file_id) WHERE NOT ${MENDED}
  EXCEPT SELECT fiscal_year, unit_code FROM staging_reject WHERE kind = 'indicator' AND NOT is_cell
)
SELECT b.file_id, b.line, b.fiscal_year, b.unit_code, b.unit_name, b.indicator
FROM indicator b JOIN covered c ON c.fiscal_year = b.fiscal_year AND c.unit_code = b.unit_code
WHERE NOT EXISTS (SELECT 1 FROM staging_indicator s WHERE ${SAME_KEY})
  AND NOT EXISTS (SELECT 1 FROM stale_indicator t WHERE t.file_id = b.file_id AND t.line = b.line)`;

/** Where there are no indicators yet. */
export const NOTHING_STALE = `
CREATE TEMP TABLE staging_stale AS SELECT file_id, line, fiscal_year, unit_code, unit_name, indicator FROM indicator LIMIT 0`;

/**
 * Within the merge and before it: what the import states again is stale no more, what it lacks is. `hasStale`: there is
 * such a thing from earlier imports.
 */
export const mergeStale = (hasStale: boolean): string[] => [
  ...(hasStale ? [STATED_AGAIN] : []),
  `INSERT INTO stale_indicator
   SELECT file_id, line, (SELECT max(import_id) FROM staging_file) FROM staging_stale`,
];

const STATED_AGAIN = `DELETE FROM stale_indicator AS t USING (
  SELECT b.file_id, b.line FROM stale_indicator t JOIN indicator b USING (file_id, line) JOIN staging_indicator s ON ${SAME_KEY}
) again WHERE t.file_id = again.file_id AND t.line = again.line`;

export interface StaleCount {
  readonly rows: number;
  readonly units: number;
}

export async function countStaged(engine: Engine): Promise<StaleCount> {
  const [count] = await engine.query<{ rows: number; units: number }>(
    `SELECT count(*)::INTEGER AS rows, count(DISTINCT (fiscal_year, unit_code))::INTEGER AS units FROM staging_stale`,
  );
  return count ?? { rows: 0, units: 0 };
}

/** Takes out what the given imports no longer had and nobody has stated since. Gives how many rows that were. */
export async function removeStale(engine: Engine, importIds: readonly number[]): Promise<number> {
  const chosen = `(SELECT file_id, line FROM stale_indicator WHERE import_id IN (${importIds.map(Math.trunc).join(', ') || 'NULL'}))`;
  const [count] = await engine.query<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM ${chosen}`);
  await engine.run('BEGIN TRANSACTION');
  try {
    for (const table of ['indicator_row', 'stale_indicator'])
      // The list itself goes last.
      await engine.run(`DELETE FROM ${table} WHERE (file_id, line) IN ${chosen}`);
    await engine.run('COMMIT');
  } catch (error) {
    await engine.run('ROLLBACK');
    throw error;
  }
  return count?.n ?? 0;
}
