/** The tables that imports fill, for tests that empty them or write into them by hand. */
import type { Engine } from '@/database/engine';

export const IMPORTED_TABLES = [
  ...['source_file', 'unit', 'unit_change', 'finance', 'conclusion', 'reject', 'row_mark', 'stale_indicator'],
  ...['indicator_row', 'indicator_head', 'indicator_subject', 'indicator_grade', 'indicator_reading'],
];

export async function clearImported(engine: Engine): Promise<void> {
  for (const table of IMPORTED_TABLES) await engine.run(`DELETE FROM ${table}`);
}

/** Makes `indicator`, a view over what imports write, a table of the same columns; each row is a reading of its own. */
export async function makeIndicatorsWritable(engine: Engine): Promise<void> {
  const [found] = await engine.query("SELECT table_type FROM information_schema.tables WHERE table_name = 'indicator'");
  if (found?.table_type !== 'VIEW') return;
  await engine.run(`CREATE SEQUENCE own_reading;
    CREATE TABLE own_indicator AS SELECT * FROM indicator LIMIT 0;
    ALTER TABLE own_indicator ALTER reading_id SET DEFAULT nextval('own_reading');
    DROP VIEW indicator;
    ALTER TABLE own_indicator RENAME TO indicator`);
  for (const table of ['row', 'head', 'subject', 'grade', 'reading']) await engine.run(`DROP TABLE indicator_${table}`);
  // What the rules read by number: each row has all of its own.
  await engine.run(`
    CREATE VIEW indicator_row AS SELECT indicator_id, indicator_id AS head_id, indicator_id AS subject_id,
      indicator_id AS grade_id, reading_id, file_id, line FROM indicator;
    CREATE VIEW indicator_head AS SELECT indicator_id AS id, fiscal_year, unit_code, unit_name FROM indicator;
    CREATE VIEW indicator_subject AS SELECT indicator_id AS id, indicator_no, indicator, name_key FROM indicator;
    CREATE VIEW indicator_grade AS SELECT indicator_id AS id, weight, reported_score, content FROM indicator;
    CREATE VIEW indicator_reading AS SELECT reading_id AS id, * EXCLUDE (reading_id) FROM indicator`);
}
