/** Items over the years: actual solid with its marker, budget thin and dashed in the same colour, names at the ends. */
import type { EChartsOption, LineSeriesOption, ScatterSeriesOption } from 'echarts';
import { figureText } from '@/components/figure';
import type { ChartTheme } from '@/composables/chartTheme';
import { pixel } from '@/views/pixel';
import { lookOf, type LineItem } from './items';
import { roundScale, spread } from '@/views/scale';

export interface Line {
  readonly item: LineItem;
  readonly name: string;
  /** One figure a year, null where there is none. */
  readonly actual: readonly (string | null)[];
  /** Empty: this measure has no budget. */
  readonly budget: readonly (string | null)[];
}

export interface LinesScene {
  readonly lines: readonly Line[];
  readonly years: readonly number[];
  /** Marked by an upright line where it is not the last. */
  readonly focus: number | null;
  /** The others step back. */
  readonly picked: LineItem | null;
  readonly tip: (yearIndex: number) => HTMLElement;
}

export const LINES_HEIGHT = 440;
const TOP = 12;
const BOTTOM = 26;
const LABEL_GAP = 34;
const LABEL_WIDTH = 136;

interface End {
  readonly line: Line;
  readonly index: number;
  readonly value: number;
}

/** Where a line ends: its last year with a figure. */
function ends(lines: readonly Line[]): End[] {
  return lines.flatMap((line) => {
    const index = line.actual.reduce((last, figure, at) => (figure === null ? last : at), -1);
    const value = pixel(line.actual[index] ?? null);
    return value === null ? [] : [{ line, index, value }];
  });
}

export function linesOption(scene: LinesScene, theme: ChartTheme): EChartsOption {
  const { lines, years, focus, picked } = scene;
  const most = Math.max(
    0,
    ...lines.flatMap((line) => [...line.actual, ...line.budget]).map((figure) => pixel(figure) ?? 0),
  );
  const scale = roundScale(most);
  const focusIndex = years.indexOf(focus ?? -1);
  const color = (item: LineItem): string =>
    picked !== null && picked !== item ? theme.series.others : lookOf(item, theme).color;
  return {
    grid: { left: 52, right: LABEL_WIDTH, top: TOP, bottom: BOTTOM },
    xAxis: { type: 'category', data: years.map(String), boundaryGap: years.length === 1, triggerEvent: true },
    yAxis: {
      type: 'value',
      min: 0,
      max: scale.max,
      interval: scale.step,
      axisLabel: { formatter: (value: number) => figureText(value) },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'line' },
      formatter: (at) => scene.tip((Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0),
    },
    series: [
      ...lines.flatMap((line) => lineSeries(line, color(line.item), years.length, theme)),
      labelSeries(lines, color, scale.max, theme),
      ...(focusIndex >= 0 && focusIndex < years.length - 1 ? [focusSeries(String(focus), theme)] : []),
    ],
  };
}

function lineSeries(line: Line, color: string, yearCount: number, theme: ChartTheme): LineSeriesOption[] {
  const actual: LineSeriesOption = {
    type: 'line',
    name: line.item,
    data: line.actual.map(pixel),
    symbol: lookOf(line.item, theme).symbol,
    symbolSize: 8,
    showAllSymbol: true,
    triggerEvent: 'line',
    lineStyle: { color, ...theme.actualLine },
    itemStyle: { color },
    z: 4,
  };
  if (line.budget.every((figure) => figure === null)) return [actual];
  const budget: LineSeriesOption = {
    type: 'line',
    name: line.item,
    data: line.budget.map(pixel),
    // A single year has no line to dash: an open mark stands for it.
    symbol: yearCount === 1 ? 'emptyCircle' : 'none',
    symbolSize: 8,
    triggerEvent: 'line',
    lineStyle: { color, type: theme.budgetLine.type, width: theme.budgetLine.width },
    itemStyle: { color },
    z: 3,
  };
  return [budget, actual];
}

/** Names and last figures at the ends of the lines, moved apart where they would touch. */
function labelSeries(
  lines: readonly Line[],
  color: (item: LineItem) => string,
  max: number,
  theme: ChartTheme,
): ScatterSeriesOption {
  const found = ends(lines);
  const height = LINES_HEIGHT - TOP - BOTTOM;
  const y = (value: number): number => TOP + height * (1 - value / max);
  const places = found.map((end) => y(end.value));
  const moved = spread(places, LABEL_GAP, TOP + 6, LINES_HEIGHT - BOTTOM - 6);
  return {
    type: 'scatter',
    name: 'labels',
    silent: true,
    symbolSize: 0,
    z: 5,
    data: found.map((end, i) => ({
      value: [end.index, end.value],
      label: {
        show: true,
        position: 'right',
        distance: 10,
        offset: [0, (moved[i] ?? 0) - (places[i] ?? 0)],
        align: 'left',
        formatter: `{name|${end.line.name}}\n{figure|${figureText(end.line.actual[end.index] ?? null, { minPlaces: 2 })}}`,
        rich: {
          // A name is text: it steps back to grey ink, never to the pale of a muted line.
          name: {
            color: color(end.line.item) === theme.series.others ? theme.ink3 : color(end.line.item),
            fontSize: 12,
            fontWeight: 600,
            lineHeight: 16,
          },
          figure: { color: theme.ink2, fontSize: 12, lineHeight: 16 },
        },
      },
    })),
  };
}

function focusSeries(year: string, theme: ChartTheme): LineSeriesOption {
  return {
    type: 'line',
    silent: true,
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      lineStyle: { color: theme.ink3, type: 'solid', width: 1 },
      data: [{ xAxis: year }],
    },
  };
}
