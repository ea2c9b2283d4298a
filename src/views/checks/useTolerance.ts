/** The tolerance of the finding that is open. A total's depends on how many of its parts are given: that is asked for. */
import { computed, shallowRef, watch } from 'vue';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import filledPartsSql from './filled-parts.sql?raw';
import type { Finding } from './rows';
import { ALLOWS_PER_PART, partsTolerance, ruleTolerance } from './tolerance';

export function useTolerance(finding: () => Finding) {
  const dataset = useDataset();
  const filters = useFilters();
  const parts = shallowRef<number | null>(null);

  watch(
    finding,
    async (asked) => {
      parts.value = null;
      const { check_id: check, fiscal_year: year, unit_code: unit, item, stage } = asked;
      if (!ALLOWS_PER_PART.has(check)) return;
      try {
        const [row] = await dataset.query<{ parts: number }>(filledPartsSql, [year, unit, item, stage]);
        if (finding() === asked) parts.value = row?.parts ?? null;
      } catch {
        // Then the difference stands without its tolerance; the finding itself is all there.
      }
    },
    { immediate: true },
  );

  return computed(() => {
    if (parts.value !== null) return partsTolerance(parts.value);
    const rules = dataset.ruleSets.find((each) => each.id === filters.ruleSetId);
    return rules ? ruleTolerance(finding().check_id, rules.thresholds) : null;
  });
}
