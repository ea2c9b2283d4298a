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

export const group = (children: Shape[]): Shape => ({ type: 'group', children });
