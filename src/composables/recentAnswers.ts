/**
 * The answers given last, so that going back and forth between filters asks nobody. Small, and counted by rows: what is
 * long is asked again. Its keys name the state of the data, so that nothing outdated is ever found.
 */
import type { Row } from '@/database/engine';

/** Rows kept in all; a longer answer is not kept. */
export const MOST_ROWS = 40_000;

type Answer = readonly Row[];

export interface RecentAnswers {
  get(key: string): Answer | undefined;
  put(key: string, rows: Answer): void;
  /** Gives up the memory: of no use is what no key will name again. */
  clear(): void;
}

export function recentAnswers(mostRows = MOST_ROWS): RecentAnswers {
  /** Oldest use first. */
  const kept = new Map<string, Answer>();
  let rowCount = 0;

  /** An empty answer takes room, too. */
  const sizeOf = (rows: Answer): number => rows.length + 1;

  function forget(key: string): void {
    const rows = kept.get(key);
    if (rows && kept.delete(key)) rowCount -= sizeOf(rows);
  }

  return {
    get(key) {
      const rows = kept.get(key);
      if (rows) {
        kept.delete(key);
        kept.set(key, rows);
      }
      return rows;
    },
    put(key, rows) {
      forget(key);
      if (sizeOf(rows) > mostRows) return;
      kept.set(key, rows);
      rowCount += sizeOf(rows);
      for (const oldest of kept.keys()) {
        if (rowCount <= mostRows) break;
        forget(oldest);
      }
    },
    clear() {
      kept.clear();
      rowCount = 0;
    },
  };
}
