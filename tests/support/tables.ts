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
}
