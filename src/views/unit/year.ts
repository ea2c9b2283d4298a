/**
 * The year that a unit's page shows: the latest with data inside the filter. A filter of years in which the unit has
 * none shows its last year asked for, so that the page says that nothing is there instead of showing another year.
 */
export function yearInView(years: readonly number[], from: number | null, to: number | null): number | null {
  const inside = years.filter((year) => (from === null || year >= from) && (to === null || year <= to));
  return inside.at(-1) ?? to;
}
