import { describe, expect, it } from 'vitest';
import { chartThemeFrom } from '@/composables/chartTheme';
import { bulletOption } from '@/views/bullet';
import { shortfalls } from '@/views/execution/facts';
import { heatOption, heatUnits } from '@/views/execution/heatPicture';
import { heatShade } from '@/views/execution/heatSteps';
import { drawnCount, paretoOption } from '@/views/execution/paretoPicture';
import type { HeatRow, UnitRow } from '@/views/execution/rows';
import { linesOption } from '@/views/three-public/linesPicture';
import { changeMark, multiplesOption, type Multiple } from '@/views/three-public/multiplesPicture';

const theme = chartThemeFrom('print', (name) => `<${name}>`);
const unit = (index: number, gap: string | null): UnitRow => ({
  unit_code: `0${String(index)}`,
  unit_name: `单位${String(index)}`,
  initial_budget: '90',
  adjusted_budget: '100',
  actual: '95',
  budget: '100',
  gap,
  rate: '95.00',
  last_rate: null,
  rate_change: null,
  low_run: 0,
});

describe('execution pictures', () => {
  it('draws one bullet a unit, wide enough for the tick of the initial budget', () => {
    const words = { gap: '差额', rate: '执行率（%）', initial: '年初预算', adjusted: '调整预算', actual: '决算' };
    const option = bulletOption([unit(1, '-5'), unit(2, null)], 'adjusted_budget', null, words, theme);
    expect(option).toMatchObject({
      yAxis: { data: ['01', '02'] },
      series: [{ type: 'custom', data: [{ value: [100, 0, 95, 90] }, {}] }],
    });
    const initial = bulletOption([unit(1, '-5')], 'initial_budget', null, words, theme);
    expect(initial).toMatchObject({ series: [{ data: [{ value: [100, 0, 95, 0] }] }] });
  });

  it('colours the units that make four fifths, and only the picked one once one is picked', () => {
    const short = shortfalls([unit(1, '-80'), unit(2, '-15'), unit(3, '-5')]);
    const words = {
      axis: '',
      amount: '',
      share: '',
      place: String,
      mark: (count: number, share: string) => `${String(count)}/${share}`,
    };
    const colors = (picked: string | null) => {
      const { series } = paretoOption(short, picked, words, theme) as {
        series: { data: { itemStyle: { color: string } }[] }[];
      };
      return series[0]?.data.map((bar) => bar.itemStyle.color);
    };
    expect(colors(null)).toEqual(['<s-actual>', '<s-mute>', '<s-mute>']);
    expect(colors('03')).toEqual(['<s-mute>', '<s-mute>', '<s-actual>']);
    expect(paretoOption(short, null, words, theme)).toMatchObject({
      series: [{}, { data: [80, 95, 100] }, { label: { formatter: '1/80.00' }, data: [[0, 80]] }, {}],
    });
  });

  it('never draws 3,000 bars', () => {
    const many = shortfalls(Array.from({ length: 3000 }, (_, index) => unit(index, '-1')));
    expect(many.mostOfIt).toBe(2400);
    expect(drawnCount(many)).toBe(160);
    expect(drawnCount(shortfalls([]))).toBe(0);
  });

  it('shades by the printed rate: the worse the darker, on an edge the lighter', () => {
    expect(
      ['59.99', '60.00', '79.99', '80.00', '90.00', '95.00', '100.00'].map((rate) => heatShade(rate).step),
    ).toEqual([5, 4, 4, 3, 2, 1, 1]);
    expect([heatShade('100.00').isOver, heatShade('100.01').isOver]).toEqual([false, true]);
  });

  it('puts each rate at its unit and year, and leaves missing years missing', () => {
    const row = (place: number, year: number, rate: string | null): HeatRow => ({
      place,
      unit_code: `u${String(place)}`,
      unit_name: `U${String(place)}`,
      low_years: 1,
      fiscal_year: year,
      rate,
      actual: null,
      budget: null,
    });
    const units = heatUnits([row(1, 2020, '55.00'), row(1, 2022, '101.00'), row(2, 2021, null)]);
    expect(units.map((each) => each.byYear.size)).toEqual([2, 1]);
    const option = heatOption(units, [2020, 2021, 2022], theme) as {
      series: {
        renderItem: (
          at: object,
          api: object,
        ) => { children: { style: { text?: string; fill: string; stroke?: string } }[] };
      }[];
    };
    const cell = (dataIndex: number) =>
      option.series[0]?.renderItem({ dataIndex }, { coord: () => [0, 0], value: () => 0, size: () => [40, 22] })
        .children;
    expect(cell(0)?.map((child) => [child.style.fill, child.style.text])).toEqual([
      ['<heat-5>', undefined],
      ['<heat-5-ink>', '55.00'],
    ]);
    expect(cell(1)?.[1]?.style.text).toBe('—');
    expect(cell(2)?.[0]?.style).toMatchObject({ fill: 'none', stroke: '<ink>' });
  });
});

describe('three-public pictures', () => {
  const line = {
    item: 'three_public.reception' as const,
    name: '公务接待',
    actual: ['10', null, '4'],
    budget: ['12', '11', '5'],
  };
  const scene = {
    lines: [line, { ...line, item: 'three_public.overseas' as const, budget: [null, null, null] }],
    years: [2019, 2020, 2021],
    focus: 2020,
    picked: null,
    tip: () => null as unknown as HTMLElement,
  };

  it('draws the actual solid with the item’s marker and the budget dashed in the same colour', () => {
    const { series } = linesOption(scene, theme) as {
      series: { name: string; symbol?: string; data: unknown[]; lineStyle?: { color: string; type: unknown } }[];
    };
    expect(series.map((each) => each.name)).toEqual([
      'three_public.reception',
      'three_public.reception',
      'three_public.overseas',
      'labels',
      undefined,
    ]);
    expect(series[0]).toMatchObject({
      symbol: 'none',
      lineStyle: { color: '<i-reception>', type: [5, 4] },
      data: [12, 11, 5],
    });
    expect(series[1]).toMatchObject({
      symbol: 'triangle',
      lineStyle: { color: '<i-reception>', type: 'solid' },
      data: [10, null, 4],
    });
  });

  it('mutes the other items once one is picked', () => {
    const { series } = linesOption({ ...scene, picked: 'three_public.overseas' }, theme) as {
      series: { lineStyle?: { color: string } }[];
    };
    expect(series.slice(0, 3).map((each) => each.lineStyle?.color)).toEqual(['<s-mute>', '<s-mute>', '<i-overseas>']);
  });

  it('gives each unit its own grid and keeps gaps open', () => {
    const multiple: Multiple = {
      code: 'a',
      name: 'A',
      actual: ['1', null],
      budget: [null, '2'],
      figure: null,
      change: null,
      instead: '—',
    };
    const option = multiplesOption(
      [multiple, { ...multiple, code: 'b' }],
      [2020, 2021],
      6,
      null,
      { actual: '', budget: '' },
      theme,
    );
    expect(option).toMatchObject({
      grid: [{ left: '0.000%' }, { left: '17.067%' }],
      series: [{ data: [null, 2] }, { data: [{ value: 1, symbolSize: 6 }, { value: '-' }] }, {}, {}],
    });
  });

  it('marks rise and fall by shape', () => {
    expect([
      changeMark('2.30', '—'),
      changeMark('-12.00', '—'),
      changeMark('0.00', '—'),
      changeMark(null, '不可比'),
    ]).toEqual(['▲ 2.30', '▼ 12.00', '0.00', '不可比']);
  });
});
