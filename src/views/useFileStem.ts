/** First part of saved files' names: view, years, rule set, filter. */
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';

export function useFileStem(rail: string) {
  const { t } = useI18n();
  const dataset = useDataset();
  const filters = useFilters();
  return computed(() => [
    t(`shell.rail.${rail}`),
    filters.yearText || t('shell.allYears'),
    dataset.ruleSets.find((each) => each.id === filters.ruleSetId)?.title ?? filters.ruleSetId,
    ...filters.words,
  ]);
}
