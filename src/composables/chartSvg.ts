/** A chart as SVG text, drawn by a second, hidden instance in the print theme: no tooltip, greys and patterns. */
import { chartTheme } from './chartTheme';
import type { ChartOption } from './useChart';

export async function chartSvg(option: ChartOption, width: number, height: number): Promise<string> {
  const { init } = await import('./echarts');
  const theme = chartTheme('print');
  const host = document.createElement('div');
  const chart = init(host, theme.base, { renderer: 'svg', width, height });
  try {
    chart.setOption({ animation: false, ...option(theme), tooltip: { show: false } });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
