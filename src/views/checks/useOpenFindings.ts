/** The number beside 核查 in the rail. It never makes scores be computed: until a view has asked for them there is none. */
import { shallowRef, watch } from 'vue';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { usePending } from '@/stores/pending';
import { openFindings, reviewedPlaces, type OpenCount } from './openFindings';
import openFindingsSql from './open-findings.sql?raw';

export function useOpenFindings() {
  const dataset = useDataset();
  const filters = useFilters();
  const pending = usePending();
  const count = shallowRef<number | null>(null);
  let latest = 0;

  const isReviewed = (key: string): boolean => dataset.reviews.get(key)?.reviewed === true;

  async function ask(): Promise<void> {
    latest += 1;
    const mine = latest;
    if (dataset.state !== 'ready' || !dataset.scored.has(filters.ruleSetId)) {
      count.value = null;
      return;
    }
    try {
      const places = reviewedPlaces([...dataset.reviews.keys()].filter(isReviewed));
      const rows = await dataset.query<OpenCount>(openFindingsSql, [...filters.params, places]);
      if (mine === latest) count.value = openFindings(rows, isReviewed);
    } catch {
      // The view itself says what is wrong with the data; the rail only goes without its number.
      if (mine === latest) count.value = null;
    }
  }

  watch(
    [() => dataset.state, () => dataset.scored, () => dataset.reviews, () => JSON.stringify(filters.params)],
    () => void pending.during(ask),
    { immediate: true },
  );
  return count;
}
