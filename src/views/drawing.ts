/** Small things that pictures are drawn with. */
import type { CustomSeriesOption } from 'echarts';
import { figureText } from '@/components/figure';
import type { ChartTheme } from '@/composables/chartTheme';

/** A number on an axis: grouped, with a real minus. */
export const axisText = (at: number): string => figureText(String(Number(at.toFixed(6))));

export type RenderItem = NonNullable<CustomSeriesOption['renderItem']>;
type RenderParams = Parameters<RenderItem>[0];
/** One child of a group: what `renderItem` returns, without "nothing". */
export type Shape = NonNullable<ReturnType<RenderItem>>;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the grid lies: ECharts hands it over under a type that does not say so. */
export const boxOf = (params: RenderParams): Box => params.coordSys as unknown as Box;

interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly color: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly size?: number;
  readonly strong?: boolean;
  /** Longer text is cut with an ellipsis. */
  readonly width?: number;
}

export function textAt(theme: ChartTheme, look: TextLook): Shape {
  const { x, y, text, color, align = 'left', size = 12, strong = false, width } = look;
  return {
    type: 'text',
    style: {
      text,
      x,
      y,
      align,
      verticalAlign: 'middle',
      fill: color,
      font: `${strong ? '600 ' : ''}${String(size)}px ${theme.sans}`,
      ...(width === undefined ? {} : { width, overflow: 'truncate', ellipsis: '…' }),
    },
  };
}

export function lineFrom(x1: number, y1: number, x2: number, y2: number, color: string, width = 1): Shape {
  return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: color, lineWidth: width } };
}

export function solidDot(x: number, y: number, color: string, r = 5): Shape {
  return { type: 'circle', shape: { cx: x, cy: y, r }, style: { fill: color } };
}

export function hollowDot(x: number, y: number, theme: ChartTheme, color: string, width = 1.5): Shape {
  return {
    type: 'circle',
    shape: { cx: x, cy: y, r: 4 },
    style: { fill: theme.paper, stroke: color, lineWidth: width },
  };
}

/** Marks nearer to each other than this, px, are one mark. */
const NEXT = 0.1;
const apart = (positions: readonly number[]): number[] => [
  ...new Set(positions.map((at) => Math.round(at / NEXT) / (1 / NEXT))),
];

/** A thousand marks as one path: as shapes of their own they take a browser as long as all the rest of the page. */
const pathOf = (pathData: string, style: object): Shape => ({ type: 'path', shape: { pathData }, style });

/** Upright lines at many places, from `top` to `bottom`. */
export function ticksAt(
  xs: readonly number[],
  [top, bottom]: readonly [number, number],
  color: string,
  width = 1,
): Shape {
  const path = apart(xs).map((x) => `M${String(x)} ${String(top)}V${String(bottom)}`);
  return pathOf(path.join(''), { stroke: color, lineWidth: width, fill: 'none' });
}

/** Open dots of the same height at many places. */
export function hollowDots(xs: readonly number[], y: number, theme: ChartTheme, color: string, width = 1.5): Shape {
  const path = apart(xs).map((x) => `M${String(x - 4)} ${String(y)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`);
  return pathOf(path.join(''), { fill: theme.paper, stroke: color, lineWidth: width });
}

export const group = (children: Shape[]): Shape => ({ type: 'group', children });
