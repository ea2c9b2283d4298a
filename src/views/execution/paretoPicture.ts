/** Concentration of the shortfall: two panels on one x axis, never a second y axis; four fifths dotted, the unit that reaches it marked. */
import type { EChartsOption } from 'echarts';
import type { ChartTheme } from '@/composables/chartTheme';
import { chartTip } from '@/composables/chartTip';
import { figureText } from '@/components/figure';
import { Exact } from '@/domain/decimal';
import { pixel, shortened } from '@/views/pixel';
import type { Shortfalls } from './facts';

export interface ParetoWords {
  readonly axis: string;
  readonly amount: string;
  readonly share: string;
  place(place: number): string;
  mark(count: number, share: string): string;
}

export const PARETO_HEIGHT = 372;

/** At least 40 bars, and a few beyond the unit that reaches four fifths; past 160 they would be hairs. */
export function drawnCount(short: Shortfalls): number {
  return Math.min(short.units.length, 160, Math.max(40, short.mostOfIt + 4));
}

const size = (gap: string | null): string => (gap === null ? '0' : new Exact(gap).abs().toFixed());
const money = (text: string): string => figureText(text, { minPlaces: 2 });

export function paretoOption(
  short: Shortfalls,
  picked: string | null,
  words: ParetoWords,
  theme: ChartTheme,
): EChartsOption {
  const units = short.units.slice(0, drawnCount(short));
  const shares = short.shares.slice(0, units.length);
  const places = units.map((_, index) => String(index + 1));
  const first = units[0];
  const mostShare = shares[short.mostOfIt - 1];
  const labelled = [0, ...[0.25, 0.5, 0.75, 1].map((part) => Math.round(units.length * part) - 1)];
  const colorAt = (index: number): string => {
    if (picked !== null) return units[index]?.unit_code === picked ? theme.series.actual : theme.series.others;
    return index < short.mostOfIt ? theme.series.actual : theme.series.others;
  };
  // The label goes where there is room: left of its point in the right half, else right of it.
  const markLeft = short.mostOfIt * 2 > units.length;
  return {
    grid: [
      { left: 64, right: 10, top: 14, height: 112 },
      { left: 64, right: 10, top: 152, height: 176 },
    ],
    xAxis: [
      { gridIndex: 0, type: 'category', data: places, axisLabel: { show: false } },
      {
        gridIndex: 1,
        type: 'category',
        data: places,
        axisLabel: {
          interval: (index: number) => labelled.includes(index),
          formatter: (place: string) => words.place(Number.parseInt(place, 10)),
        },
        name: words.axis,
        nameLocation: 'middle',
        nameGap: 26,
        nameTextStyle: { color: theme.ink3 },
      },
    ],
    yAxis: [
      {
        gridIndex: 0,
        type: 'value',
        min: 0,
        max: 100,
        interval: 20,
        axisLabel: { formatter: (value: number) => ([0, 40, 80, 100].includes(value) ? String(value) : '') },
      },
      {
        gridIndex: 1,
        type: 'value',
        min: 0,
        splitNumber: 4,
        axisLabel: { formatter: (value: number) => figureText(value) },
      },
    ],
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: (at) => {
        const index = (Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0;
        const row = units[index];
        if (!row) return '';
        return chartTip(`${words.place(index + 1)}　${row.unit_name}`, [
          { label: words.amount, value: money(size(row.gap)) },
          { label: words.share, value: shares[index] ?? '' },
        ]);
      },
    },
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    series: [
      {
        type: 'bar',
        name: words.amount,
        xAxisIndex: 1,
        yAxisIndex: 1,
        barCategoryGap: '22%',
        data: units.map((row, index) => ({
          name: row.unit_code,
          value: pixel(size(row.gap)) ?? 0,
          itemStyle: { color: colorAt(index) },
        })),
      },
      {
        type: 'line',
        name: words.share,
        xAxisIndex: 0,
        yAxisIndex: 0,
        symbol: units.length === 1 ? 'circle' : 'none',
        data: shares.map((share) => pixel(share)),
        lineStyle: { color: theme.ink2, width: 1.75 },
        itemStyle: { color: theme.ink2 },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: theme.ink3, type: [2, 3] },
          data: [{ yAxis: 80 }],
        },
      },
      {
        type: 'scatter',
        xAxisIndex: 0,
        yAxisIndex: 0,
        silent: true,
        symbolSize: 7,
        itemStyle: { color: theme.ink },
        label: {
          show: true,
          position: 'top',
          distance: 5,
          align: markLeft ? 'right' : 'left',
          offset: [markLeft ? 6 : -6, 0],
          color: theme.ink,
          fontSize: 12,
          formatter: words.mark(short.mostOfIt, mostShare ?? ''),
        },
        data: mostShare === undefined ? [] : [[short.mostOfIt - 1, pixel(mostShare) ?? 0]],
      },
      {
        type: 'scatter',
        xAxisIndex: 1,
        yAxisIndex: 1,
        silent: true,
        symbolSize: 0,
        label: {
          show: true,
          position: 'right',
          distance: 12,
          color: theme.ink2,
          fontSize: 12,
          formatter: first ? `${shortened(first.unit_name, 14)} ${money(size(first.gap))}` : '',
        },
        // Only where the bars beside it leave room for the words.
        data: first && units.length > 6 ? [[0, (pixel(size(first.gap)) ?? 0) * 0.95]] : [],
      },
    ],
  };
}
