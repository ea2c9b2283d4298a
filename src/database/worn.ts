/**
 * The room of deleted rows. Without a disk the engine makes no checkpoints (settings.ts), and nothing else gives that room
 * back: a table whose rows are replaced again and again is written anew once most of it is gone.
 */
import { sqlName } from '@/domain/sqlText';
import type { Asking } from './engine';

/** Below this many rows their room is not worth the work. */
const WORTH_IT = 50_000;
/** Rows that are gone, for each one that is there. */
const MOST_GONE = 3;

/** Those of these tables in which most rows have been deleted. */
export async function wornTables(engine: Asking, tables: readonly string[], worthIt = WORTH_IT): Promise<string[]> {
  const worn: string[] = [];
  for (const table of tables) {
    const [size] = await engine.query<{ live: number; room: number }>(
      `SELECT count(*)::INTEGER AS live, (coalesce(max(rowid), -1) + 1)::INTEGER AS room FROM ${sqlName(table)}`,
    );
    if (size && size.room >= worthIt && size.room - size.live > MOST_GONE * size.live) worn.push(table);
  }
  return worn;
}

/** Rows keep their order; their row ids change. */
export async function renewTables(engine: Asking, tables: readonly string[]): Promise<void> {
  for (const table of tables) await engine.run(`CREATE OR REPLACE TABLE ${sqlName(table)} AS FROM ${sqlName(table)}`);
}
