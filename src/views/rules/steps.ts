/** Step tables while they are being edited: what a new one starts as, and the bounds of a row as a form shows them. */
import type { Json } from './paths';

export const SCORING_KINDS = ['table', 'excess', 'shortfall', 'faults', 'proportion', 'better'] as const;
export type ScoringKind = (typeof SCORING_KINDS)[number];
/** Either way of `better` is one of these. */
export const SIMPLE_KINDS = SCORING_KINDS.filter((kind) => kind !== 'better');

type JsonObject = Readonly<Record<string, Json>>;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The start of a way of scoring, out of `full` points. */
export function newScoring(kind: ScoringKind, full: Json): Json {
  switch (kind) {
    case 'table':
      return { kind, rows: [{ at_least: 100, points: full }, { points: 0 }] }; // prettier-ignore
    case 'excess':
      return { kind, limit: 100, per: 1, deduct: 0.5 };
    case 'shortfall':
      return { kind, limit: 100, per: 5, deduct: 2 };
    case 'faults':
      return { kind, deduct: 0.5 };
    case 'proportion':
      return { kind, target: 100 };
    case 'better':
      return { kind, of: [newScoring('table', full), newScoring('proportion', full)] };
  }
}

/** Without a name: the field then asks for one. */
export const newStep = (): Json => ({ names: [''], measure: 'percent', full: 5, scoring: newScoring('table', 5) });

export const kindOf = (scoring: Json | undefined): ScoringKind | '' =>
  (isObject(scoring) && SCORING_KINDS.find((kind) => kind === scoring.kind)) || '';

/** A bound of a row: which end, and whether the bound itself is in. */
export type End = 'low' | 'high';
const FIELDS = {
  low: { in: 'at_least', out: 'above' },
  high: { in: 'at_most', out: 'below' },
} as const;
export type BoundSign = 'none' | 'in' | 'out';

export function boundOf(row: Json | undefined, end: End): { readonly sign: BoundSign; readonly field: string } {
  const { in: within, out } = FIELDS[end];
  if (isObject(row) && row[within] !== undefined) return { sign: 'in', field: within };
  if (isObject(row) && row[out] !== undefined) return { sign: 'out', field: out };
  return { sign: 'none', field: '' };
}

/** The row with another sign at one end; its figure stays. */
export function withBound(row: Json | undefined, end: End, sign: BoundSign): Json {
  const { in: within, out } = FIELDS[end];
  const whole = isObject(row) ? row : {};
  const figure = whole[within] ?? whole[out] ?? 0;
  const kept = Object.entries(whole).filter(([key]) => key !== within && key !== out);
  if (sign === 'none') return Object.fromEntries(kept);
  return Object.fromEntries([[FIELDS[end][sign], figure], ...kept]);
}

/** A further row stands before the last one, which is usually the rest without a bound. */
export const newRow = (): Json => ({ at_least: 0, points: 0 });

/** Two rows change places. */
export function swapped(rows: readonly Json[], at: number, other: number): readonly Json[] {
  const [one, two] = [rows[at], rows[other]];
  if (one === undefined || two === undefined) return rows;
  return rows.map((row, index) => (index === at ? two : index === other ? one : row));
}
