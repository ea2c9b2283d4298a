/**
 * All units as ticks on one strip; below it the first and the last N by name, as dots, with their places this year and
 * last. However many units there are, no more than 2 N are named.
 */
import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { ChartTheme } from '@/composables/chartTheme';
import { chartTip } from '@/composables/chartTip';
import { axisText, boxOf, group, hollowDot, lineFrom, solidDot, textAt, ticksAt, type Shape } from '@/views/drawing';
import {
  COLUMN,
  HEAD,
  ROW,
  grids,
  rightOf,
  type EndRow,
  type EndsData,
  type EndsLayout,
  type EndsWords,
} from './endsLayout';
import type { Scale } from './scale';

/** Text that stands left of its line ends there. */
const labelAlign = (side: 'left' | 'center' | 'right'): 'left' | 'center' | 'right' =>
  side === 'left' ? 'right' : side === 'right' ? 'left' : 'center';

function stripSeries(data: EndsData, theme: ChartTheme): CustomSeriesOption {
  return {
    type: 'custom',
    name: 'strip',
    silent: true,
    xAxisIndex: 0,
    yAxisIndex: 0,
    data: [[data.stripScale.min, 0]],
    renderItem: (_, api) => {
      const y = api.coord([data.stripScale.min, 0])[1] ?? 0;
      const xs = (listed: boolean): number[] =>
        data.strip.filter((tick) => tick.listed === listed).map((tick) => api.coord([tick.at, 0])[0] ?? 0);
      return group([
        ticksAt(xs(false), [y - 13, y - 1], theme.series.budget),
        ticksAt(xs(true), [y - 20, y - 1], theme.series.actual, 1.5),
      ]);
    },
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: theme.ink3, type: [2, 3], width: 1 },
      label: { color: theme.ink3, fontSize: 12, position: 'end', distance: 4 },
      data: [
        ...data.edges.map((edge) => ({ xAxis: edge.at, label: { formatter: edge.label } })),
        ...(data.median === null
          ? []
          : [
              {
                xAxis: data.median.at,
                label: { formatter: data.median.label, align: labelAlign(data.median.side) },
                lineStyle: { color: theme.ink, type: 'solid' as const },
              },
            ]),
      ],
    },
  };
}

function moveWords(row: EndRow, words: EndsWords): { sign: string; text: string } {
  if (row.last === null) return { sign: '', text: words.newcomer };
  const by = row.last - row.place;
  if (by === 0) return { sign: '', text: words.same };
  return { sign: by > 0 ? '▲' : '▼', text: String(Math.abs(by)) };
}

/** The sign stands before the figure, in one column as long as figures are short. */
const signEnd = (left: number, text: string): number => left + COLUMN.move - Math.max(20, 7 * text.length + 2);

function rowTexts(row: EndRow, left: number, right: number, y: number, theme: ChartTheme, words: EndsWords): Shape[] {
  const move = moveWords(row, words);
  return [
    textAt(theme, {
      x: left,
      y,
      text: row.name,
      color: row.picked ? theme.accent : theme.ink,
      strong: row.picked,
      size: 13,
      width: COLUMN.name,
    }),
    textAt(theme, {
      x: left + COLUMN.place,
      y,
      text: String(row.place),
      color: theme.ink,
      size: 13,
      strong: true,
      align: 'right',
    }),
    textAt(theme, {
      x: left + COLUMN.last,
      y,
      text: row.last === null ? '—' : String(row.last),
      color: theme.ink3,
      align: 'right',
    }),
    textAt(theme, { x: signEnd(left, move.text), y, text: move.sign, color: theme.ink3, size: 9, align: 'right' }),
    textAt(theme, { x: left + COLUMN.move, y, text: move.text, color: theme.ink3, align: 'right' }),
    textAt(theme, {
      x: right - (words.beside === null ? 0 : COLUMN.value),
      y,
      text: row.text,
      color: theme.ink,
      size: 13,
      strong: true,
      align: 'right',
    }),
    ...(words.beside === null
      ? []
      : [textAt(theme, { x: right, y, text: row.besideText ?? '—', color: theme.ink3, align: 'right' })]),
  ];
}

function panelSeries(rows: readonly EndRow[], grid: number, theme: ChartTheme, words: EndsWords): CustomSeriesOption {
  return {
    type: 'custom',
    name: 'units',
    xAxisIndex: grid,
    yAxisIndex: grid,
    data: rows.map((row, index) => ({
      value: [row.at, index],
      name: row.code,
      spoken: `${row.name} ${String(row.place)}: ${row.text}`,
    })),
    renderItem: (params, api) => {
      const row = rows[params.dataIndex];
      if (!row) return null;
      const box = boxOf(params);
      const left = box.x - COLUMN.plot;
      const right = box.x + box.width + rightOf(words);
      const [x = 0, y = 0] = api.coord([row.at, params.dataIndex]);
      const marks: Shape[] = [];
      if (row.besideAt !== null) {
        const [other = 0] = api.coord([row.besideAt, params.dataIndex]);
        marks.push(lineFrom(x, y, other, y, theme.series.others, 2), hollowDot(other, y, theme, theme.series.reported));
      }
      marks.push(solidDot(x, y, theme.series.recomputed));
      // An unseen field across the row, so that the name and the figures answer to the pointer too.
      const field = {
        type: 'rect',
        shape: { x: left, y: y - ROW / 2, width: right - left, height: ROW },
        style: { fill: theme.paper, opacity: 0 },
      } as Shape;
      return group([field, ...marks, ...rowTexts(row, left, right, y, theme, words)]);
    },
  };
}

function headSeries(grid: number, theme: ChartTheme, words: EndsWords): CustomSeriesOption {
  return {
    type: 'custom',
    name: 'head',
    silent: true,
    xAxisIndex: grid,
    yAxisIndex: grid,
    data: [[0, 0]],
    renderItem: (params) => {
      const box = boxOf(params);
      const left = box.x - COLUMN.plot;
      const right = box.x + box.width + rightOf(words);
      const y = box.y - HEAD / 2 - 2;
      const head = (x: number, text: string, align: 'left' | 'right'): Shape =>
        textAt(theme, { x, y, text, align, color: theme.ink3 });
      return group([
        head(left, words.unit, 'left'),
        head(left + COLUMN.place, words.place, 'right'),
        head(left + COLUMN.last, words.lastYear, 'right'),
        head(left + COLUMN.move, words.move, 'right'),
        head(right - (words.beside === null ? 0 : COLUMN.value), words.value, 'right'),
        ...(words.beside === null ? [] : [head(right, words.beside, 'right')]),
      ]);
    },
  };
}

type Single<T> = Exclude<NonNullable<T>, readonly unknown[]>;
type XAxis = Single<EChartsOption['xAxis']>;
type YAxis = Single<EChartsOption['yAxis']>;

const valueAxis = (grid: number, scale: Scale, theme: ChartTheme): XAxis => ({
  type: 'value',
  gridIndex: grid,
  min: scale.min,
  max: scale.max,
  interval: scale.step,
  axisLabel: { formatter: axisText },
  axisLine: grid === 0 ? { show: true, lineStyle: { color: theme.rule2 } } : { show: false },
  splitLine: grid === 0 ? { show: false } : { lineStyle: { color: theme.rule } },
});

const rowAxis = (grid: number, rows: number): YAxis => ({
  type: 'category',
  gridIndex: grid,
  inverse: true,
  show: false,
  data: Array.from({ length: rows }, (_, index) => index),
});

function tooltip(data: EndsData, words: EndsWords): NonNullable<EChartsOption['tooltip']> {
  return {
    trigger: 'item',
    formatter: (params) => {
      const [item] = Array.isArray(params) ? params : [params];
      const row = [...data.first, ...data.last].find((each) => each.code === item?.name);
      if (!row) return '';
      return chartTip(row.name, [
        { label: words.unit, value: row.code },
        { label: words.place, value: String(row.place) },
        { label: words.lastYear, value: row.last === null ? '—' : String(row.last) },
        { label: words.value, value: row.text },
        ...(words.beside === null ? [] : [{ label: words.beside, value: row.besideText ?? '—' }]),
      ]);
    },
  };
}

export function endsOption(data: EndsData, words: EndsWords, layout: EndsLayout): (theme: ChartTheme) => EChartsOption {
  return (theme) => {
    const panels = [
      { rows: data.first, scale: data.firstScale },
      ...(data.last.length > 0 ? [{ rows: data.last, scale: data.lastScale }] : []),
    ];
    return {
      grid: grids(data, words, layout),
      xAxis: [
        valueAxis(0, data.stripScale, theme),
        ...panels.map((panel, index) => valueAxis(index + 1, panel.scale, theme)),
      ],
      yAxis: [
        { type: 'value', gridIndex: 0, min: 0, max: 1, show: false },
        ...panels.map((panel, index) => rowAxis(index + 1, panel.rows.length)),
      ],
      tooltip: theme.print ? { show: false } : tooltip(data, words),
      series: [
        stripSeries(data, theme),
        ...panels.flatMap((panel, index) => [
          headSeries(index + 1, theme, words),
          panelSeries(panel.rows, index + 1, theme, words),
        ]),
      ],
    };
  };
}
