/** The page's own controls, as the address holds them. What an address does not say, or says wrongly, has a default. */
import { MEASURES, type Measure, type Ties } from './measures';

export interface RankingChoice {
  readonly measure: Measure;
  /** How many at either end are named. */
  readonly count: number;
  /** Null: as the rule set says. */
  readonly ties: Ties | null;
  /** Percent, as typed; null: as the rule set says. */
  readonly leastCoverage: string | null;
  /** The unit picked out in the moves over years. */
  readonly unit: string | null;
  /** Only units that gave themselves the first grade and got the second. */
  readonly grades: { readonly own: string; readonly recomputed: string } | null;
}

export const DEFAULT_COUNT = 20;
export const MOST_COUNT = 50;

export function readCount(text: string): number {
  const count = /^\d{1,3}$/.test(text) ? Number.parseInt(text, 10) : 0;
  return count < 1 ? DEFAULT_COUNT : Math.min(count, MOST_COUNT);
}

export const isPercent = (text: string): boolean => /^(?:100|\d{1,2}(?:\.\d{1,2})?)$/.test(text);

export function readChoice(read: (key: string) => string | null): RankingChoice {
  const ties = read('ties');
  const least = read('coverage') ?? '';
  const [own, recomputed, more] = (read('grades') ?? '').split('-');
  return {
    measure: MEASURES.find((measure) => measure === read('measure')) ?? 'recomputed',
    count: readCount(read('n') ?? ''),
    ties: ties === 'competition' || ties === 'dense' ? ties : null,
    leastCoverage: isPercent(least) ? least : null,
    unit: read('unit'),
    grades: own && recomputed && more === undefined ? { own, recomputed } : null,
  };
}
