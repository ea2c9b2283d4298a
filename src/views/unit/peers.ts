/**
 * Place among the units of the same category: one strip per measure, this unit solid, the others open, the median a
 * tick. Positions are the only place where figures become binary numbers: they are pixels here.
 */
import type { EChartsOption } from 'echarts';
import type { ChartTheme } from '@/composables/chartTheme';
import { MEASURES, type Measure, type PeerRow } from './rows';

export interface PeerWords {
  readonly measure: Record<Measure, string>;
  readonly median: string;
  place(place: number, peers: number): string;
  figure(measure: Measure, value: string): string;
}

/** Where a value stands between the lowest (0) and the highest (1) of its strip. */
export function positions(values: readonly string[]): number[] {
  const numbers = values.map((value) => Number.parseFloat(value));
  const low = Math.min(...numbers);
  const span = Math.max(...numbers) - low;
  return numbers.map((value) => (span === 0 ? 0.5 : (value - low) / span));
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

interface Mark {
  readonly name: string;
  readonly code: string;
  readonly value: [number, number];
  readonly text: string;
}

export function peersOption(rows: readonly PeerRow[], code: string, words: PeerWords, theme: ChartTheme): EChartsOption {
  const strips = MEASURES.filter((measure) => rows.some((row) => row.measure === measure && row.unit_code === code));
  const others: Mark[] = [];
  const self: Mark[] = [];
  const medians: [number, number][] = [];
  const right: string[] = [];
  strips.forEach((measure, index) => {
    const strip = rows.filter((row) => row.measure === measure);
    const at = positions(strip.map((row) => row.value));
    strip.forEach((row, i) => {
      const text = `${row.unit_name}　${words.figure(measure, row.value)}　${words.place(row.place, row.peers)}`;
      const mark: Mark = { name: row.unit_name, code: row.unit_code, value: [at[i] ?? 0, index], text };
      (row.unit_code === code ? self : others).push(mark);
      if (row.unit_code === code) {
        right[index] = `{figure|${words.figure(measure, row.value)}}{place|${words.place(row.place, row.peers)}}`;
      }
    });
    medians.push([median([...at].sort((a, b) => a - b)), index]);
  });
  const names = strips.map((measure) => words.measure[measure]);
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  const labels = { color: theme.ink, fontSize: 13, margin: 14 };
  return {
    grid: { left: 92, right: 152, top: 22, bottom: 6 },
    tooltip: { trigger: 'item', formatter: (mark: unknown) => tooltipText(mark) },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: [
      {
        type: 'category',
        data: names,
        inverse: true,
        ...bare,
        axisLabel: { ...labels, align: 'left', margin: 88 },
      },
      {
        type: 'category',
        data: right,
        inverse: true,
        position: 'right',
        ...bare,
        axisLabel: {
          margin: 16,
          rich: {
            figure: { width: 66, align: 'right', color: theme.ink, fontSize: 13, fontWeight: 600 },
            place: { width: 68, align: 'right', color: theme.ink3, fontSize: 12 },
          },
        },
      },
    ],
    series: [
      ...strips.map((_, index) => ({
        type: 'line' as const,
        data: [
          [0, index],
          [1, index],
        ],
        symbol: 'none',
        silent: true,
        lineStyle: { color: theme.rule2, width: 1 },
      })),
      {
        type: 'scatter',
        name: 'peers',
        data: others,
        symbolSize: 8,
        itemStyle: { color: theme.paper, borderColor: theme.budget, borderWidth: 1.25 },
        emphasis: { scale: false, itemStyle: { borderColor: theme.ink } },
      },
      {
        type: 'scatter',
        name: 'median',
        data: medians,
        silent: true,
        symbol: 'rect',
        symbolSize: [1.5, 18],
        itemStyle: { color: theme.ink2 },
        label: {
          show: true,
          position: 'top',
          distance: 2,
          color: theme.ink3,
          fontSize: 12,
          formatter: (mark: { dataIndex: number }) => (mark.dataIndex === 0 ? words.median : ''),
        },
      },
      {
        type: 'scatter',
        name: 'self',
        data: self,
        symbolSize: 12,
        itemStyle: { color: theme.actual, borderColor: theme.paper, borderWidth: 1.5 },
        emphasis: { scale: false },
        z: 5,
      },
    ],
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** ECharts takes this as markup; a unit's name is text from a file. */
function tooltipText(mark: unknown): string {
  const data = (mark as { data?: Partial<Mark> }).data;
  return typeof data?.text === 'string' ? escaped(data.text) : '';
}
