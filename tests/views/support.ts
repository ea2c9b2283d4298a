/** A chart theme made of readable stand-ins, and a chart drawn to SVG text without a page. */
import { init } from '@/composables/echarts';
import { chartThemeFrom, type ChartTheme } from '@/composables/chartTheme';
import type { ChartOption } from '@/composables/useChart';

const COLOURS: Readonly<Record<string, string>> = {
  sans: 'sans-serif',
  paper: '#ffffff',
  ink: '#15181c',
  'ink-2': '#454b53',
  'ink-3': '#656c74',
  rule: '#e2e4e0',
  'rule-2': '#b9bdbb',
  accent: '#0c5a8c',
  's-actual': '#0c5a8c',
  's-recomputed': '#0c5a8c',
  's-reported': '#868c92',
  's-budget': '#868c92',
  's-mute': '#c9cdce',
};

export const lightTheme: ChartTheme = chartThemeFrom('light', (token) => COLOURS[token] ?? '#808080');
export const printTheme: ChartTheme = chartThemeFrom('print', (token) => COLOURS[token] ?? '#808080');

export function drawn(option: ChartOption, { width = 1200, height = 400, theme = printTheme } = {}): string {
  const chart = init(null, theme.base, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option(theme) });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** The words of a drawn chart, in order. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');
}
