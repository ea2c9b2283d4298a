/** The heat map as a picture for paper: the same units, years, figures and steps as the table on the screen. */
import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { ChartTheme } from '@/composables/chartTheme';
import { figureText } from '@/components/figure';
import { heatShade } from './heatSteps';
import type { HeatRow } from './rows';

export interface HeatUnit {
  readonly code: string;
  readonly name: string;
  readonly lowYears: number;
  readonly byYear: ReadonlyMap<number, HeatRow>;
}

export const HEAT_ROW = 22;
/** More columns than this do not fit beside a name. */
export const HEAT_YEARS = 6;

export function heatUnits(rows: readonly HeatRow[]): HeatUnit[] {
  const byCode = new Map<string, { unit: Omit<HeatUnit, 'byYear'>; byYear: Map<number, HeatRow> }>();
  for (const row of rows) {
    const entry = byCode.get(row.unit_code) ?? {
      unit: { code: row.unit_code, name: row.unit_name, lowYears: row.low_years },
      byYear: new Map<number, HeatRow>(),
    };
    entry.byYear.set(row.fiscal_year, row);
    byCode.set(row.unit_code, entry);
  }
  return [...byCode.values()].map(({ unit, byYear }) => ({ ...unit, byYear }));
}

export const heatHeight = (units: readonly HeatUnit[]): number => 28 + HEAT_ROW * units.length;

export function heatOption(units: readonly HeatUnit[], years: readonly number[], theme: ChartTheme): EChartsOption {
  const cells: Cell[] = units.flatMap((unit, row) =>
    years.map((year, column) => ({ value: [column, row], text: unit.byYear.get(year)?.rate ?? null })),
  );
  return {
    grid: { left: 196, right: 8, top: 26, bottom: 2 },
    xAxis: { type: 'category', position: 'top', data: years.map(String), axisLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: units.map((unit) => unit.name),
      axisLine: { show: false },
      axisLabel: {
        color: theme.ink,
        fontSize: 13,
        align: 'left',
        margin: 192,
        width: 186,
        overflow: 'truncate',
        interval: 0,
      },
    },
    series: [cellSeries(cells, theme)],
  };
}

interface Cell {
  readonly value: number[];
  readonly text: string | null;
}

function cellSeries(cells: readonly Cell[], theme: ChartTheme): CustomSeriesOption {
  return {
    type: 'custom',
    data: cells.map((cell) => cell.value),
    renderItem: (at, api) => {
      const text = cells[at.dataIndex]?.text ?? null;
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
      const size = api.size?.([1, 1]);
      const [width = 0, height = 0] = Array.isArray(size) ? size : [];
      const shade = text === null ? null : heatShade(text);
      const step = (shade?.step ?? 1) - 1;
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { x: x - width / 2 + 1, y: y - height / 2 + 1, width: width - 2, height: height - 2 },
            style: {
              fill: shade === null || shade.step === 1 ? 'none' : (theme.heat[step] ?? 'none'),
              ...(shade?.isOver ? { stroke: theme.ink, lineWidth: 1.5 } : {}),
            },
          },
          {
            type: 'text',
            style: {
              text: figureText(text),
              x: x + width / 2 - 8,
              y,
              align: 'right',
              verticalAlign: 'middle',
              fill: shade === null ? theme.ink3 : (theme.heatInk[step] ?? theme.ink),
              font: `12px ${theme.sans}`,
            },
          },
        ],
      };
    },
  };
}
