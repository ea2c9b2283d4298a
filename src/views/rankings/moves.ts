/** Which few units the moves over years show: the picked one, the ends, and those that moved most. */
import type { MovesData } from './movesPicture';
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

function swings(ranking: Ranking, years: readonly number[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { row } of ranking.placed) {
    const places = years.flatMap((year) => ranking.places.get(year)?.get(row.unit_code) ?? []);
    if (places.length > 1) found.set(row.unit_code, Math.max(...places) - Math.min(...places));
  }
  return found;
}

export function movesOf(ranking: Ranking, picked: string | null, shorten: (name: string) => string): Moves | null {
  const years = [...ranking.places.keys()].filter((year) => year > ranking.year - MOST_YEARS).sort((a, b) => a - b);
  const swing = swings(ranking, years);
  if (years.length < 2 || swing.size === 0) return null;
  const names = new Map(ranking.placed.map(({ row }) => [row.unit_code, row.unit_name ?? row.unit_code]));
  const widest = [...swing].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  const chosen = picked !== null && swing.has(picked) ? picked : null;
  const current = chosen ?? widest[0] ?? '';
  const { up, down } = movers(ranking);
  const known = (code: string | undefined): string[] => (code !== undefined && swing.has(code) ? [code] : []);
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
  let deepest = 1;
  for (const year of years) {
    for (const place of ranking.places.get(year)?.values() ?? []) deepest = Math.max(deepest, place);
  }
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
