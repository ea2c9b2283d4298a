/** Which few units the moves over years show: the picked one, the ends, and those that moved most. */
import type { MovesData } from './movesPicture';
import { oncePer } from '../oncePer';
import { movers, type Ranking } from './ranking';

const MOST_LINES = 6;
const MOST_YEARS = 6;

export interface Moves {
  readonly data: MovesData;
  readonly current: string;
  /** The current one was picked by the reader, else it is the one whose place has varied most. */
  readonly picked: boolean;
  /** Best and worst place of the current unit. */
  readonly best: number;
  readonly worst: number;
}

type Places = ReadonlyMap<string, number>;

/** How far a unit's places lie apart over the years; null with fewer than two. */
function swingOf(code: string, years: readonly Places[]): number | null {
  let count = 0;
  let best = Infinity;
  let worst = 0;
  for (const places of years) {
    const place = places.get(code);
    if (place === undefined) continue;
    count += 1;
    best = Math.min(best, place);
    worst = Math.max(worst, place);
  }
  return count > 1 ? worst - best : null;
}

/** The units whose places varied most, the first of equals first. */
function widestSwings(ranking: Ranking, years: readonly Places[]): string[] {
  const widest: { readonly code: string; readonly swing: number }[] = [];
  for (const { row } of ranking.placed) {
    const swing = swingOf(row.unit_code, years);
    const least = widest[MOST_LINES - 1];
    if (swing === null || (least && swing <= least.swing)) continue;
    const after = widest.findIndex((each) => each.swing < swing);
    widest.splice(after < 0 ? widest.length : after, 0, { code: row.unit_code, swing });
    if (widest.length > MOST_LINES) widest.pop();
  }
  return widest.map((each) => each.code);
}

const deepestOf = oncePer((places: Places): number => {
  let deepest = 1;
  for (const place of places.values()) deepest = Math.max(deepest, place);
  return deepest;
});

export function movesOf(ranking: Ranking, picked: string | null, shorten: (name: string) => string): Moves | null {
  const years = [...ranking.places.keys()].filter((year) => year > ranking.year - MOST_YEARS).sort((a, b) => a - b);
  const placesOfYears = years.flatMap((year) => ranking.places.get(year) ?? []);
  const names = new Map(ranking.placed.map(({ row }) => [row.unit_code, row.unit_name ?? row.unit_code]));
  const hasSwing = (code: string): boolean => names.has(code) && swingOf(code, placesOfYears) !== null;
  const widest = widestSwings(ranking, placesOfYears);
  if (years.length < 2 || widest.length === 0) return null;
  const chosen = picked !== null && hasSwing(picked) ? picked : null;
  const current = chosen ?? widest[0] ?? '';
  const { up, down } = movers(ranking);
  const known = (code: string | undefined): string[] => (code !== undefined && hasSwing(code) ? [code] : []);
  const codes = new Set([
    current,
    ...known(widest[0]),
    ...known(ranking.placed[0]?.row.unit_code),
    ...known(ranking.placed[ranking.placed.length - 1]?.row.unit_code),
    ...known(up?.placed.row.unit_code),
    ...known(down?.placed.row.unit_code),
    ...widest,
  ]);
  const lines = [...codes].slice(0, MOST_LINES).map((code) => ({
    code,
    name: shorten(names.get(code) ?? code),
    places: allYears(years).map((year) => ranking.places.get(year)?.get(code) ?? null),
    current: code === current,
  }));
  const own = lines[0]?.places.filter((place): place is number => place !== null) ?? [];
  const deepest = Math.max(...placesOfYears.map((places) => deepestOf(places)));
  return {
    data: { years: allYears(years), lines, deepest },
    current,
    picked: chosen !== null,
    best: Math.min(...own),
    worst: Math.max(...own),
  };
}

/** Every calendar year, so that a year without data is a gap in the line. */
function allYears(years: readonly number[]): number[] {
  const first = years[0] ?? 0;
  return Array.from({ length: (years[years.length - 1] ?? 0) - first + 1 }, (_, index) => first + index);
}
