/** The execution page's state: choices from the address, answers from the database, and what follows from both. */
import { computed, reactive, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { YearSpan } from '@/composables/useChartPicture';
import { useQuery } from '@/composables/useQuery';
import { ITEM_BY_CODE } from '@/domain/items';
import { currentLocale } from '@/locales';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { isRange, isWithin } from '@/views/focus';
import { useAddress } from '@/views/useAddress';
import { useFileStem } from '@/views/useFileStem';
import { steady } from '@/views/steady';
import { DEFAULT_ITEM, readChoice, type ExecutionChoice } from './choice';
import { focusYear, lowUnits, shortfalls, shownBase } from './facts';
import { heatUnits, HEAT_YEARS } from './heatPicture';
import { HEAT_QUERY, UNITS_QUERY, YEARS_QUERY } from './queries';
import type { HeatRow, UnitRow, YearRow } from './rows';

const HEAT_UNITS = 19;

export function useExecution() {
  const { t } = useI18n();
  const dataset = useDataset();
  const filters = useFilters();
  const address = useAddress();
  const fileStem = useFileStem('execution');
  const choice = computed<ExecutionChoice>((before) =>
    steady(
      readChoice((key) => address.read(key)),
      before,
    ),
  );
  const span = computed(() => ({ from: filters.yearFrom, to: filters.yearTo }));

  /** The answer to `years` below, which itself asks on the base that follows from it. */
  const counted = shallowRef<readonly YearRow[]>([]);
  const focus = computed(() => focusYear(counted.value, span.value));
  const year = computed(() => counted.value.find((row) => row.fiscal_year === focus.value));
  const base = computed(() => shownBase(choice.value.base, year.value));
  /** All years: which of them are shown is decided here, not by the query. */
  const common = () => [null, null, ...filters.params.slice(2), choice.value.item, base.value, choice.value.low];
  /** Before the years are known: most often right, and then nothing is asked twice. */
  const guess = (): number | null => filters.yearTo ?? dataset.years[dataset.years.length - 1] ?? null;
  const years = useQuery<YearRow>(YEARS_QUERY, common);
  watch(years.rows, (rows) => (counted.value = rows), { immediate: true, flush: 'sync' });
  /** The sums stand on the base that is shown: until then the page keeps what it had. */
  const settled = computed(() => years.loaded.value && counted.value.every((row) => row.base === base.value));

  const units = useQuery<UnitRow>(UNITS_QUERY, () => [...common(), focus.value ?? guess()]);
  const heat = useQuery<HeatRow>(HEAT_QUERY, () => {
    const range = isRange(span.value);
    return [...common(), range ? span.value.from : null, range ? span.value.to : null, HEAT_UNITS];
  });
  const heatYears = computed(() =>
    years.rows.value.map((row) => row.fiscal_year).filter((each) => !isRange(span.value) || isWithin(each, span.value)),
  );

  const item = computed(() => ITEM_BY_CODE.get(choice.value.item));
  const itemName = computed(() => (currentLocale.value === 'en' ? item.value?.labelEn : item.value?.label) ?? '');
  const picked = computed(() => {
    const code = choice.value.unit;
    return code !== null && units.rows.value.some((row) => row.unit_code === code) ? code : null;
  });

  return reactive({
    address,
    choice,
    base,
    focus,
    year,
    settled,
    loaded: computed(
      () => settled.value && heat.loaded.value && (units.rows.value.length > 0 || year.value === undefined),
    ),
    stale: computed(() => years.loading.value || units.loading.value || heat.loading.value),
    error: computed(() => years.error.value ?? units.error.value ?? heat.error.value),
    units: units.rows,
    short: computed(() => shortfalls(units.rows.value)),
    low: computed(() => lowUnits(units.rows.value, choice.value.low)),
    heat: computed(() => heatUnits(heat.rows.value)),
    /** The last few where there are more than fit. */
    heatYears: computed(() => heatYears.value.slice(-HEAT_YEARS)),
    areYearsCut: computed(() => heatYears.value.length > HEAT_YEARS),
    itemName,
    /** The expenditure total needs no name in a sentence. */
    spokenItem: computed(() =>
      choice.value.item === DEFAULT_ITEM && currentLocale.value !== 'en' ? '' : itemName.value,
    ),
    rate: computed(() => t(`execution.rate.${base.value}`)),
    rateShort: computed(() => t(`execution.rateShort.${base.value}`)),
    budget: computed(() => t(`execution.stage.${base.value}`)),
    /** First and last year of the pictures of one year. */
    span: computed((): YearSpan => [focus.value ?? 0, focus.value ?? 0]),
    basis: computed(() =>
      t('execution.bullet.foot', {
        basis: t(`execution.basis.${base.value}`),
        year: focus.value ?? '',
        item: itemName.value,
      }),
    ),
    picked,
    pickedName: computed(() => units.rows.value.find((row) => row.unit_code === picked.value)?.unit_name ?? ''),
    /** A second click on the same unit lets it go. */
    pick: (code: string | null) => {
      address.write({ unit: code === choice.value.unit ? null : code });
    },
    fileStem,
    fileName: (part: string) => [...fileStem.value.slice(0, 2), itemName.value, part, ...filters.words].join('_'),
  });
}

export type ExecutionPage = ReturnType<typeof useExecution>;
