// @vitest-environment happy-dom
import type { EChartsOption, EChartsType } from 'echarts';
import { describe, expect, it } from 'vitest';
import { shallowRef } from 'vue';
import { chartSvg } from '@/composables/chartSvg';
import { chartTip } from '@/composables/chartTip';
import { init } from '@/composables/echarts';
import { useChartKeys } from '@/composables/useChartKeys';
import type { ChartMark } from '@/composables/useChart';

const option = (): EChartsOption => ({
  xAxis: { type: 'category', data: ['2020', '2021'] },
  yAxis: { type: 'value' },
  tooltip: { trigger: 'item' },
  series: [
    { type: 'bar', name: '决算', data: [3, { value: 5, name: '甲局' }] },
    { type: 'line', name: '边线', data: [1, 2], silent: true },
    { type: 'line', name: '预算', data: [4, 6] },
  ],
});

describe('chartSvg', () => {
  it('draws the chart in the print theme, without the page', async () => {
    const themes: boolean[] = [];
    const before = document.body.innerHTML;
    const svg = await chartSvg(
      (theme) => {
        themes.push(theme.print);
        return option();
      },
      400,
      200,
    );
    expect(themes).toEqual([true]);
    expect(document.body.innerHTML).toBe(before);
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(drawn.querySelector('svg')?.getAttribute('width')).toBe('400');
    expect([...drawn.querySelectorAll('text')].map((text) => text.textContent)).toContain('2021');
    expect(drawn.querySelectorAll('path').length).toBeGreaterThan(4);
  });
});

describe('useChartKeys', () => {
  function open(): {
    chart: EChartsType;
    marks: ChartMark[];
    keys: ReturnType<typeof useChartKeys>;
    press: (key: string) => void;
  } {
    const host = document.createElement('div');
    const chart = init(host, null, { renderer: 'svg', width: 400, height: 200 });
    chart.setOption({ animation: false, ...option() });
    const marks: ChartMark[] = [];
    const keys = useChartKeys(shallowRef(chart), (mark) => marks.push(mark));
    return {
      chart,
      marks,
      keys,
      press: (key) => {
        keys.onKeydown(new KeyboardEvent('keydown', { key, cancelable: true }));
      },
    };
  }

  it('walks the marks, says them, and Enter selects as a click does', () => {
    const { marks, keys, press, chart } = open();
    press('Enter');
    expect(marks).toEqual([]);
    press('ArrowRight');
    expect(keys.spoken.value).toBe('决算 2020 3');
    press('ArrowRight');
    press('ArrowRight');
    expect(keys.spoken.value).toBe('决算 甲局 5');
    press('ArrowDown');
    expect(keys.spoken.value).toBe('预算 2021 6');
    press('Enter');
    expect(marks).toMatchObject([{ seriesIndex: 2, dataIndex: 1, name: '2021', seriesName: '预算', value: 6 }]);
    press('Escape');
    expect(keys.spoken.value).toBe('');
    chart.dispose();
  });
});

describe('chartTip', () => {
  it('holds words as text only', () => {
    const tip = chartTip('<b>甲</b>', [{ label: '<img>', value: '1' }], 'x');
    expect(tip.querySelectorAll('b, img')).toHaveLength(0);
    expect(tip.textContent).toBe('<b>甲</b><img>1x');
    expect(tip.outerHTML).not.toContain('style=');
  });
});
