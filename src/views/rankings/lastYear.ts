/** Places of the year before: of the same unit, else of its only predecessor. Places never cross years otherwise. */
import type { Placed } from './measures';
import { oncePer } from '../oncePer';
import type { PredecessorRow } from './rows';

export interface Move {
  readonly last: number | null;
  /** Places won (above zero) or lost; null without a place last year. */
  readonly by: number | null;
}

export type PlacesByYear = ReadonlyMap<number, ReadonlyMap<string, number>>;

const placesOfYear = oncePer(
  (placed: readonly Placed[]): ReadonlyMap<string, number> =>
    new Map(placed.map((each) => [each.row.unit_code, each.place])),
);

export const placesByYear = (placed: ReadonlyMap<number, readonly Placed[]>): PlacesByYear =>
  new Map([...placed].map(([year, list]) => [year, placesOfYear(list)]));

/** `before`: the places of the year before. */
export function lastPlace(
  unitCode: string,
  year: number,
  before: ReadonlyMap<string, number> | undefined,
  predecessors: ReadonlyMap<string, PredecessorRow>,
): number | null {
  const own = before?.get(unitCode);
  if (own !== undefined) return own;
  const from = predecessors.get(unitCode);
  return from && from.effective_year <= year ? (before?.get(from.predecessor) ?? null) : null;
}

export const moveOf = (place: number | null, last: number | null): Move => ({
  last,
  by: place === null || last === null ? null : last - place,
});
