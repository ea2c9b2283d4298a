/** Budget and actual as bullets: the budget a grey bar, the actual in it, the initial budget a tick; figures at the right. */
import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { ChartTheme } from '@/composables/chartTheme';
import { chartTip } from '@/composables/chartTip';
import { figureText } from '@/components/figure';
import { pixel } from './pixel';
import { roundScale } from './scale';
import type { Base } from './execution/choice';
import type { UnitRow } from './execution/rows';

export interface BulletWords {
  readonly gap: string;
  /** Short name of the rate, with its unit. */
  readonly rate: string;
  readonly initial: string;
  readonly adjusted: string;
  readonly actual: string;
}

/** One bullet: a unit, or an item of a year. */
export type Bullet = Pick<
  UnitRow,
  'unit_code' | 'unit_name' | 'initial_budget' | 'adjusted_budget' | 'actual' | 'budget' | 'gap' | 'rate'
>;

export const BULLET_ROW = 32;
export const bulletHeight = (count: number): number => 48 + BULLET_ROW * Math.max(count, 2);

const RATE_WIDTH = 84;
const LETTER = 13;
const money = (text: string | null): string => figureText(text, { minPlaces: 2 });

/** The amount of the tick: the initial budget, where the bar is the adjusted one. */
export const tickOf = (row: Bullet, base: Base): string | null =>
  base === 'adjusted_budget' ? row.initial_budget : null;

export function bulletOption(
  units: readonly Bullet[],
  base: Base,
  picked: string | null,
  words: BulletWords,
  theme: ChartTheme,
): EChartsOption {
  const nameWidth = Math.min(14, Math.max(6, ...units.map((row) => [...row.unit_name].length))) * LETTER + 4;
  const gapWidth = Math.max(...units.map((row) => money(row.gap).length), 8) * 7.4 + 12;
  const amounts = units.flatMap((row) =>
    [row.budget, row.actual, tickOf(row, base)].map((amount) => pixel(amount) ?? 0),
  );
  const least = Math.min(0, ...amounts);
  const scale = roundScale(Math.max(-least, ...amounts));
  const nameOf = new Map(units.map((row) => [row.unit_code, row.unit_name]));
  const head = (text: string, right: number) => ({
    type: 'text' as const,
    right,
    top: 4,
    silent: true,
    style: { text, fill: theme.ink3, font: `12px ${theme.sans}` },
  });
  return {
    grid: { left: nameWidth + 12, right: RATE_WIDTH + gapWidth + 12, top: 24, bottom: 24 },
    xAxis: {
      type: 'value',
      min: least < 0 ? -scale.step * Math.ceil(-least / scale.step) : 0,
      // The longest bar ends the axis: a round end would leave up to a third of the width empty.
      max: Math.max(...amounts) || 1,
      interval: scale.step,
      splitLine: { showMaxLine: false },
      axisLabel: { showMaxLabel: false, formatter: (value: number) => figureText(value), hideOverlap: true },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: units.map((row) => row.unit_code),
      triggerEvent: true,
      axisLine: { show: false },
      axisLabel: {
        color: theme.ink,
        fontSize: 13,
        align: 'left',
        margin: nameWidth + 10,
        width: nameWidth,
        overflow: 'truncate',
        ellipsis: '…',
        interval: 0,
        formatter: (code: string) => nameOf.get(code) ?? code,
      },
    },
    graphic: [head(words.gap, RATE_WIDTH), head(words.rate, 0)],
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (at) => {
        const row = Array.isArray(at) ? undefined : units[at.dataIndex];
        if (!row) return '';
        const figures: [string, string | null][] = [
          [words.initial, row.initial_budget],
          [words.adjusted, row.adjusted_budget],
          [words.actual, row.actual],
          [words.gap, row.gap],
          [words.rate, row.rate],
        ];
        return chartTip(
          row.unit_name,
          figures.filter(([, value]) => value !== null).map(([label, value]) => ({ label, value: money(value) })),
        );
      },
    },
    series: [bullets(units, base, picked, theme)],
  };
}

function bullets(units: readonly Bullet[], base: Base, picked: string | null, theme: ChartTheme): CustomSeriesOption {
  return {
    type: 'custom',
    name: 'bullets',
    // The third and fourth number only widen the axis to the actual and to the tick.
    encode: { x: [0, 2, 3], y: 1 },
    data: units.map((row, index) => ({
      name: row.unit_code,
      value: [pixel(row.budget) ?? 0, index, pixel(row.actual) ?? 0, pixel(tickOf(row, base)) ?? 0],
    })),
    renderItem: (at, api) => {
      const index = at.dataIndex;
      const row = units[index];
      if (!row) return null;
      const x = (amount: string | null): number => api.coord([pixel(amount) ?? 0, index])[0] ?? 0;
      const zero = api.coord([0, index]);
      const [left = 0, y = 0] = zero;
      const tick = tickOf(row, base);
      const muted = picked !== null && picked !== row.unit_code;
      const right = api.getWidth();
      const bar = (to: number, half: number, fill: string) => ({
        type: 'rect' as const,
        shape: { x: Math.min(left, to), y: y - half, width: Math.abs(to - left), height: 2 * half },
        style: { fill },
      });
      const figure = (text: string, end: number, fill: string, weight: number) => ({
        type: 'text' as const,
        style: {
          text,
          x: end,
          y,
          align: 'right' as const,
          verticalAlign: 'middle' as const,
          fill,
          font: `${String(weight)} 13px ${theme.sans}`,
        },
      });
      return {
        type: 'group',
        children: [
          bar(x(row.budget), 8, theme.series.budgetFill),
          bar(x(row.actual), 3, muted ? theme.series.others : theme.series.actual),
          ...(tick === null
            ? []
            : [
                {
                  type: 'line' as const,
                  shape: { x1: x(tick), x2: x(tick), y1: y - 10, y2: y + 10 },
                  style: { stroke: theme.series.initial, lineWidth: 2 },
                },
              ]),
          figure(money(row.gap), right - RATE_WIDTH, theme.ink2, 400),
          figure(figureText(row.rate), right, muted ? theme.ink3 : theme.ink, 600),
        ],
      };
    },
  };
}
