/**
 * Place among the units of the same category: one strip per measure, this unit solid, the others open, the median a
 * tick. Positions are pixels, so binary numbers will do; the figures beside them are the exact ones.
 */
import type { ChartOption } from '@/composables/useChart';
import { chartTip } from '@/composables/chartTip';
import { pixel } from '../pixel';
import { oncePer } from '../oncePer';
import { MEASURES, type Measure, type PeerRow, type UnitPeer } from './rows';

/** Measure by measure, the best first; units of one place by their codes, as they come. */
export const peersOf = oncePer((units: readonly UnitPeer[]): readonly PeerRow[] =>
  MEASURES.flatMap((measure) => {
    const known = units.flatMap((unit): Omit<PeerRow, 'peers'>[] => {
      const value = unit[measure];
      if (value === null) return [];
      return [
        { measure, unit_code: unit.unit_code, unit_name: unit.unit_name, value, place: unit[`${measure}_place`] },
      ];
    });
    return known.sort((a, b) => a.place - b.place).map((row) => ({ ...row, peers: known.length }));
  }),
);

export interface PeerWords {
  readonly measure: Readonly<Record<Measure, string>>;
  readonly median: string;
  place(place: number, peers: number): string;
  figure(measure: Measure, value: string): string;
}

/** Where a value stands between the lowest (0) and the highest (1) of its strip. */
export function positions(values: readonly string[]): number[] {
  const numbers = values.map((value) => pixel(value) ?? 0);
  const low = Math.min(...numbers);
  const span = Math.max(...numbers) - low;
  return numbers.map((value) => (span === 0 ? 0.5 : (value - low) / span));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** One unit on one strip; `code` is what a click on it opens. */
export interface PeerMark {
  readonly name: string;
  readonly code: string;
  readonly value: [number, number];
  /** Words of one mark are made when it is pointed at: there are thousands of them. */
  readonly tip: () => { readonly label: string; readonly value: string }[];
}

/** More than these are drawn as one shape: each its own, they would take longer than the rest of the page. */
const MOST_SHAPES = 300;

export interface Strips {
  readonly measures: readonly Measure[];
  readonly others: readonly PeerMark[];
  readonly self: readonly PeerMark[];
  readonly medians: readonly [number, number][];
  readonly right: readonly string[];
}

/** Only measures in which the unit itself has a figure: elsewhere it has no place. */
export function stripsOf(rows: readonly PeerRow[], code: string, words: PeerWords): Strips {
  const own = (measure: Measure): PeerRow | undefined =>
    rows.find((row) => row.measure === measure && row.unit_code === code);
  const measures = MEASURES.filter((measure) => own(measure) !== undefined);
  const marks = measures.map((measure, index) => {
    const strip = rows.filter((row) => row.measure === measure);
    const at = positions(strip.map((row) => row.value));
    return strip.map((row, i): PeerMark => {
      const tip = (): ReturnType<PeerMark['tip']> => {
        const figure = words.figure(measure, row.value);
        return [{ label: words.measure[measure], value: `${figure}　${words.place(row.place, row.peers)}` }];
      };
      return { name: row.unit_name, code: row.unit_code, value: [at[i] ?? 0, index], tip };
    });
  });
  return {
    measures,
    others: marks.flat().filter((mark) => mark.code !== code),
    self: marks.flat().filter((mark) => mark.code === code),
    medians: marks.map((strip, index) => [median(strip.map((mark) => mark.value[0])), index]),
    right: measures.map((measure) => {
      const row = own(measure);
      return row ? `{figure|${words.figure(measure, row.value)}}{place|${words.place(row.place, row.peers)}}` : '';
    }),
  };
}

/** Room for the longest name: Han characters are as wide as they are high, others about half. */
const nameWidth = (name: string): number => [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 13 : 7.2), 0);

export function peersOption(strips: Strips, words: PeerWords): ChartOption {
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  const left = 14 + Math.max(0, ...strips.measures.map((measure) => nameWidth(words.measure[measure])));
  const place = Math.max(72, ...strips.right.map((text) => 12 + nameWidth(/\{place\|(.*)\}$/u.exec(text)?.[1] ?? '')));
  return (theme) => ({
    grid: { left, right: 80 + place, top: 22, bottom: 4 },
    tooltip: {
      trigger: 'item',
      formatter: (marks) => {
        const { name, tip } = (Array.isArray(marks) ? marks[0] : marks)?.data as PeerMark;
        return chartTip(name, tip());
      },
    },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: [
      {
        type: 'category',
        data: strips.measures.map((measure) => words.measure[measure]),
        inverse: true,
        ...bare,
        axisLabel: { color: theme.ink, fontSize: 13, align: 'left', margin: left },
      },
      {
        type: 'category',
        data: [...strips.right],
        inverse: true,
        position: 'right',
        ...bare,
        axisLabel: {
          margin: 12,
          rich: {
            figure: { width: 66, align: 'right', color: theme.ink, fontSize: 13, fontWeight: 600 },
            place: { width: place, align: 'right', color: theme.ink3, fontSize: 12 },
          },
        },
      },
    ],
    series: [
      ...strips.measures.map((_, index) => ({
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
        data: [...strips.others],
        large: true,
        largeThreshold: MOST_SHAPES,
        symbolSize: 8,
        itemStyle: { color: theme.paper, borderColor: theme.series.budget, borderWidth: 1.25, opacity: 1 },
      },
      {
        type: 'scatter',
        data: [...strips.medians],
        silent: true,
        symbol: 'rect',
        symbolSize: [1.5, 18],
        itemStyle: { color: theme.ink2, opacity: 1 },
        label: {
          show: true,
          position: 'top',
          distance: 1,
          color: theme.ink3,
          fontSize: 12,
          formatter: (mark) => (mark.dataIndex === 0 ? words.median : ''),
        },
      },
      {
        type: 'scatter',
        data: [...strips.self],
        symbolSize: 12,
        itemStyle: { color: theme.series.actual, borderColor: theme.paper, borderWidth: 1.5, opacity: 1 },
        z: 5,
      },
    ],
  });
}
