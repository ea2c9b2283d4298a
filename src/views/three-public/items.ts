/** The items that the page draws: the four of the law, and vehicles where a unit never split them. */
import type { ChartTheme, ThreePublicItem } from '@/composables/chartTheme';

export type LineItem =
  | 'three_public.total'
  | 'three_public.vehicle_operation'
  | 'three_public.reception'
  | 'three_public.overseas'
  | 'three_public.vehicle_purchase'
  | 'three_public.vehicle_alone';

export const TOTAL: LineItem = 'three_public.total';

/** Order of lines and of table rows; the last only where it has a figure. */
export const PARTS: readonly LineItem[] = [
  'three_public.vehicle_operation',
  'three_public.reception',
  'three_public.overseas',
  'three_public.vehicle_purchase',
  'three_public.vehicle_alone',
];

const LOOK_OF: Partial<Record<LineItem, ThreePublicItem>> = {
  'three_public.vehicle_operation': 'vehicle_operation',
  'three_public.reception': 'reception',
  'three_public.overseas': 'overseas',
  'three_public.vehicle_purchase': 'vehicle_purchase',
};

const GLYPHS: Record<LineItem, string> = {
  'three_public.total': '',
  'three_public.vehicle_operation': '■',
  'three_public.reception': '▲',
  'three_public.overseas': '●',
  'three_public.vehicle_purchase': '◆',
  'three_public.vehicle_alone': '□',
};

export const glyphOf = (item: LineItem): string => GLYPHS[item];

/** Name of the item's colour token, for marks in text. */
export function toneOf(item: LineItem): string {
  const look = LOOK_OF[item];
  if (!look) return 'var(--ink-2)';
  return {
    overseas: 'var(--i-overseas)',
    vehicle_operation: 'var(--i-operation)',
    reception: 'var(--i-reception)',
    vehicle_purchase: 'var(--i-purchase)',
  }[look];
}

export interface LineLook {
  readonly color: string;
  readonly symbol: string;
}

export function lookOf(item: LineItem, theme: ChartTheme): LineLook {
  const look = LOOK_OF[item];
  if (look) return { color: theme.items[look].color, symbol: theme.items[look].symbol };
  if (item === TOTAL) return { color: theme.series.actual, symbol: 'circle' };
  return { color: theme.ink2, symbol: 'emptyRect' };
}

/** Key of the item's words in the locale. */
export const nameKey = (item: LineItem): string => `three-public.item.${item.slice('three_public.'.length)}`;
