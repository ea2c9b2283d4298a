/** The three-public page's state: choices from the address, answers from the database, and what follows from both. */
import { computed, reactive } from 'vue';
import { useI18n } from 'vue-i18n';
import type { YearSpan } from '@/composables/useChartPicture';
import { useQuery } from '@/composables/useQuery';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { useAddress } from '@/views/useAddress';
import { useFileStem } from '@/views/useFileStem';
import { steady } from '@/views/steady';
import { baseYears, readChoice, shownBaseYear, shownYears, type Measure, type ThreePublicChoice } from './choice';
import { chosenUnits, focusYear, inScope, overUnits, upUnits, YearTable } from './facts';
import { nameKey, TOTAL, type LineItem } from './items';
import { BASE_YEAR_QUERY, SERIES_QUERY, UNITS_QUERY, YEARS_QUERY } from './queries';
import type { BaseYearRow, SeriesRow, UnitRow, YearRow } from './rows';

const MULTIPLES = 12;

export function useThreePublic() {
  const { t } = useI18n();
  const dataset = useDataset();
  const filters = useFilters();
  const address = useAddress();
  const fileStem = useFileStem('threePublic');
  const choice = computed<ThreePublicChoice>((before) =>
    steady(
      readChoice((key) => address.read(key)),
      before,
    ),
  );
  const span = computed(() => ({ from: filters.yearFrom, to: filters.yearTo }));
  /** All years: which of them are shown is decided here, not by the query. */
  const common = () => [null, null, ...filters.params.slice(2)];

  /** Before the years are known: most often right, and then nothing is asked twice. */
  const guess = (): number | null => filters.yearTo ?? dataset.years[dataset.years.length - 1] ?? null;
  const yearRows = useQuery<YearRow>(YEARS_QUERY, common);
  const table = computed(() => new YearTable(yearRows.rows.value));
  const focus = computed(() => focusYear(table.value, span.value));
  const total = computed(() => table.value.at(TOTAL, focus.value));
  const offeredBases = computed(() => baseYears(table.value.years, focus.value));
  const baseYear = computed(() => shownBaseYear(choice.value.baseYear, offeredBases.value, span.value));
  const units = useQuery<UnitRow>(UNITS_QUERY, () => [...common(), focus.value ?? guess()]);

  const hasStaff = computed(() => yearRows.rows.value.some((row) => row.staffed_count > 0));
  const measure = computed<Measure>(() =>
    choice.value.measure === 'head' && !hasStaff.value ? 'total' : choice.value.measure,
  );
  const scoped = computed(() => inScope(units.rows.value, choice.value.scope));
  const picked = computed(() => units.rows.value.find((row) => row.unit_code === choice.value.unit) ?? null);
  const multiples = computed(() => chosenUnits(scoped.value, picked.value?.unit_code ?? null, MULTIPLES));
  /** Which units, the answer above tells. */
  const series = useQuery<SeriesRow>(SERIES_QUERY, () =>
    units.loaded.value ? [...common(), multiples.value.map((row) => row.unit_code).join('\n')] : null,
  );
  /** What the page can be shown without is asked last. */
  const base = useQuery<BaseYearRow>(BASE_YEAR_QUERY, () =>
    series.loaded.value ? [...common(), focus.value ?? guess(), baseYear.value] : null,
  );
  /** Where one fails, those that wait for its answer are not: they would be loading for ever. */
  const asked = computed(() => [
    yearRows,
    units,
    ...(units.loaded.value ? [series] : []),
    ...(series.loaded.value ? [base] : []),
  ]);

  return reactive({
    address,
    choice,
    measure,
    hasStaff,
    table,
    focus,
    total,
    years: computed(() => shownYears(table.value.years, span.value)),
    span: computed((): YearSpan => {
      const years = shownYears(table.value.years, span.value);
      return [years[0] ?? 0, years[years.length - 1] ?? 0];
    }),
    parts: computed(() => table.value.parts()),
    offeredBases,
    baseYear,
    baseRows: base.rows,
    units: units.rows,
    scoped,
    up: computed(() => upUnits(units.rows.value)),
    over: computed(() => overUnits(units.rows.value)),
    multiples,
    /** Nobody may be in scope, or have filed an actual: then there is no series. */
    series: series.rows,
    loaded: computed(
      () =>
        yearRows.loaded.value && (total.value === undefined || (units.rows.value.length > 0 && series.loaded.value)),
    ),
    stale: computed(() => asked.value.some((query) => query.loading.value)),
    error: computed(
      () => [yearRows, base, units, series].map((query) => query.error.value).find((error) => error !== null) ?? null,
    ),
    picked: computed(() => picked.value?.unit_code ?? null),
    pickedName: computed(() => picked.value?.unit_name ?? ''),
    /** A second click on the same unit, or item, lets it go. */
    pick: (code: string | null) => {
      address.write({ unit: code === choice.value.unit ? null : code });
    },
    pickItem: (item: string) => {
      address.write({ item: item === choice.value.item ? null : item });
    },
    itemName: (item: LineItem) => t(nameKey(item)),
    fileStem,
    fileName: (part: string) => [...fileStem.value.slice(0, 2), part, ...filters.words].join('_'),
  });
}

export type ThreePublicPage = ReturnType<typeof useThreePublic>;
