/**
 * The number beside 核查 in the rail. It never makes scores be computed: until a view has asked for them there is none. Once
 * they are there and on screen, it has the findings computed.
 */
import { shallowRef, watch } from 'vue';
import { inTurn } from '@/composables/turns';
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
    const { ruleSetId } = filters;
    if (dataset.state !== 'ready' || !dataset.scored.has(ruleSetId)) {
      count.value = null;
      return;
    }
    try {
      if (!dataset.found.has(ruleSetId)) {
        count.value = null;
        await inTurn(() => Promise.resolve(), 'later');
        if (mine !== latest) return;
        await dataset.ensureFindings(ruleSetId);
      }
      const places = reviewedPlaces([...dataset.reviews.keys()].filter(isReviewed));
      const params = [...filters.params, places];
      const rows = await inTurn(
        () => (mine === latest ? dataset.query<OpenCount>(openFindingsSql, params) : Promise.resolve(null)),
        'later',
      );
      if (mine === latest && rows !== null) count.value = openFindings(rows, isReviewed);
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
