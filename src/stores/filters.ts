/**
 * What is being looked at: years, region, category, search, rule set. The address is the only home of it, so that
 * a link reproduces what is seen and Back goes back.
 */
import { defineStore } from 'pinia';
import { computed } from 'vue';
import { useRoute, useRouter, type LocationQueryValue } from 'vue-router';
import type { SqlValue } from '@/database/engine';
import { matchKey } from '@/domain/text';
import { useDataset } from './dataset';

export const DEFAULT_RULE_SET = 'national-2020';

export interface FilterPatch {
  /** `null` shows all years. */
  years?: { from: number; to: number } | null;
  region?: string | null;
  category?: string | null;
  q?: string | null;
  ruleSetId?: string | null;
}

type QueryCell = LocationQueryValue | LocationQueryValue[] | undefined;

const textOf = (cell: QueryCell): string | null => {
  const first = Array.isArray(cell) ? cell[0] : cell;
  return first === undefined || first === null || first.trim() === '' ? null : first.trim();
};

/** `2021` or `2019-2021`; anything else is no year filter. */
export function parseYears(text: string | null): { from: number; to: number } | null {
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(text ?? '');
  if (!match?.[1]) return null;
  const first = Number.parseInt(match[1], 10);
  const last = match[2] ? Number.parseInt(match[2], 10) : first;
  return { from: Math.min(first, last), to: Math.max(first, last) };
}

/**
 * Regions and categories that differ only by width, brackets or blanks are one, and which spelling stands for them depends
 * on what else is in: a link names any of them.
 */
export const asShown = (text: string | null, spellings: readonly string[]): string | null =>
  text === null ? null : (spellings.find((each) => matchKey(each) === matchKey(text)) ?? text);

export const useFilters = defineStore('filters', () => {
  const route = useRoute();
  const router = useRouter();
  const dataset = useDataset();

  const years = computed(() => parseYears(textOf(route.query.year)));
  const yearFrom = computed(() => years.value?.from ?? null);
  const yearTo = computed(() => years.value?.to ?? null);
  const region = computed(() => asShown(textOf(route.query.region), dataset.regions));
  const category = computed(() => asShown(textOf(route.query.category), dataset.categories));
  const q = computed(() => textOf(route.query.q));
  const ruleSetId = computed(() => textOf(route.query.rules) ?? DEFAULT_RULE_SET);

  /** `$1…$6` of every view query. */
  const params = computed<SqlValue[]>(() => [
    yearFrom.value,
    yearTo.value,
    region.value,
    category.value,
    q.value,
    ruleSetId.value,
  ]);

  /** The years as the address writes them: `2021`, `2019-2021`, or empty for all. */
  const yearText = computed(() => {
    if (!years.value) return '';
    const { from, to } = years.value;
    return from === to ? String(from) : `${String(from)}-${String(to)}`;
  });

  /** What narrows the units in view, for file names and feet of figures. */
  const words = computed(() => [region.value, category.value, q.value].filter((word): word is string => word !== null));

  /** The query part of the address that carries over to other views; views keep their own keys apart from it. */
  const shared = computed(() => {
    const { year, region: r, category: c, q: search, rules } = route.query;
    return Object.fromEntries(
      Object.entries({ year, region: r, category: c, q: search, rules }).filter(([, value]) => value !== undefined),
    );
  });

  async function set(patch: FilterPatch, { replace = false } = {}): Promise<void> {
    const query: Record<string, QueryCell> = { ...route.query };
    const put = (key: string, value: string | null | undefined): void => {
      if (value === undefined) return;
      if (value === null || value === '') delete query[key];
      else query[key] = value;
    };
    if (patch.years !== undefined) {
      const span = patch.years;
      put('year', span && (span.from === span.to ? String(span.from) : `${String(span.from)}-${String(span.to)}`));
    }
    put('region', patch.region);
    put('category', patch.category);
    put('q', patch.q);
    put('rules', patch.ruleSetId === DEFAULT_RULE_SET ? null : patch.ruleSetId);
    const target = { path: route.path, query: query as Record<string, LocationQueryValue | LocationQueryValue[]> };
    await (replace ? router.replace(target) : router.push(target));
  }

  return { years, yearFrom, yearTo, yearText, region, category, q, ruleSetId, params, words, shared, set };
});
