/** The page's state: choices from the address, findings from the database, reviews from the journal. */
import { computed, reactive, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { sortRows, type TableSort } from '@/components/table';
import { sameParams } from '@/composables/sameParams';
import { useQuery } from '@/composables/useQuery';
import { CHECKS, type Severity } from '@/rules/findings/checks';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { usePending } from '@/stores/pending';
import { useAddress } from '@/views/useAddress';
import { steady } from '@/views/steady';
import checksSql from './checks.sql?raw';
import { pickCheck, pickSeverity, readChoice, type ChecksChoice } from './choice';
import { checkCounts, narrow, regionCounts, silentChecks, summarise } from './facets';
import { groupFindings, pageOf } from './groups';
import ledgerSql from './ledger.sql?raw';
import regionsSql from './regions.sql?raw';
import { keyOf, toFinding, type Finding, type FindingRow, type LedgerRow, type RegionRow } from './rows';

const SORTABLE = [
  { key: 'unit_name', label: '' },
  { key: 'fiscal_year', label: '', kind: 'integer' as const },
  { key: 'difference', label: '', kind: 'exact' as const, sortKey: 'size' },
];
/** Amounts of one check can be compared; of several they cannot, and the promised order stands. */
const LARGEST_FIRST: TableSort = { key: 'difference', direction: 'down' };

export function useChecks() {
  const { locale } = useI18n();
  const dataset = useDataset();
  const filters = useFilters();
  const pending = usePending();
  const address = useAddress();
  const choice = computed<ChecksChoice>((before) =>
    steady(
      readChoice((key) => address.read(key)),
      before,
    ),
  );

  const rows = useQuery<FindingRow>(checksSql);
  const inOtherRegions = useQuery<RegionRow>(regionsSql, () => (filters.region === null ? null : filters.params));
  const ledger = useQuery<LedgerRow>(ledgerSql);

  const all = computed(() => rows.rows.value.map(toFinding));
  const isReviewed = (finding: Finding): boolean =>
    dataset.reviews.size > 0 && dataset.reviews.get(keyOf(finding))?.reviewed === true;
  const summary = computed(() => summarise(all.value, isReviewed));

  /** Null where a region is chosen and the counts of the others are still on their way. */
  const counted = computed<readonly RegionRow[] | null>(() => {
    const asked = rows.asked.value;
    if (asked === null || asked[2] === null) return regionCounts(all.value);
    const isOfThese =
      sameParams(inOtherRegions.asked.value, asked) && inOtherRegions.revision.value === rows.revision.value;
    return isOfThese ? inOtherRegions.rows.value : null;
  });
  /** The last count stands until there is another. */
  const regions = computed<readonly RegionRow[]>((before) => counted.value ?? before ?? []);

  /** What is not asked for any more keeps its last failure. */
  const regionsError = computed(() => (filters.region === null ? null : inOtherRegions.error.value));

  const open = ref<number | null>(null);
  const shown = computed(() => narrow(all.value, choice.value, isReviewed, open.value));
  const sort = ref<TableSort | null>(null);
  const presses = ref<ReadonlyMap<string, number>>(new Map());
  watch(
    () => choice.value.group,
    (group) => {
      sort.value = group === 'check' ? LARGEST_FIRST : null;
    },
    { immediate: true },
  );
  // Another list begins at its top, with nothing open.
  watch([rows.rows, () => JSON.stringify(choice.value)], () => {
    presses.value = new Map();
    open.value = null;
  });
  const sorted = computed(() => {
    const by = sort.value;
    return by
      ? sortRows(
          shown.value,
          SORTABLE.find((column) => column.key === by.key),
          by.direction,
        )
      : shown.value;
  });
  const groups = computed(() => groupFindings(sorted.value, choice.value.group, isReviewed));

  const failure = ref<Error | null>(null);
  async function review(finding: Finding, reviewed: boolean, note: string): Promise<void> {
    failure.value = null;
    try {
      await pending.during(() => dataset.review(keyOf(finding), reviewed, note));
    } catch (cause) {
      failure.value = cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  return reactive({
    choice,
    summary,
    shown,
    sort,
    open,
    failure,
    isReviewed,
    review,
    reviewOf: (finding: Finding) => dataset.reviews.get(keyOf(finding)) ?? null,
    page: computed(() => pageOf(groups.value, presses.value)),
    checks: computed(() => checkCounts(summary.value)),
    regions,
    regionsStale: computed(() => counted.value === null),
    ledger: ledger.rows,
    silent: computed(() => silentChecks(ledger.rows.value)),
    /** The ledger's answer comes right behind: a page that is laid out twice takes longer than to wait for it. */
    loaded: computed(() => rows.loaded.value && ledger.loaded.value),
    stale: computed(() => rows.loading.value || ledger.loading.value),
    error: computed(() => rows.error.value ?? ledger.error.value),
    /** The list stands without the counts of the other regions. */
    regionsError,
    checkName: (id: string): string => {
      const check = CHECKS.find((each) => each.id === id);
      return (locale.value === 'en' ? check?.labelEn : check?.label) ?? id;
    },
    choose: (patch: Readonly<Record<string, string | null>>) => {
      address.write(patch);
    },
    sortBy: (by: TableSort | null) => {
      sort.value = by;
    },
    pickSeverity: (severity: Severity) => {
      address.write(pickSeverity(choice.value, severity));
    },
    pickCheck: (id: string) => {
      address.write(pickCheck(choice.value, id));
    },
    pickRegion: (region: string) => void filters.set({ region: filters.region === region ? null : region }),
    toggle: (finding: Finding) => {
      open.value = open.value === finding.place ? null : finding.place;
    },
    more: (group: string) => {
      presses.value = new Map(presses.value).set(group, (presses.value.get(group) ?? 0) + 1);
    },
    /** Esc: what is open closes, then what is chosen is let go. */
    back: () => {
      if (open.value !== null) open.value = null;
      else if (choice.value.check !== null || choice.value.severity !== null || choice.value.review !== 'all')
        address.write({ check: null, severity: null, review: null });
    },
  });
}

export type ChecksPage = ReturnType<typeof useChecks>;
