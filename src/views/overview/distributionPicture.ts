/** Recomputed totals as columns under the outline of the reported ones; grade edges, and above them how many before → after. */
import type { CustomSeriesOption, EChartsOption, LineSeriesOption } from 'echarts';
import type { ChartTheme } from '@/composables/chartTheme';
import { chartTip } from '@/composables/chartTip';
import type { KeyEntry } from '@/export/keyEntry';
import { CLASS_WIDTH, type Distribution } from './distribution';

export interface DistributionWords {
  readonly recomputed: string;
  readonly reported: string;
  /** `[80, 82)` as it is called in the tooltip. */
  readonly classOf: (from: number, to: number) => string;
}

/** A band narrower than this share of the axis has no room for both counts. */
const NARROW_BAND = 0.11;

export function distributionKeys(theme: ChartTheme, words: DistributionWords): KeyEntry[] {
  return [
    { label: words.recomputed, mark: 'square', color: theme.series.recomputed },
    { label: words.reported, mark: 'line', color: theme.ink2 },
  ];
}

function columns(data: Distribution, theme: ChartTheme): CustomSeriesOption {
  return {
    type: 'custom',
    data: data.classes.map((entry) => [entry.from, entry.recomputed]),
    renderItem: (_params, api) => {
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
      const [right = 0, bottom = 0] = api.coord([Number(api.value(0)) + CLASS_WIDTH, 0]);
      return {
        type: 'rect',
        shape: { x: x + 1, y, width: Math.max(1, right - x - 2), height: bottom - y },
        style: { fill: theme.series.recomputed },
      };
    },
  };
}

/** Drawn twice: in paper colour and wider below, so that the outline stays legible where it crosses a column. */
function outline(data: Distribution, color: string, width: number, z: number): LineSeriesOption {
  const last = data.classes[data.classes.length - 1];
  const steps = data.classes.map((entry) => [entry.from, entry.reported]);
  if (last) steps.push([last.from + CLASS_WIDTH, last.reported]);
  return { type: 'line', step: 'end', symbol: 'none', silent: true, data: steps, lineStyle: { color, width }, z };
}

function bandHeads(data: Distribution, theme: ChartTheme): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    // On the base line: a value above the columns would stretch the axis.
    data: data.bands.map((band) => [band.from, 0]),
    renderItem: (params, api) => {
      const band = data.bands[params.dataIndex];
      if (!band) return null;
      const [left = 0] = api.coord([band.from, 0]);
      const [right = 0] = api.coord([band.to, 0]);
      const narrow = (band.to - band.from) / (data.end - data.start) < NARROW_BAND;
      const counts = `{m|${String(band.reported)}} → {b|${String(band.recomputed)}}`;
      return {
        type: 'text',
        style: {
          text: narrow ? `{b|${band.grade}}\n${counts}` : `{b|${band.grade}}  ${counts}`,
          x: (left + right) / 2,
          y: narrow ? 0 : 12,
          align: 'center',
          fill: theme.ink2,
          font: `12px ${theme.sans}`,
          rich: {
            b: { fill: theme.ink, fontSize: 13, fontWeight: 600, fontFamily: theme.sans },
            m: { fill: theme.ink3, fontSize: 12, fontFamily: theme.sans },
          },
        },
      };
    },
  };
}

function tooltip(data: Distribution, words: DistributionWords): NonNullable<EChartsOption['tooltip']> {
  return {
    trigger: 'axis',
    axisPointer: { type: 'line', snap: false },
    formatter: (params) => {
      const [first] = Array.isArray(params) ? params : [params];
      const at = Array.isArray(first?.value) ? Number(first.value[0]) : NaN;
      const entry = data.classes.find((each) => at >= each.from && at < each.from + CLASS_WIDTH);
      if (!entry) return '';
      return chartTip(words.classOf(entry.from, entry.from + CLASS_WIDTH), [
        { label: words.recomputed, value: String(entry.recomputed) },
        { label: words.reported, value: String(entry.reported) },
      ]);
    },
  };
}

/** Whole counts in about four steps, with room above the tallest class. */
export function countAxis(most: number): { max: number; interval: number } {
  const interval = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].find((step) => (most * 1.05) / step <= 5) ?? 5000;
  return { interval, max: Math.max(interval, Math.ceil((most * 1.05) / interval) * interval) };
}

export function distributionOption(data: Distribution, words: DistributionWords): (theme: ChartTheme) => EChartsOption {
  const most = Math.max(...data.classes.map((entry) => Math.max(entry.recomputed, entry.reported)));
  return (theme) => ({
    grid: { left: 32, right: 10, top: 38, bottom: 26 },
    xAxis: {
      type: 'value',
      min: data.start,
      max: data.end,
      interval: CLASS_WIDTH,
      axisLabel: { formatter: (at: number) => (at % 10 === 0 ? String(at) : '') },
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: theme.rule2 } },
    },
    yAxis: { type: 'value', min: 0, ...countAxis(most), splitLine: { lineStyle: { color: theme.rule } } },
    tooltip: theme.print ? { show: false } : tooltip(data, words),
    series: [
      columns(data, theme),
      outline(data, theme.paper, 4.5, 3),
      {
        ...outline(data, theme.ink2, 1.5, 4),
        markLine: {
          symbol: 'none',
          silent: true,
          label: { show: false },
          lineStyle: { color: theme.ink3, type: [2, 3], width: 1 },
          data: data.bands.slice(1).map((band) => ({ xAxis: band.from })),
        },
      },
      bandHeads(data, theme),
    ],
  });
}
