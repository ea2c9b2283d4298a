/**
 * A chart by keys: ← → from mark to mark, ↑ ↓ from series to series, Enter filters as a click does, Esc lets go.
 * The mark shows its tooltip and is said in words.
 */
import type { EChartsType } from 'echarts';
import { ref, type Ref, type ShallowRef } from 'vue';
import type { ChartMark } from './useChart';

interface Series {
  readonly index: number;
  readonly name: string;
  readonly data: readonly unknown[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Series whose marks can be pointed at. */
function seriesOf(chart: EChartsType): Series[] {
  const { series } = chart.getOption();
  return (Array.isArray(series) ? series : []).flatMap((entry: unknown, index) => {
    if (!isRecord(entry) || entry.silent === true || !Array.isArray(entry.data) || entry.data.length === 0) return [];
    return [{ index, name: typeof entry.name === 'string' ? entry.name : '', data: entry.data as readonly unknown[] }];
  });
}

/** Name of the category that a mark stands on. */
function categoryAt(chart: EChartsType, dataIndex: number): string {
  const option = chart.getOption();
  for (const axis of [option.xAxis, option.yAxis].flat()) {
    if (!isRecord(axis) || !Array.isArray(axis.data)) continue;
    const entry: unknown = axis.data[dataIndex];
    if (typeof entry === 'string' || typeof entry === 'number') return String(entry);
  }
  return '';
}

function markAt(chart: EChartsType, series: Series, dataIndex: number): ChartMark {
  const data = series.data[dataIndex];
  const value = isRecord(data) && 'value' in data ? data.value : data;
  const own = isRecord(data) && typeof data.name === 'string' ? data.name : '';
  const name = own || categoryAt(chart, dataIndex);
  return { seriesIndex: series.index, dataIndex, name, seriesName: series.name, value, data };
}

/** A mark may bring its own words (`spoken` beside its value); else its names and value are read out. */
function words(mark: ChartMark): string {
  if (isRecord(mark.data) && typeof mark.data.spoken === 'string') return mark.data.spoken;
  const value = Array.isArray(mark.value) ? mark.value.join(' ') : String(mark.value ?? '—');
  return [mark.seriesName, mark.name, value].filter((part) => part !== '').join(' ');
}

export function useChartKeys(
  chart: Readonly<ShallowRef<EChartsType | null>>,
  select: (mark: ChartMark) => void,
): { readonly spoken: Readonly<Ref<string>>; onKeydown: (event: KeyboardEvent) => void; letGo: () => void } {
  const spoken = ref('');
  let place: { series: number; data: number } | null = null;

  function letGo(): void {
    if (place) {
      chart.value?.dispatchAction({ type: 'downplay' });
      chart.value?.dispatchAction({ type: 'hideTip' });
    }
    place = null;
    spoken.value = '';
  }

  function onKeydown(event: KeyboardEvent): void {
    const shown = chart.value;
    if (!shown) return;
    const all = seriesOf(shown);
    const step = {
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
    }[event.key];
    if (event.key === 'Escape' && place) letGo();
    else if (event.key === 'Enter' && place) {
      const series = all[place.series];
      if (series) select(markAt(shown, series, place.data));
    } else if (step && all.length > 0) {
      const [across = 0, along = 0] = step;
      const from: { series: number; data: number } = place ?? { series: 0, data: along < 0 ? 1 : -along };
      const at = Math.max(0, Math.min(all.length - 1, from.series + across));
      const series = all[at];
      if (!series) return;
      place = { series: at, data: Math.max(0, Math.min(series.data.length - 1, from.data + along)) };
      const target = { seriesIndex: series.index, dataIndex: place.data };
      shown.dispatchAction({ type: 'downplay' });
      shown.dispatchAction({ type: 'highlight', ...target });
      shown.dispatchAction({ type: 'showTip', ...target });
      spoken.value = words(markAt(shown, series, place.data));
    } else return;
    event.preventDefault();
  }

  return { spoken, onKeydown, letGo };
}
