/**
 * One chart in one element: loads ECharts when first needed, follows size, theme and option, and lets go at the end.
 * Sizes are the element's, so give it a height. A new option is drawn once the words and tables that come with it are on
 * screen (drawing takes several times as long as they do); until then the picture says that it is behind.
 */
import type { EChartsOption, EChartsType } from 'echarts';
import { onBeforeUnmount, onMounted, shallowRef, watch, type ShallowRef } from 'vue';
import { usePending } from '@/stores/pending';
import { afterPaint } from './afterPaint';
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
  /** The picture is that of an earlier option. */
  readonly behind: Readonly<ShallowRef<boolean>>;
}

/** Charts are drawn one after the other, with time for a click between them. */
let drawing: Promise<void> = Promise.resolve();

export function useChart(
  element: Readonly<ShallowRef<HTMLElement | null>>,
  option: () => ChartOption | null,
  handlers: Handlers = {},
): ChartState {
  const chart = shallowRef<EChartsType | null>(null);
  const error = shallowRef<Error | null>(null);
  const behind = shallowRef(false);
  const pending = usePending();
  let module: typeof import('./echarts') | null = null;
  let observer: ResizeObserver | null = null;
  let gone = false;

  function draw(): void {
    behind.value = false;
    const build = option();
    if (!chart.value || !build) return;
    try {
      chart.value.setOption({ animation: false, ...build(chartTheme(themeName.value)) }, { notMerge: true });
      error.value = null;
    } catch (cause) {
      error.value = cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  /** Draws what is then the newest option; several changes before that are one. */
  function drawSoon(): void {
    if (behind.value || !chart.value) return;
    behind.value = true;
    const end = pending.begin();
    drawing = drawing
      .then(afterPaint)
      .then(() => {
        if (behind.value) draw();
      })
      .finally(end);
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
    const end = pending.begin();
    try {
      behind.value = true;
      module = await import('./echarts');
      // The page's words first, then one chart after the other.
      drawing = drawing.then(afterPaint);
      await drawing;
      if (!chart.value) open();
    } catch (cause) {
      behind.value = false;
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
  watch(option, drawSoon);
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
    const last = chart.value;
    chart.value = null;
    // What comes in its place is painted first.
    if (last) void afterPaint().then(() => last.dispose());
  });
  return { chart, error, behind };
}
