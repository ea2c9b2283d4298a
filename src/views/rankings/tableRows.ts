/** The table's rows: every unit of every year in view, newest year first, in the order of the ranking. */
import type { TableRow } from '@/components/table';
import type { YearLists } from './inView';
import { lastPlace, moveOf } from './lastYear';
import { MEASURE_SPECS, type Placed } from './measures';
import { oncePer } from '../oncePer';
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

type Places = ReadonlyMap<string, number>;
const NO_PLACES: Places = new Map();

/** The rows of one year; `before`: the places of the year before. */
const rowsOfYear = oncePer(
  (
    rows: readonly RankingRow[],
    year: number,
    placed: readonly Placed[],
    before: Places,
    predecessors: Ranking['predecessors'],
  ): readonly RankedRow[] => {
    const percentiles = peerPercentiles(placed);
    return inOrder(rows, placed).map(({ row, place }) => {
      const move = moveOf(place, lastPlace(row.unit_code, year, before, predecessors));
      return {
        ...row,
        key: `${String(year)}/${row.unit_code}`,
        place,
        last_place: move.last,
        move: move.by,
        peers: percentiles.get(row.unit_code) ?? null,
      };
    });
  },
);

/** `keep`: which units are listed; null for all. */
export function tableRows(
  rowsOfYears: YearLists,
  ranking: Ranking,
  keep: ((row: RankingRow) => boolean) | null,
): readonly RankedRow[] {
  const lists = [...rowsOfYears]
    .sort(([one], [other]) => other - one)
    .map(([year, rows]) =>
      rowsOfYear(
        rows,
        year,
        ranking.placedOfYear.get(year) ?? NONE_PLACED,
        ranking.places.get(year - 1) ?? NO_PLACES,
        ranking.predecessors,
      ),
    );
  const [first, ...others] = lists;
  // One year's list stays the one it is: what a table makes of it need not be made again.
  const all = first && others.length === 0 ? first : lists.flat();
  return keep ? all.filter(keep) : all;
}
const NONE_PLACED: readonly Placed[] = [];

/** Which figure decides the places: it is set strong. */
export const rankedKey = (ranking: Ranking): string => MEASURE_SPECS[ranking.ranked].key;
