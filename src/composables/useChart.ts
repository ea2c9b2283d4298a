/**
 * One chart in one element: loads ECharts when first needed, follows size, theme and option, and lets go at the end.
 * Sizes are the element's, so give it a height.
 */
import type { EChartsOption, EChartsType } from 'echarts';
import { onBeforeUnmount, onMounted, shallowRef, watch, type ShallowRef } from 'vue';
import { usePending } from '@/stores/pending';
import { chartTheme, type ChartTheme } from './chartTheme';
import { themeName } from './theme';

export type ChartOption = (theme: ChartTheme) => EChartsOption;

/** What a click or Enter on a mark tells. */
export interface ChartMark {
  readonly seriesIndex: number;
  readonly dataIndex: number;
  readonly name: string;
  readonly seriesName: string;
  readonly value: unknown;
  readonly data: unknown;
}

interface Handlers {
  readonly onSelect?: (mark: ChartMark) => void;
}

export interface ChartState {
  readonly chart: Readonly<ShallowRef<EChartsType | null>>;
  readonly error: Readonly<ShallowRef<Error | null>>;
}

export function useChart(
  element: Readonly<ShallowRef<HTMLElement | null>>,
  option: () => ChartOption | null,
  handlers: Handlers = {},
): ChartState {
  const chart = shallowRef<EChartsType | null>(null);
  const error = shallowRef<Error | null>(null);
  let module: typeof import('./echarts') | null = null;
  let observer: ResizeObserver | null = null;
  let gone = false;

  function draw(): void {
    const build = option();
    if (!chart.value || !build) return;
    try {
      chart.value.setOption({ animation: false, ...build(chartTheme(themeName.value)) }, { notMerge: true });
      error.value = null;
    } catch (cause) {
      error.value = cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  /** Anew on each theme: ECharts reads its theme when it starts. */
  function open(): void {
    if (!module || !element.value || gone) return;
    chart.value?.dispose();
    const made = module.init(element.value, chartTheme(themeName.value).base, { renderer: 'svg' });
    made.on('click', (event) => {
      handlers.onSelect?.({
        seriesIndex: event.seriesIndex ?? 0,
        dataIndex: event.dataIndex,
        name: event.name,
        seriesName: event.seriesName ?? '',
        value: event.value,
        data: event.data,
      });
    });
    chart.value = made;
    draw();
  }

  async function start(): Promise<void> {
    const end = usePending().begin();
    try {
      module = await import('./echarts');
      open();
    } catch (cause) {
      error.value = cause instanceof Error ? cause : new Error(String(cause));
    } finally {
      end();
    }
  }

  onMounted(() => {
    void start();
    observer = new ResizeObserver(() => {
      const size = element.value;
      if (chart.value && size && size.clientWidth > 0) chart.value.resize();
    });
    if (element.value) observer.observe(element.value);
  });
  watch(option, draw);
  watch(
    themeName,
    () => {
      open();
      // Paper is laid out right after `beforeprint`: the marks must be there by then.
      chart.value?.getZr().flush();
    },
    { flush: 'sync' },
  );
  onBeforeUnmount(() => {
    gone = true;
    observer?.disconnect();
    chart.value?.dispose();
    chart.value = null;
  });
  return { chart, error };
}
