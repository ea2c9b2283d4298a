/** One look at the ranking: places by year, the year the charts show, and every unit's place of the year before. */
import { lastPlace, moveOf, placesByYear, type Move, type PlacesByYear } from './lastYear';
import type { YearLists } from './inView';
import { placedBy, rankedBy, type Measure, type Placed, type Ranked, type Ties } from './measures';
import { oncePer } from '../oncePer';
import type { PredecessorRow, RankingRow } from './rows';

export interface Ranking {
  /** The latest year of the span in which units are in view. */
  readonly year: number;
  readonly ranked: Ranked;
  /** Units of that year, with and without a place. */
  readonly rows: readonly RankingRow[];
  readonly placed: readonly Placed[];
  /** Of the years whose rows are all there. */
  readonly placedOfYear: ReadonlyMap<number, readonly Placed[]>;
  /** Of these and of earlier years. */
  readonly places: PlacesByYear;
  readonly predecessors: ReadonlyMap<string, PredecessorRow>;
  readonly moveOf: (row: RankingRow) => Move;
}

export interface RankingInput {
  /** The years of the span in which units are in view. */
  readonly rowsOfYear: YearLists;
  /** Years before those: they serve comparison alone. */
  readonly earlier?: YearLists;
  readonly measure: Measure;
  readonly ties: Ties;
  readonly predecessors: readonly PredecessorRow[];
}

const placedOnce = oncePer((rows: readonly RankingRow[], ranked: Ranked, ties: Ties) => placedBy(rows, ranked, ties));

const predecessorsOf = oncePer(
  (rows: readonly PredecessorRow[]): ReadonlyMap<string, PredecessorRow> =>
    new Map(rows.map((row) => [row.unit_code, row])),
);

export function rankingOf(input: RankingInput): Ranking | null {
  const { rowsOfYear, earlier, measure, ties, predecessors } = input;
  const year = Math.max(...rowsOfYear.keys());
  const rows = rowsOfYear.get(year);
  if (!rows) return null;
  const ranked = rankedBy(measure, rows);
  const placedIn = (lists: YearLists): Map<number, readonly Placed[]> =>
    new Map([...lists].map(([each, list]) => [each, placedOnce(list, ranked, ties)]));
  const placedOfYear = placedIn(rowsOfYear);
  const places = placesByYear(new Map([...(earlier ? placedIn(earlier) : []), ...placedOfYear]));
  const from = predecessorsOf(predecessors);
  return {
    year,
    ranked,
    rows,
    placed: placedOfYear.get(year) ?? [],
    placedOfYear,
    places,
    predecessors: from,
    moveOf: (row) =>
      moveOf(
        places.get(row.fiscal_year)?.get(row.unit_code) ?? null,
        lastPlace(row.unit_code, row.fiscal_year, places.get(row.fiscal_year - 1), from),
      ),
  };
}

export interface Mover {
  readonly placed: Placed;
  readonly by: number;
}

/** Who won and who lost most places against last year; null where nobody did. */
export function movers({ placed, moveOf: moveOfRow }: Ranking): { up: Mover | null; down: Mover | null } {
  let up: Mover | null = null;
  let down: Mover | null = null;
  for (const each of placed) {
    const { by } = moveOfRow(each.row);
    if (by === null) continue;
    if (by > (up?.by ?? 0)) up = { placed: each, by };
    if (by < (down?.by ?? 0)) down = { placed: each, by };
  }
  return { up, down };
}

/** Share of the units of the same category that stand behind it, percent; none without peers. `placed` is in order. */
export function peerPercentiles(placed: readonly Placed[]): Map<string, number> {
  const groups = new Map<string, Placed[]>();
  for (const each of placed) {
    const peers = groups.get(each.row.unit_category ?? '');
    if (peers) peers.push(each);
    else groups.set(each.row.unit_category ?? '', [each]);
  }
  const found = new Map<string, number>();
  for (const peers of groups.values()) {
    const others = peers.length - 1;
    let behind = 0;
    let place = Infinity;
    for (let index = others; index >= 0 && others > 0; index -= 1) {
      const each = peers[index];
      if (!each) continue;
      if (each.place !== place) behind = others - index;
      place = each.place;
      // Half-up in whole numbers: 29 of 200 is 14.5, which as a binary fraction of 1 would come out below it.
      found.set(each.row.unit_code, Math.floor((200 * behind + others) / (2 * others)));
    }
  }
  return found;
}
