/** What the data span: for the filter bar, the start page and the sentence on the data page. */
import type { Engine } from '@/database/engine';

export interface Scope {
  /** Years with any data, ascending. */
  readonly years: readonly number[];
  readonly regions: readonly string[];
  readonly categories: readonly string[];
  readonly unitCount: number;
  /** Rows in the five tables. */
  readonly rowCount: number;
}

export const EMPTY_SCOPE: Scope = { years: [], regions: [], categories: [], unitCount: 0, rowCount: 0 };

const chinese = new Intl.Collator('zh');

async function column<T extends string | number>(engine: Engine, sql: string): Promise<T[]> {
  const rows = await engine.query<{ value: T }>(sql);
  return rows.map((row) => row.value);
}

export async function readScope(engine: Engine): Promise<Scope> {
  const years = await column<number>(engine, 'SELECT DISTINCT fiscal_year AS value FROM unit_year ORDER BY 1');
  const regions = await column<string>(
    engine,
    'SELECT DISTINCT region AS value FROM unit_year WHERE region IS NOT NULL',
  );
  const categories = await column<string>(
    engine,
    'SELECT DISTINCT unit_category AS value FROM unit_year WHERE unit_category IS NOT NULL',
  );
  const [counts] = await engine.query<{ units: number; row_count: number }>(`
    SELECT (SELECT count(DISTINCT unit_code) FROM unit_year) AS units,
           (SELECT count(*) FROM unit) + (SELECT count(*) FROM finance) + (SELECT count(*) FROM indicator)
           + (SELECT count(*) FROM conclusion) + (SELECT count(*) FROM unit_change) AS row_count`);
  return {
    years,
    regions: regions.sort((a, b) => chinese.compare(a, b)),
    categories: categories.sort((a, b) => chinese.compare(a, b)),
    unitCount: counts?.units ?? 0,
    rowCount: counts?.row_count ?? 0,
  };
}
