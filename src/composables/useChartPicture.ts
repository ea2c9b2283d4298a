/** Saves a chart as PNG or SVG, in the print theme, with its words, date and rule set inside the picture. */
import { computed, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { composePicture, pngBlob, svgBlob, type PictureSvg } from '@/export/chartPicture';
import { fileName } from '@/export/fileName';
import type { KeyEntry } from '@/export/keyEntry';
import { saveBlob } from '@/export/save';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { chartSvg } from './chartSvg';
import { chartTheme, type ChartTheme } from './chartTheme';
import type { ChartOption } from './useChart';

export interface PictureSpec {
  readonly title: string;
  readonly sub: string | undefined;
  readonly unit: string | undefined;
  readonly basis: string;
  /** First and last fiscal year of what is drawn. */
  readonly years: YearSpan;
  /** Whose figures they are, where these are not the units that the filters leave. */
  readonly units?: string | undefined;
  readonly source: string | undefined;
  readonly option: ChartOption | null;
  readonly keys: ((theme: ChartTheme) => readonly KeyEntry[]) | undefined;
  readonly fileName: string;
  /** Size of the chart on screen. Its width is measured when it is saved: asking earlier lays the page out half made. */
  readonly width: () => number;
  readonly height: number;
}

export type YearSpan = readonly [first: number, last: number];

/** Narrow charts (a half column) are given room; wide ones keep their width. */
const LEAST_WIDTH = 560;

export interface ChartPicture {
  /** The source with the day, for the foot on screen. */
  readonly source: Readonly<Ref<string>>;
  readonly error: Readonly<ShallowRef<Error | null>>;
  /** What became of the last copy, in words: done, or why this page may not. Empty before. */
  readonly copyNote: Readonly<Ref<string>>;
  savePng(): Promise<void>;
  copyPng(): Promise<void>;
  saveSvg(): Promise<void>;
}

export function useChartPicture(spec: () => PictureSpec): ChartPicture {
  const { t } = useI18n();
  const dataset = useDataset();
  const filters = useFilters();
  const error = shallowRef<Error | null>(null);
  const source = computed(
    () => spec().source ?? t(dataset.synthetic ? 'shell.sourceSynthetic' : 'shell.sourceDefault'),
  );

  /** One full stop at the end, whoever wrote it. */
  const sentence = (text: string): string => (/[。.]$/.test(text) ? text : text + t('shell.stop'));
  const taken = computed(() => isoDay(dataset.storedAt ? new Date(dataset.storedAt) : new Date()));

  function foot(): string[] {
    const rules = dataset.ruleSets.find((each) => each.id === filters.ruleSetId);
    const [first, last] = spec().years;
    const years = first === last ? String(first) : t('shell.yearSpan', { first, last });
    const own = spec().units;
    const units = own ? [own] : filters.words.length > 0 ? filters.words : [t('shell.allUnits')];
    // A picture that is passed on stands without the page: it says itself what it shows.
    const scope = [t('shell.scopeYears', { years }), ...units];
    return [
      sentence(t('shell.scope', { text: scope.join(t('shell.comma')) })),
      sentence(t('shell.basis', { text: spec().basis })),
      sentence(t('shell.source', { text: source.value })) +
        sentence(t('shell.printed', { date: taken.value, rules: rules?.title ?? filters.ruleSetId })),
    ];
  }

  async function compose(): Promise<PictureSvg | null> {
    const { option, keys, title, sub, unit, width, height } = spec();
    if (!option) return null;
    const theme = chartTheme('print');
    const chartWidth = Math.max(LEAST_WIDTH, Math.round(width()));
    return composePicture({
      title,
      sub,
      unit: unit ? t('shell.unit', { unit }) : undefined,
      keys: keys?.(theme) ?? [],
      chart: await chartSvg(option, chartWidth, height),
      width: chartWidth,
      height,
      foot: foot(),
      inks: { paper: theme.paper, ink: theme.ink, ink2: theme.ink2, sans: theme.sans },
    });
  }

  async function save(extension: 'png' | 'svg', toBlob: (picture: PictureSvg) => Promise<Blob> | Blob): Promise<void> {
    error.value = null;
    try {
      const picture = await compose();
      if (picture) saveBlob(await toBlob(picture), fileName([spec().fileName], extension));
    } catch (cause) {
      error.value = cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  const copyNote = ref('');

  /** Browsers give pages the clipboard in a secure context only, which plain http on an intranet host is not. */
  async function copyPng(): Promise<void> {
    copyNote.value = '';
    if (!window.isSecureContext || typeof ClipboardItem === 'undefined') {
      copyNote.value = t('shell.copyInsecure');
      return;
    }
    try {
      const picture = await compose();
      if (!picture) return;
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': await pngBlob(picture) })]);
      copyNote.value = t('shell.copied');
    } catch {
      copyNote.value = t('shell.copyRefused');
    }
  }

  return {
    copyNote,
    copyPng,
    source: computed(() => t('shell.sourceTaken', { text: source.value, date: taken.value })),
    error,
    savePng: () => save('png', pngBlob),
    saveSvg: () => save('svg', (picture) => svgBlob(picture.svg)),
  };
}

/** The local day, as offices write dates in files: 2025-03-18. */
function isoDay(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
