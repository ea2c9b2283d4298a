/** Ranks before and after as slopes: falls solid, rises dashed, the rest as hairlines. Rank 1 is on top. */
import type { EChartsOption } from 'echarts';
import type { ChartTheme } from '@/composables/chartTheme';
import { boxOf, group, lineFrom, solidDot, textAt, type Shape } from '@/views/drawing';
import { spread } from '@/views/spread';
import type { MoveRow } from './whatIf';

export const MOST_NAMED = 9;
/** More hairlines than this are one grey. */
const MOST_HAIRLINES = 400;
const LABEL_SPACE = 168;
const LABEL_HEIGHT = 16;

interface Slope {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface SlopeData {
  readonly falls: readonly Slope[];
  readonly rises: readonly Slope[];
  readonly others: readonly Slope[];
  readonly deepest: number;
}

/** The most moved on either side, named; of the others an even choice. `rows` come most moved first. */
export function slopesOf(rows: readonly MoveRow[], shorten: (name: string) => string): SlopeData | null {
  const slopes = rows.flatMap((row) =>
    row.left_rank === null || row.right_rank === null
      ? []
      : [{ name: shorten(row.unit_name ?? row.unit_code), from: row.left_rank, to: row.right_rank }],
  );
  if (slopes.length === 0) return null;
  const falls = slopes.filter(({ from, to }) => to > from).slice(0, MOST_NAMED);
  const rises = slopes.filter(({ from, to }) => to < from).slice(0, MOST_NAMED);
  const named = new Set([...falls, ...rises]);
  const rest = slopes.filter((slope) => !named.has(slope));
  const step = Math.max(1, Math.ceil(rest.length / MOST_HAIRLINES));
  return {
    falls,
    rises,
    others: rest.filter((_, index) => index % step === 0),
    deepest: slopes.reduce((most, { from, to }) => Math.max(most, from, to), 2),
  };
}

interface Side {
  readonly x: number;
  /** −1: labels stand left of the line's end; 1: right. */
  readonly turn: -1 | 1;
  readonly rank: (slope: Slope) => number;
}

export function slopeOption(
  data: SlopeData,
  titles: { readonly left: string; readonly right: string },
): (theme: ChartTheme) => EChartsOption {
  return (theme) => ({
    grid: { left: LABEL_SPACE, right: LABEL_SPACE, top: 26, bottom: 12 },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: { type: 'value', inverse: true, min: 1, max: data.deepest, show: false },
    series: [
      {
        type: 'custom',
        silent: true,
        data: [[0, 1]],
        renderItem: (params, api) => {
          const box = boxOf(params);
          const y = (rank: number): number => api.coord([0, rank])[1] ?? 0;
          const named = [...data.falls, ...data.rises];
          const [x0, x1] = [box.x, box.x + box.width];
          const sides: Side[] = [
            { x: x0, turn: -1, rank: ({ from }) => from },
            { x: x1, turn: 1, rank: ({ to }) => to },
          ];
          return group([
            ...data.others.map(({ from, to }) => lineFrom(x0, y(from), x1, y(to), theme.rule)),
            ...data.rises.flatMap((slope) => slopeShapes(slope, x0, x1, y, theme.ink3, true)),
            ...data.falls.flatMap((slope) => slopeShapes(slope, x0, x1, y, theme.series.actual, false)),
            ...sides.flatMap((side) => labels(named, side, y, [box.y, box.y + box.height], theme)),
            textAt(theme, { x: x0, y: 8, text: titles.left, color: theme.ink3, align: 'center', width: LABEL_SPACE }),
            textAt(theme, { x: x1, y: 8, text: titles.right, color: theme.ink3, align: 'center', width: LABEL_SPACE }),
          ]);
        },
      },
    ],
  });
}

function slopeShapes(
  slope: Slope,
  x0: number,
  x1: number,
  y: (rank: number) => number,
  color: string,
  dashed: boolean,
): Shape[] {
  const line = {
    type: 'line',
    shape: { x1: x0, y1: y(slope.from), x2: x1, y2: y(slope.to) },
    style: { stroke: color, lineWidth: dashed ? 1.5 : 2, ...(dashed ? { lineDash: [5, 3] } : {}) },
  } satisfies Shape;
  return [line, solidDot(x0, y(slope.from), color, 3), solidDot(x1, y(slope.to), color, 3)];
}

function labels(
  named: readonly Slope[],
  { x, turn, rank }: Side,
  y: (rank: number) => number,
  [top, bottom]: readonly [number, number],
  theme: ChartTheme,
): Shape[] {
  const at = spread(
    named.map((slope) => y(rank(slope))),
    LABEL_HEIGHT,
    top,
    bottom,
  );
  // Names stand in one line, whatever the number of digits before them.
  const room = 7 * Math.max(0, ...named.map((slope) => String(rank(slope)).length)) + 7;
  return named.flatMap((slope, index) => {
    const place = at[index] ?? 0;
    const number = String(rank(slope));
    const align = turn < 0 ? ('right' as const) : ('left' as const);
    const start = x + turn * 18;
    return [
      lineFrom(x + turn * 5, y(rank(slope)), x + turn * 14, place, theme.rule2),
      textAt(theme, { x: start, y: place, text: number, color: theme.ink, strong: true, align }),
      textAt(theme, {
        x: start + turn * room,
        y: place,
        text: slope.name,
        color: theme.ink2,
        align,
        width: LABEL_SPACE - 18 - room,
      }),
    ];
  });
}
