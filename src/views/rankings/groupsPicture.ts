/** One strip per group: every unit an open dot, the median a bar and a figure. No box plot: the units are shown as they are. */
import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { ChartTheme } from '@/composables/chartTheme';
import { axisText, boxOf, group, hollowDots, lineFrom, textAt, type Shape } from '@/views/drawing';
import type { Scale } from './scale';

/** Groups beyond these are counted only. */
export const MOST_GROUPS = 16;

export interface GroupStrip {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly values: readonly number[];
  readonly medianAt: number;
  readonly medianText: string;
}

export interface GroupsData {
  readonly groups: readonly GroupStrip[];
  readonly scale: Scale;
}

/** Room for names: as the longest one needs, up to about ten han. */
const NAME = { least: 84, most: 146, letter: 13, gap: 12 };
const RIGHT = 60;
const ROW = 22;
const [TOP, BOTTOM] = [22, 24];

/** At least this high, or the names would run into each other. */
export const groupsHeight = (count: number): number => TOP + BOTTOM + ROW * Math.min(count, MOST_GROUPS);

/** Han are as wide as they are high, others about half. */
function nameRoom(groups: readonly GroupStrip[]): number {
  const widths = groups.map(({ name }) => [...name].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 1 : 0.55), 0));
  return Math.min(NAME.most, Math.max(NAME.least, Math.ceil(Math.max(0, ...widths) * NAME.letter) + NAME.gap));
}

function stripOf(data: GroupsData, theme: ChartTheme): CustomSeriesOption {
  const room = nameRoom(data.groups);
  return {
    type: 'custom',
    name: 'groups',
    data: data.groups.map((entry, index) => ({
      value: [entry.medianAt, index],
      name: entry.key,
      spoken: `${entry.name}: ${entry.medianText}`,
    })),
    renderItem: (params, api) => {
      const entry = data.groups[params.dataIndex];
      if (!entry) return null;
      const box = boxOf(params);
      const x = (value: number): number => api.coord([value, 0])[0] ?? 0;
      const y = api.coord([0, params.dataIndex])[1] ?? 0;
      const positions = entry.values.map(x);
      const right = box.x + box.width + RIGHT;
      const field = {
        type: 'rect',
        shape: { x: 0, y: y - ROW / 2, width: right, height: ROW },
        style: { fill: theme.paper, opacity: 0 },
      } as Shape;
      return group([
        field,
        lineFrom(Math.min(...positions), y, Math.max(...positions), y, theme.rule2),
        hollowDots(positions, y, theme, theme.series.budget, 1.25),
        lineFrom(x(entry.medianAt), y - 10, x(entry.medianAt), y + 10, theme.series.actual, 2.5),
        textAt(theme, { x: 0, y, text: entry.name, color: theme.ink, size: 13, width: room - NAME.gap + 2 }),
        textAt(theme, {
          x: right,
          y,
          text: entry.medianText,
          color: theme.ink,
          size: 13,
          strong: true,
          align: 'right',
        }),
      ]);
    },
  };
}

export function groupsOption(data: GroupsData, words: { median: string }): (theme: ChartTheme) => EChartsOption {
  return (theme) => ({
    grid: { left: nameRoom(data.groups), right: RIGHT, top: TOP, bottom: BOTTOM },
    xAxis: {
      type: 'value',
      min: data.scale.min,
      max: data.scale.max,
      interval: data.scale.step,
      axisLabel: { formatter: axisText },
    },
    yAxis: { type: 'category', inverse: true, show: false, data: data.groups.map((entry) => entry.key) },
    series: [
      {
        type: 'custom',
        silent: true,
        data: [[data.scale.min, 0]],
        renderItem: (params) => {
          const box = boxOf(params);
          return textAt(theme, {
            x: box.x + box.width + RIGHT,
            y: 9,
            text: words.median,
            color: theme.ink3,
            align: 'right',
          });
        },
      },
      stripOf(data, theme),
    ],
  });
}
