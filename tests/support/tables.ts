/** The tables that imports fill, for tests that empty them or write into them by hand. */
import type { Engine } from '@/database/engine';

export const IMPORTED_TABLES = [
  ...['source_file', 'unit', 'unit_change', 'conclusion', 'reject', 'row_mark', 'stale_indicator'],
  ...['finance_row', 'finance_head', 'finance_subject'],
  ...['indicator_row', 'indicator_head', 'indicator_subject', 'indicator_grade', 'indicator_reading'],
];

export async function clearImported(engine: Engine): Promise<void> {
  for (const table of IMPORTED_TABLES) await engine.run(`DELETE FROM ${table}`);
}

/** Makes `finance` and `indicator`, views over what imports write, tables of the same columns. */
export async function makeWritable(engine: Engine): Promise<void> {
  await makeFinanceWritable(engine);
  await makeIndicatorsWritable(engine);
}

/** As below; each amount has a head and a subject of its own. */
async function makeFinanceWritable(engine: Engine): Promise<void> {
  const [found] = await engine.query("SELECT table_type FROM information_schema.tables WHERE table_name = 'finance'");
  if (found?.table_type !== 'VIEW') return;
  await engine.run(`CREATE TABLE own_finance AS SELECT * FROM finance LIMIT 0;
    DROP VIEW finance;
    ALTER TABLE own_finance RENAME TO finance`);
  for (const table of ['row', 'head', 'subject']) await engine.run(`DROP TABLE finance_${table}`);
  await engine.run(`
    CREATE VIEW finance_row AS SELECT rowid AS head_id, rowid AS subject_id, amount, file_id, line FROM finance;
    CREATE VIEW finance_head AS SELECT rowid AS id, fiscal_year, unit_code, unit_name FROM finance;
    CREATE VIEW finance_subject AS SELECT rowid AS id, item, item_name, stage FROM finance`);
}

/** Makes `indicator`, a view over what imports write, a table of the same columns; each row is a reading of its own. */
async function makeIndicatorsWritable(engine: Engine): Promise<void> {
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
