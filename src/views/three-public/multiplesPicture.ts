/** Small multiples of units: each from zero to its own maximum, actual solid with its last point, budget dashed. */
import type { EChartsOption } from 'echarts';
import { figureText } from '@/components/figure';
import type { ChartTheme } from '@/composables/chartTheme';
import { chartTip } from '@/composables/chartTip';
import { Exact } from '@/domain/decimal';
import { pixel, shortened } from '@/views/pixel';

export interface Multiple {
  readonly code: string;
  readonly name: string;
  readonly actual: readonly (string | null)[];
  readonly budget: readonly (string | null)[];
  /** Figure and change of the year that the page speaks of. */
  readonly figure: string | null;
  readonly change: string | null;
  /** What stands there when there is no change: 不可比, —. */
  readonly instead: string;
}

export interface MultiplesWords {
  readonly actual: string;
  readonly budget: string;
}

const CELL = 148;
const PLOT = 78;
/** Space between two cells, percent of the width. */
const GAP = 2.4;

export const multiplesHeight = (count: number, columns: number): number =>
  Math.max(1, Math.ceil(count / columns)) * CELL - 10;

/** ▲ 2.28: more than last year; ▼: less; none for no change. */
export function changeMark(change: string | null, instead: string): string {
  if (change === null) return instead;
  const exact = new Exact(change);
  if (exact.isZero()) return '0.00';
  return `${exact.isNegative() ? '▼' : '▲'} ${figureText(exact.abs().toFixed(2))}`;
}

export function multiplesOption(
  units: readonly Multiple[],
  years: readonly number[],
  columns: number,
  picked: string | null,
  words: MultiplesWords,
  theme: ChartTheme,
): EChartsOption {
  const pitch = (100 + GAP) / columns;
  const place = (index: number) => ({ left: (index % columns) * pitch, top: Math.floor(index / columns) * CELL });
  const percent = (value: number): string => `${value.toFixed(3)}%`;
  const texts = units.flatMap((unit, index) => {
    const { left, top } = place(index);
    const isUp = unit.change !== null && new Exact(unit.change).greaterThan(0);
    const text = (content: string, y: number, style: object, side: object) => ({
      type: 'text' as const,
      name: unit.code,
      top: y,
      ...side,
      style: { text: content, ...style },
    });
    const start = { left: percent(left) };
    const end = { right: percent(100 - left - pitch + GAP) };
    return [
      text(shortened(unit.name, 11), top + 2, { fill: theme.ink, font: `600 13px ${theme.sans}` }, start),
      text(
        figureText(unit.figure, { minPlaces: 2 }),
        top + 22,
        { fill: theme.ink2, font: `12px ${theme.sans}` },
        start,
      ),
      text(
        changeMark(unit.change, unit.instead),
        top + 22,
        { fill: isUp ? theme.ink : theme.ink3, font: `${isUp ? '600' : '400'} 12px ${theme.sans}` },
        end,
      ),
    ];
  });
  return {
    graphic: texts,
    grid: units.map((_, index) => {
      const { left, top } = place(index);
      return { left: percent(left), width: percent(pitch - GAP), top: top + 42, height: PLOT };
    }),
    xAxis: units.map((_, index) => ({
      type: 'category',
      gridIndex: index,
      data: years.map(String),
      boundaryGap: years.length === 1,
      axisLabel: {
        color: theme.ink3,
        interval: (at: number) => at === 0 || at === years.length - 1,
        ...(years.length > 1 ? { alignMinLabel: 'left' as const, alignMaxLabel: 'right' as const } : {}),
      },
    })),
    yAxis: units.map((_, index) => ({
      type: 'value',
      gridIndex: index,
      min: 0,
      max: (extent: { max: number }) => extent.max || 1,
      axisLabel: { show: false },
      splitLine: { show: false },
    })),
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: (at) => {
        const point = Array.isArray(at) ? at[0] : at;
        const unit = units.find((each) => each.code === point?.seriesName);
        if (!unit || !point) return '';
        return chartTip(`${unit.name}　${String(years[point.dataIndex] ?? '')}`, [
          { label: words.budget, value: figureText(unit.budget[point.dataIndex], { minPlaces: 2 }) },
          { label: words.actual, value: figureText(unit.actual[point.dataIndex], { minPlaces: 2 }) },
        ]);
      },
    },
    series: units.flatMap((unit, index) => {
      const last = unit.actual.reduce((found, figure, at) => (figure === null ? found : at), -1);
      const color = picked !== null && picked !== unit.code ? theme.series.others : theme.series.actual;
      const shared = { type: 'line' as const, name: unit.code, xAxisIndex: index, yAxisIndex: index };
      return [
        {
          ...shared,
          data: unit.budget.map(pixel),
          symbol: years.length === 1 ? 'emptyCircle' : 'none',
          symbolSize: 6,
          lineStyle: { color: theme.series.budget, type: theme.budgetLine.type, width: theme.budgetLine.width },
          itemStyle: { color: theme.series.budget },
        },
        {
          ...shared,
          data: unit.actual.map((figure, at) => ({ value: pixel(figure) ?? '-', symbolSize: at === last ? 6 : 0 })),
          symbol: 'circle',
          showAllSymbol: true,
          triggerEvent: 'line' as const,
          clip: false,
          lineStyle: { color, width: 1.75 },
          itemStyle: { color },
        },
      ];
    }),
  };
}
