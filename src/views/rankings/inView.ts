/** Which units of a year's list are in view: a filter only leaves some out, their order stays. */
import { oncePer } from '../oncePer';
import type { RankingRow } from './rows';

export type YearLists = ReadonlyMap<number, readonly RankingRow[]>;

const inViewOfYear = oncePer(
  (list: readonly RankingRow[], region: string | null, category: string | null): readonly RankingRow[] =>
    region === null && category === null
      ? list
      : list.filter(
          (row) => (region === null || row.region === region) && (category === null || row.unit_category === category),
        ),
);

/** Years without a unit in view are left out. */
export function inView(lists: YearLists, region: string | null, category: string | null): YearLists {
  const found = new Map<number, readonly RankingRow[]>();
  for (const [year, list] of lists) {
    const rows = inViewOfYear(list, region, category);
    if (rows.length > 0) found.set(year, rows);
  }
  return found;
}
