/** Places over the years of a few units, one of them picked out. Place 1 is on top. */
import type { CustomSeriesOption, EChartsOption, LineSeriesOption } from 'echarts';
import type { ChartTheme } from '@/composables/chartTheme';
import { boxOf, group, textAt } from '@/views/drawing';
import { spread } from '@/views/spread';

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
const LABEL_HEIGHT = 16;

/** Place 1, some round places between, and the last one. */
export function placeTicks(deepest: number): number[] {
  const last = Math.max(2, deepest);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((each) => last / each <= 6) ?? 10000;
  const between = Array.from({ length: Math.floor(last / step) }, (_, index) => (index + 1) * step);
  return [...new Set([1, ...between.filter((tick) => tick <= last - step / 2), last])];
}

function lineOf(line: MoveLine, years: readonly number[], theme: ChartTheme): LineSeriesOption {
  const color = line.current ? theme.series.actual : theme.series.budget;
  return {
    type: 'line',
    name: line.code,
    z: line.current ? 5 : 2,
    data: line.places.map((place, index) => ({
      value: place,
      spoken: `${line.name} ${String(years[index])}: ${String(place ?? '—')}`,
    })),
    symbol: 'circle',
    symbolSize: line.current ? 7 : 5,
    itemStyle: { color },
    lineStyle: { width: line.current ? 2.25 : 1.25, color },
    triggerEvent: true,
  };
}

/** Place and name at the end of each line, drawn together so that they can give way to each other. */
function endLabels({ lines, years }: MovesData, theme: ChartTheme): CustomSeriesOption {
  const ended = lines.flatMap((line) => {
    const place = line.places[line.places.length - 1] ?? null;
    return place === null ? [] : [{ line, place }];
  });
  return {
    type: 'custom',
    silent: true,
    z: 6,
    data: [[years.length - 1, 1]],
    renderItem: (params, api) => {
      const box = boxOf(params);
      const wanted = ended.map(({ place }) => api.coord([years.length - 1, place])[1] ?? 0);
      const at = spread(wanted, LABEL_HEIGHT, box.y, box.y + box.height);
      const x = box.x + box.width + 12;
      return group(
        ended.flatMap(({ line, place }, index) => {
          const y = at[index] ?? 0;
          const color = line.current ? theme.accent : theme.ink2;
          const number = String(place);
          return [
            textAt(theme, { x, y, text: number, color: line.current ? theme.accent : theme.ink, strong: true }),
            textAt(theme, {
              x: x + number.length * 7 + 7,
              y,
              text: line.name,
              color,
              strong: line.current,
              width: NAME_WIDTH,
            }),
          ];
        }),
      );
    },
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
    series: [...data.lines.map((line) => lineOf(line, data.years, theme)), endLabels(data, theme)],
  });
}
