/** Places over the years of a few units, one of them picked out. Place 1 is on top. */
import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { ChartTheme } from '@/composables/chartTheme';

export interface MoveLine {
  readonly code: string;
  readonly name: string;
  /** One per year; null where the unit had no place. */
  readonly places: readonly (number | null)[];
  readonly current: boolean;
}

export interface MovesData {
  readonly years: readonly number[];
  readonly lines: readonly MoveLine[];
  /** Most units that had a place in one year. */
  readonly deepest: number;
}

const LABEL_SPACE = 168;
const NAME_WIDTH = 126;

/** Place 1, some round places between, and the last one. */
export function placeTicks(deepest: number): number[] {
  const last = Math.max(2, deepest);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((each) => last / each <= 6) ?? 10000;
  const between = Array.from({ length: Math.floor(last / step) }, (_, index) => (index + 1) * step);
  return [...new Set([1, ...between.filter((tick) => tick <= last - step / 2), last])];
}

function lineOf(line: MoveLine, years: readonly number[], theme: ChartTheme): LineSeriesOption {
  const color = line.current ? theme.series.actual : theme.series.budget;
  const last = [...line.places].reverse().find((place) => place !== null) ?? null;
  const ended = line.places[line.places.length - 1] === null;
  return {
    type: 'line',
    name: line.code,
    z: line.current ? 5 : 2,
    data: line.places.map((place, index) => ({ value: place, spoken: `${line.name} ${String(years[index])}: ${String(place ?? '—')}` })),
    symbol: 'circle',
    symbolSize: line.current ? 7 : 5,
    itemStyle: { color },
    lineStyle: { width: line.current ? 2.25 : 1.25, color },
    triggerEvent: true,
    endLabel: {
      show: true,
      distance: 8,
      formatter: `{r|${ended || last === null ? '—' : String(last)}}  {n|${line.name}}`,
      rich: {
        r: { fontWeight: 600, color: line.current ? theme.accent : theme.ink, fontSize: 12, fontFamily: theme.sans },
        n: {
          color: line.current ? theme.accent : theme.ink2,
          fontWeight: line.current ? 600 : 400,
          fontSize: 12,
          lineHeight: 16,
          fontFamily: theme.sans,
        },
      },
      width: NAME_WIDTH + 30,
      overflow: 'truncate',
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

export function movesOption(data: MovesData): (theme: ChartTheme) => EChartsOption {
  const ticks = placeTicks(data.deepest);
  return (theme) => ({
    grid: { left: 36, right: LABEL_SPACE, top: 12, bottom: 24 },
    xAxis: { type: 'category', data: data.years.map(String), boundaryGap: false },
    yAxis: {
      type: 'value',
      inverse: true,
      min: 1,
      max: Math.max(2, data.deepest),
      axisTick: { show: false, customValues: ticks },
      axisLabel: { customValues: ticks },
      splitLine: { lineStyle: { color: theme.rule } },
    },
    series: data.lines.map((line) => lineOf(line, data.years, theme)),
  });
}
