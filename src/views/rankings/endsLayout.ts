/** What the picture of all units and both ends is given, and where its parts lie. */
import type { Scale } from './scale';

export interface EndRow {
  readonly code: string;
  readonly name: string;
  readonly place: number;
  readonly last: number | null;
  /** Set figures: `97.57`. */
  readonly text: string;
  readonly besideText: string | null;
  /** Pixels' business. */
  readonly at: number;
  readonly besideAt: number | null;
  /** The reader's own choice. */
  readonly picked: boolean;
}

export interface EndsData {
  /** All units with a place; the listed ones stand taller. */
  readonly strip: readonly { readonly at: number; readonly listed: boolean }[];
  readonly stripScale: Scale;
  readonly edges: readonly { readonly at: number; readonly label: string }[];
  /** `side`: where its label stands, out of the way of a near grade edge. */
  readonly median: { readonly at: number; readonly label: string; readonly side: 'left' | 'center' | 'right' } | null;
  readonly first: readonly EndRow[];
  readonly last: readonly EndRow[];
  readonly firstScale: Scale;
  readonly lastScale: Scale;
}

export interface EndsWords {
  readonly unit: string;
  readonly place: string;
  readonly lastYear: string;
  readonly move: string;
  readonly value: string;
  readonly beside: string | null;
  readonly same: string;
  readonly newcomer: string;
}

export interface EndsLayout {
  /** One panel below the other, for narrow pages. */
  readonly stacked: boolean;
}

export const ROW = 20;
export const HEAD = 24;
const FOOT = 24;
const STRIP = { top: 18, height: 24, below: 46 };
/** Columns left of the dots, in pixels from the panel's left edge, and what the figures at the right need. */
export const COLUMN = { name: 128, place: 158, last: 194, move: 244, plot: 256, value: 46, right: 96, rightAlone: 56 };

/** What the figures at the right of a panel need. */
export const rightOf = (words: EndsWords): number => (words.beside === null ? COLUMN.rightAlone : COLUMN.right);

const panelHeight = (rows: number): number => HEAD + rows * ROW + FOOT;

export function endsHeight(data: EndsData, { stacked }: EndsLayout): number {
  const top = STRIP.top + STRIP.height + STRIP.below;
  if (data.last.length === 0) return top + panelHeight(data.first.length);
  if (stacked) return top + panelHeight(data.first.length) + panelHeight(data.last.length) + 12;
  return top + panelHeight(Math.max(data.first.length, data.last.length));
}

/** One grid for the strip, one for each panel. Shares of the width, since the width is not known here. */
export function grids(data: EndsData, words: EndsWords, { stacked }: EndsLayout): Record<string, number | string>[] {
  const top = STRIP.top + STRIP.height + STRIP.below + HEAD;
  const below = stacked ? top + data.first.length * ROW + FOOT + HEAD + 12 : top;
  const strip = { left: 8, right: 8, top: STRIP.top, height: STRIP.height };
  const right = rightOf(words);
  const wide = stacked || data.last.length === 0;
  const first = {
    left: COLUMN.plot,
    right: wide ? right : words.beside === null ? '58.5%' : '61.5%',
    top,
    height: data.first.length * ROW,
  };
  if (data.last.length === 0) return [strip, first];
  return [strip, first, { left: stacked ? COLUMN.plot : '73%', right, top: below, height: data.last.length * ROW }];
}
