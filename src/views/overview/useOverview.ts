/**
 * The overview's questions, taken over together: figures of two rule sets or spans never stand side by side, and words
 * and saved files name the question that their rows answer, not what the address says meanwhile.
 */
import { computed } from 'vue';
import { sameParams, type Params } from '@/composables/sameParams';
import { useQuery } from '@/composables/useQuery';
import type { RuleSet } from '@/rules/ruleSet';
import { useDataset } from '@/stores/dataset';
import { DATA_YEARS_QUERY, FINDINGS_QUERY, KEY_YEARS_QUERY, REGIONS_QUERY, SCORES_QUERY } from './queries';
import type { DataYearRow, FindingRow, KeyYearRow, RegionRow, ScoreRow } from './rows';

export interface Overview {
  /** `$1…$6`: years from and to, region, category, search, rule set. */
  readonly asked: Params;
  readonly keyYears: readonly KeyYearRow[];
  /** The year looked at: the last with data; null where nothing is in view. */
  readonly year: KeyYearRow | null;
  readonly scores: readonly ScoreRow[];
  readonly dataYears: readonly DataYearRow[];
  readonly regions: readonly RegionRow[];
}

interface Found {
  readonly rows: readonly FindingRow[];
  readonly year: number | null;
}

export function useOverview() {
  const dataset = useDataset();
  const keyYears = useQuery<KeyYearRow>(KEY_YEARS_QUERY);
  const scores = useQuery<ScoreRow>(SCORES_QUERY);
  const dataYears = useQuery<DataYearRow>(DATA_YEARS_QUERY);
  const regions = useQuery<RegionRow>(REGIONS_QUERY);
  const findings = useQuery<FindingRow>(FINDINGS_QUERY);

  const isLike = (query: typeof scores | typeof dataYears | typeof regions): boolean =>
    !query.loading.value && sameParams(query.asked.value, keyYears.asked.value);
  /** The first time the page does not wait for the tables further down. */
  const isComplete = computed(() => {
    const isFirst = !dataYears.loaded.value || !regions.loaded.value;
    return !keyYears.loading.value && isLike(scores) && (isFirst || (isLike(dataYears) && isLike(regions)));
  });

  const page = computed<Overview | null>((before) => {
    const asked = keyYears.asked.value;
    if (asked === null || !isComplete.value) return before ?? null;
    return {
      asked,
      keyYears: keyYears.rows.value,
      year: keyYears.rows.value[keyYears.rows.value.length - 1] ?? null,
      scores: scores.rows.value,
      dataYears: dataYears.rows.value,
      regions: regions.rows.value,
    };
  });
  const ruleSet = computed<RuleSet | null>(
    () => dataset.ruleSets.find((each) => each.id === page.value?.asked[5]) ?? null,
  );
  /** What narrows the units in view. */
  const words = computed(() => (page.value?.asked.slice(2, 5) ?? []).filter((word) => typeof word === 'string'));
  const isSeveralYears = computed(() => {
    const [from, to] = page.value?.asked ?? [];
    return typeof from === 'number' ? from !== to : dataset.years.length > 1;
  });

  /** The checks take longer than the scores: the page does not wait for them, and shows the last as what they are. */
  const isFoundLike = computed(
    () => !findings.loading.value && sameParams(findings.asked.value, page.value?.asked ?? null),
  );
  const found = computed<Found | null>((before) => {
    if (!findings.loaded.value || findings.error.value !== null || page.value === null) return null;
    if (!isFoundLike.value) return before ?? null;
    return { rows: findings.rows.value, year: page.value.year?.fiscal_year ?? null };
  });

  const stale = computed(() => page.value !== null && !isComplete.value);
  return {
    page,
    ruleSet,
    words,
    isSeveralYears,
    /** Null where nothing is known of findings; with the year that they are of. */
    found,
    stale,
    foundStale: computed(() => stale.value || !isFoundLike.value),
    error: computed(() => keyYears.error.value ?? scores.error.value ?? dataYears.error.value ?? regions.error.value),
  };
}
