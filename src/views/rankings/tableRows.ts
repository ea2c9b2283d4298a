/** The table's rows: every unit of every year in view, newest year first, in the order of the ranking. */
import type { TableRow } from '@/components/table';
import type { YearLists } from './inView';
import { MEASURE_SPECS, type Placed } from './measures';
import { peerPercentiles, type Ranking } from './ranking';
import type { RankingRow } from './rows';

export type RankedRow = TableRow &
  RankingRow & {
    key: string;
    place: number | null;
    last_place: number | null;
    move: number | null;
    peers: number | null;
  };

/** Units with a place first, in its order; the others as the query has them. */
function inOrder(rows: readonly RankingRow[], placed: readonly Placed[]): { row: RankingRow; place: number | null }[] {
  const has = new Set(placed.map((each) => each.row));
  return [
    ...placed.map(({ row, place }) => ({ row, place })),
    ...rows.filter((row) => !has.has(row)).map((row) => ({ row, place: null })),
  ];
}

export function tableRows(rowsOfYears: YearLists, ranking: Ranking, keep: (row: RankingRow) => boolean): RankedRow[] {
  const years = [...rowsOfYears.keys()].sort((a, b) => b - a);
  return years.flatMap((year) => {
    const placed = ranking.placedOfYear.get(year) ?? [];
    const percentiles = peerPercentiles(placed);
    return inOrder(rowsOfYears.get(year) ?? [], placed)
      .filter(({ row }) => keep(row))
      .map(({ row, place }) => {
        const move = ranking.moveOf(row);
        return {
          ...row,
          key: `${String(year)}/${row.unit_code}`,
          place,
          last_place: move.last,
          move: move.by,
          peers: percentiles.get(row.unit_code) ?? null,
        };
      });
  });
}

/** Which figure decides the places: it is set strong. */
export const rankedKey = (ranking: Ranking): string => MEASURE_SPECS[ranking.ranked].key;
