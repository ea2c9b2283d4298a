/** The page's own controls, as the address holds them. */
import { isRange, isWithin, type Span } from '@/views/focus';

export const MEASURES = ['items', 'total', 'head'] as const;
/** 四项, 合计, 人均. */
export type Measure = (typeof MEASURES)[number];
export const SCOPES = ['all', 'up', 'over'] as const;
/** All units, those above last year, those over their budget. */
export type Scope = (typeof SCOPES)[number];

export const TABLE_ITEMS = [
  'three_public.total',
  'three_public.overseas',
  'three_public.vehicle',
  'three_public.vehicle_purchase',
  'three_public.vehicle_operation',
  'three_public.reception',
] as const;
export type TableItem = (typeof TABLE_ITEMS)[number];

export interface ThreePublicChoice {
  readonly measure: Measure;
  /** Year to compare with; null: the one before those shown. */
  readonly baseYear: number | null;
  readonly scope: Scope;
  readonly item: TableItem;
  readonly unit: string | null;
}

export function readChoice(read: (key: string) => string | null): ThreePublicChoice {
  const year = /^\d{4}$/.exec(read('base') ?? '')?.[0];
  return {
    measure: MEASURES.find((entry) => entry === read('measure')) ?? 'items',
    baseYear: year === undefined ? null : Number.parseInt(year, 10),
    scope: SCOPES.find((entry) => entry === read('scope')) ?? 'all',
    item: TABLE_ITEMS.find((entry) => entry === read('item')) ?? 'three_public.total',
    unit: read('unit'),
  };
}

/** Years that can be compared with: earlier ones. */
export function baseYears(years: readonly number[], focus: number | null): number[] {
  return focus === null ? [] : years.filter((year) => year < focus);
}

/** The chosen one if it is offered, else the last one before the years shown; with all years shown the earliest. */
export function shownBaseYear(chosen: number | null, offered: readonly number[], { from }: Span): number | null {
  if (chosen !== null && offered.includes(chosen)) return chosen;
  const before = from === null ? [] : offered.filter((year) => year < from);
  return before[before.length - 1] ?? offered[0] ?? null;
}

/** What the lines show: the span of the address, or all years where it names one: that one is then marked. */
export function shownYears(years: readonly number[], span: Span): number[] {
  return isRange(span) ? years.filter((year) => isWithin(year, span)) : [...years];
}
