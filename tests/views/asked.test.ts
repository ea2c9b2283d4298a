// @vitest-environment happy-dom
/** What the pages show and save belongs to one question, also while the address already asks another one. */
import { createPinia } from 'pinia';
import { createApp, nextTick, reactive, shallowRef, type Component, type ShallowRef } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CsvFile } from '@/components/ExportCsvButton.vue';
import type { QueryState } from '@/composables/useQuery';
import type { Row, SqlValue } from '@/database/engine';
import { i18n } from '@/locales';
import { RULE_SETS } from '@/rules/ruleSet';
import ChecksView from '@/views/checks/ChecksView.vue';
import checksSql from '@/views/checks/checks.sql?raw';
import regionsSql from '@/views/checks/regions.sql?raw';
import { useChecks } from '@/views/checks/useChecks';
import { FINDINGS_QUERY, KEY_YEARS_QUERY, SCORES_QUERY } from '@/views/overview/queries';
import { useOverview } from '@/views/overview/useOverview';
import predecessorsSql from '@/views/rankings/predecessors.sql?raw';
import rankingsSql from '@/views/rankings/rankings.sql?raw';
import { useRankings } from '@/views/rankings/useRankings';
import { BASE_YEAR_QUERY, SERIES_QUERY, UNITS_QUERY, YEARS_QUERY } from '@/views/three-public/queries';
import { useThreePublic } from '@/views/three-public/useThreePublic';
import findingsSql from '@/views/unit/findings.sql?raw';
import identitySql from '@/views/unit/identity.sql?raw';
import peersSql from '@/views/unit/peers.sql?raw';
import UnitView from '@/views/unit/UnitView.vue';
import { useUnit } from '@/views/unit/useUnit';

/** Questions whose answers the test gives. */
type Held = { [K in keyof QueryState<Row>]: ShallowRef<QueryState<Row>[K]['value']> } & {
  params: () => readonly SqlValue[] | null;
};
const queries = new Map<string, Held>();
const filters = reactive({
  years: null,
  yearFrom: 2020,
  yearTo: 2020,
  yearText: '2020',
  region: null as string | null,
  category: null,
  q: null,
  words: [] as string[],
  shared: {},
  ruleSetId: 'national-2020',
  params: [] as SqlValue[],
});
const dataset = reactive({
  ruleSets: [] as unknown[],
  years: [2020, 2021],
  state: 'ready',
  revision: 1,
  busy: null as object | null,
  scored: new Set(['national-2020', 'other']),
  found: new Set<string>(),
  reviews: new Map<string, unknown>(),
  ensureFindings: vi.fn<(ruleSetId: string) => Promise<void>>(),
  ensureScores: vi.fn<(ruleSetId: string) => Promise<void>>(),
  query: vi.fn<(sql: string, params: readonly SqlValue[]) => Promise<readonly Row[]>>(),
});
vi.mock('@/stores/dataset', () => ({ useDataset: () => dataset }));
vi.mock('@/stores/filters', () => ({ useFilters: () => filters }));
vi.mock('@/composables/useQuery', () => ({
  useQuery: (sql: string, params: () => readonly SqlValue[] | null = () => filters.params): Held => {
    const state: Held = {
      rows: shallowRef([]),
      asked: shallowRef(null),
      revision: shallowRef(null),
      loading: shallowRef(true),
      loaded: shallowRef(false),
      error: shallowRef(null),
      params,
    };
    queries.set(sql, state);
    return state;
  },
}));

/** What the page's button would save. */
let load: () => Promise<CsvFile> = () => Promise.reject(new Error('no button'));
vi.mock('@/components/ExportCsvButton.vue', () => ({
  default: {
    props: ['load'],
    setup: (props: { load: () => Promise<CsvFile> }) => {
      ({ load } = props);
      return () => null;
    },
  },
}));
vi.mock('@/views/checks/ChecksControls.vue', () => ({ default: { render: () => null } }));
vi.mock('@/views/checks/FindingsList.vue', () => ({ default: { render: () => null } }));

const held = (sql: string): Held => {
  const state = queries.get(sql);
  if (!state) throw new Error('never asked');
  return state;
};
function answer(sql: string, rows: readonly Row[] = []): void {
  const state = held(sql);
  state.rows.value = rows;
  state.asked.value = [...(state.params() ?? [])];
  state.revision.value = dataset.revision;
  state.error.value = null;
  state.loaded.value = true;
  state.loading.value = false;
}
const answerAll = (): void => {
  for (const sql of queries.keys()) answer(sql, held(sql).rows.value);
};
function fail(sql: string): void {
  held(sql).error.value = new Error('broken');
  held(sql).loading.value = false;
}
/** Another year and rule set: every question is on its way again. */
function ask(year: number, ruleSetId: string): void {
  Object.assign(filters, { yearFrom: year, yearTo: year, yearText: String(year), ruleSetId });
  filters.params = [year, year, null, null, null, ruleSetId];
  for (const state of queries.values()) state.loading.value = true;
}

const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/unit/:code', name: 'unit', component: { render: () => null } },
    { path: '/:rest(.*)*', component: { render: () => null } },
  ],
});
const opened: (() => void)[] = [];
async function show(component: Component, path: string): Promise<void> {
  const app = createApp(component);
  await router.push(path);
  app.use(createPinia()).use(i18n).use(router).mount(document.createElement('div'));
  opened.push(() => {
    app.unmount();
  });
}
const closeAll = (): void => {
  opened.splice(0).forEach((close) => {
    close();
  });
};
async function within<T>(use: () => T): Promise<T> {
  const made: T[] = [];
  await show({ setup: () => (made.push(use()), () => null) }, '/');
  const [first] = made;
  if (first === undefined) throw new Error('not mounted');
  return first;
}
/** All that was on its way without waiting for the test has come about. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
/** Computing that ends when the test says so. */
function computing(ensure: typeof dataset.ensureScores): () => void {
  let end: () => void = () => undefined;
  ensure.mockReturnValue(
    new Promise((resolve) => {
      end = resolve;
    }),
  );
  return end;
}

const [one] = RULE_SETS;
beforeEach(() => {
  queries.clear();
  dataset.ruleSets = [
    { ...one, id: 'national-2020', title: '甲套' },
    { ...one, id: 'other', title: '乙套' },
  ];
  ask(2020, 'national-2020');
});
afterEach(() => {
  closeAll();
  document.body.innerHTML = '';
  vi.resetAllMocks();
});

describe('the overview', () => {
  it('keeps figures, rule set and findings of one question together', async () => {
    const shown = await within(useOverview);
    answer(KEY_YEARS_QUERY, [{ fiscal_year: 2020 }]);
    answer(SCORES_QUERY);
    expect(shown.stale.value).toBe(false);
    expect(shown.found.value).toBeNull();
    answerAll();
    answer(FINDINGS_QUERY, [{ check_id: 'a' }]);
    expect(shown.found.value).toEqual({ rows: [{ check_id: 'a' }], year: 2020 });
    expect(shown.foundStale.value).toBe(false);

    ask(2021, 'other');
    answer(KEY_YEARS_QUERY, [{ fiscal_year: 2021 }]);
    answer(SCORES_QUERY);
    expect([shown.page.value?.year?.fiscal_year, shown.ruleSet.value?.title]).toEqual([2020, '甲套']);
    expect([shown.stale.value, shown.foundStale.value]).toEqual([true, true]);
    for (const sql of queries.keys()) if (sql !== FINDINGS_QUERY) answer(sql, held(sql).rows.value);
    expect([shown.page.value?.year?.fiscal_year, shown.ruleSet.value?.title]).toEqual([2021, '乙套']);
    // The findings are still those of 2020, and marked.
    expect(shown.found.value?.year).toBe(2020);
    expect([shown.stale.value, shown.foundStale.value]).toEqual([false, true]);
    answer(FINDINGS_QUERY, []);
    expect(shown.found.value).toEqual({ rows: [], year: 2021 });
    expect(shown.foundStale.value).toBe(false);
  });
});

describe('the rankings', () => {
  it('save the rows that were asked for, under their own name', async () => {
    const shown = await within(useRankings);
    const scored = computing(dataset.ensureScores);
    dataset.query.mockResolvedValue([{ unit_code: 'A' }]);
    const saving = shown.exported();
    ask(2021, 'other');
    scored();
    expect(await saving).toEqual({ rows: [{ unit_code: 'A' }], words: ['2020', '甲套'] });
    expect(dataset.ensureScores.mock.calls).toEqual([['national-2020']]);
    const [, params] = dataset.query.mock.calls.find(([sql]) => sql === rankingsSql) ?? [];
    expect(params?.slice(0, 6)).toEqual([2020, 2020, null, null, null, 'national-2020']);
  });

  const waiting = new Map<string, (rows: readonly Row[]) => void>();
  // What is never answered would hold up whoever is next in line.
  afterEach(() => {
    for (const resolve of waiting.values()) resolve([]);
    waiting.clear();
  });
  /** Lists that are on their way, by their first and last year. */
  function listsOnTheirWay(): void {
    dataset.query.mockImplementation(
      (_, [first, last]) =>
        new Promise((resolve) => {
          waiting.set([first, last].join('-'), resolve);
        }),
    );
  }
  /** Gives the rows, so that the same may be waited for anew. */
  function give(years: string, rows: readonly Row[]): void {
    waiting.get(years)?.(rows);
    waiting.delete(years);
  }
  const listed = (year: number, total: string, region = '甲区'): Row => ({
    fiscal_year: year,
    place_group: 0,
    unit_code: `${region}${total}`,
    unit_name: null,
    region,
    recomputed_total: total,
  });
  /** Each of these tests has data of its own, whose lists nobody has asked for. */
  beforeEach(() => {
    dataset.revision += 1;
    filters.region = null;
    dataset.years = [2019, 2020, 2021];
  });

  it('stay those of one year and rule set until the next lists are there, and say so', async () => {
    listsOnTheirWay();
    const shown = await within(useRankings);
    answer(predecessorsSql);
    expect([shown.loaded.value, shown.ranking.value]).toEqual([false, null]);
    waiting.get('2019-2020')?.([listed(2020, '80.00'), listed(2020, '70.00')]);
    await vi.waitFor(() => expect(shown.loaded.value).toBe(true));
    expect([shown.ranking.value?.year, shown.ruleSet.value?.title, shown.stale.value]).toEqual([2020, '甲套', false]);

    ask(2021, 'other');
    await vi.waitFor(() => expect(waiting.has('2019-2021')).toBe(true));
    expect([shown.ranking.value?.year, shown.ruleSet.value?.title, shown.stale.value]).toEqual([2020, '甲套', true]);
    waiting.get('2019-2021')?.([listed(2020, '80.00'), listed(2021, '90.00')]);
    await vi.waitFor(() => expect(shown.stale.value).toBe(false));
    expect([shown.ranking.value?.year, shown.ruleSet.value?.title]).toEqual([2021, '乙套']);
  });

  it('ask nobody for a region or a year whose lists are there', async () => {
    listsOnTheirWay();
    const shown = await within(useRankings);
    answer(predecessorsSql);
    waiting.get('2019-2020')?.([listed(2020, '80.00'), listed(2020, '70.00', '乙区')]);
    await vi.waitFor(() => expect(shown.loaded.value).toBe(true));
    // Nobody is in line: the year that may be asked for next is fetched.
    await vi.waitFor(() => expect(waiting.has('2021-2021')).toBe(true));
    waiting.get('2021-2021')?.([listed(2021, '90.00', '乙区')]);
    await nextTick();
    const before = dataset.query.mock.calls.length;
    filters.region = '乙区';
    expect(shown.table.value.map((row) => [row.unit_code, row.place])).toEqual([['乙区70.00', 1]]);
    ask(2021, 'national-2020');
    await nextTick();
    expect(shown.table.value.map((row) => [row.fiscal_year, row.unit_code])).toEqual([[2021, '乙区90.00']]);
    expect([shown.stale.value, dataset.query.mock.calls.length]).toEqual([false, before]);
  });

  it('do not take places of earlier years for the new ones while these load', async () => {
    listsOnTheirWay();
    dataset.years = [2018, 2019, 2020];
    const shown = await within(useRankings);
    answer(predecessorsSql);
    waiting.get('2019-2020')?.([listed(2020, '80.00')]);
    await vi.waitFor(() => expect(shown.loaded.value).toBe(true));
    expect([shown.stale.value, shown.movesStale.value]).toEqual([false, true]);
    await vi.waitFor(() => expect(waiting.has('2018-2018')).toBe(true));
    waiting.get('2018-2018')?.([listed(2018, '80.00')]);
    await vi.waitFor(() => expect(shown.movesStale.value).toBe(false));
    expect([...(shown.overYears.value?.places.keys() ?? [])].sort()).toEqual([2018, 2020]);
  });

  it('do not keep a list that came while the data were being changed', async () => {
    listsOnTheirWay();
    dataset.busy = {};
    const shown = await within(useRankings);
    answer(predecessorsSql);
    give('2019-2020', [listed(2020, '80.00')]);
    await vi.waitFor(() => expect(shown.loaded.value).toBe(true));
    dataset.busy = null;
    ask(2020, 'other');
    await vi.waitFor(() => expect(waiting.has('2019-2020')).toBe(true));
    give('2019-2020', []);
    ask(2020, 'national-2020');
    await vi.waitFor(() => expect(waiting.has('2019-2020')).toBe(true));
  });

  it('say that they are not final while the predecessors are those of older data', async () => {
    listsOnTheirWay();
    const shown = await within(useRankings);
    const lists = [listed(2019, '90.00'), listed(2019, '80.00', '乙区'), listed(2020, '95.00')];
    answer(predecessorsSql);
    give('2019-2020', lists);
    await vi.waitFor(() => expect([shown.stale.value, shown.movesStale.value]).toEqual([false, false]));

    dataset.revision += 1;
    await vi.waitFor(() => expect(waiting.has('2019-2020')).toBe(true));
    give('2019-2020', lists);
    await vi.waitFor(() => expect(shown.shown.value.question.revision).toBe(dataset.revision));
    expect([shown.stale.value, shown.movesStale.value, shown.table.value[0]?.last_place]).toEqual([true, true, null]);
    answer(predecessorsSql, [{ unit_code: '甲区95.00', predecessor: '乙区80.00', effective_year: 2020 }]);
    expect([shown.stale.value, shown.movesStale.value, shown.table.value[0]?.last_place]).toEqual([false, false, 2]);
  });

  it('tell of no error when the question was given up for newer data, and ask again', async () => {
    dataset.query.mockRejectedValue(new DOMException('the data have changed', 'AbortError'));
    const shown = await within(useRankings);
    await vi.waitFor(() => expect(dataset.query.mock.calls.length).toBeGreaterThan(0));
    await settled();
    expect(shown.error.value).toBeNull();
    listsOnTheirWay();
    dataset.revision += 1;
    await vi.waitFor(() => expect(waiting.has('2019-2020')).toBe(true));
    // Any other failure is told.
    dataset.query.mockRejectedValue(new Error('x'));
    dataset.revision += 1;
    await vi.waitFor(() => expect(shown.error.value?.message).toBe('x'));
  });

  it('are not held in memory once the data have changed, on whatever page', async () => {
    listsOnTheirWay();
    await within(useRankings);
    give('2019-2020', [listed(2020, '80.00')]);
    await settled();
    closeAll();
    await within(useRankings);
    await settled();
    expect(waiting.has('2019-2020')).toBe(false);
    closeAll();
    // Only a list that is still there could answer for the data as they were.
    dataset.revision += 1;
    dataset.revision -= 1;
    await within(useRankings);
    await vi.waitFor(() => expect(waiting.has('2019-2020')).toBe(true));
  });

  it('take no room when they come after the data have changed', async () => {
    listsOnTheirWay();
    await within(useRankings);
    const late = waiting.get('2019-2020');
    dataset.revision += 1;
    await vi.waitFor(() => expect(waiting.get('2019-2020')).not.toBe(late));
    give('2019-2020', [listed(2020, '80.00')]);
    // So many that no other list could be kept beside them.
    late?.(new Array<Row>(199_999).fill(listed(2020, '80.00')));
    await settled();
    closeAll();
    await within(useRankings);
    await settled();
    expect(waiting.has('2019-2020')).toBe(false);
  });

  it('are prepared again where they came while the data were being changed', async () => {
    listsOnTheirWay();
    await within(useRankings);
    give('2019-2020', [listed(2020, '80.00')]);
    await vi.waitFor(() => expect(waiting.has('2021-2021')).toBe(true));
    dataset.busy = {};
    give('2021-2021', [listed(2021, '90.00')]);
    await settled();
    expect(waiting.has('2021-2021')).toBe(false);
    dataset.busy = null;
    await vi.waitFor(() => expect(waiting.has('2021-2021')).toBe(true));
  });
});

describe('a unit', () => {
  it('has no findings to tell of where the checks failed', async () => {
    const shown = await within(() => useUnit(() => 'A'));
    answerAll();
    expect(shown.page.value?.findings).toEqual([]);
    held(findingsSql).error.value = new Error('x');
    expect(shown.page.value?.findings).toBeNull();
  });

  it('is shown where it has a category and no year with data', async () => {
    Object.assign(filters, { yearFrom: null, yearTo: null });
    const shown = await within(() => useUnit(() => 'A'));
    for (const sql of queries.keys()) if (sql !== peersSql) answer(sql);
    answer(identitySql, [{ unit_code: 'A', unit_name: '甲局', unit_category: '类' }]);
    expect([shown.page.value?.unit?.unit_name, shown.page.value?.year]).toEqual(['甲局', null]);
    Object.assign(filters, { yearFrom: 2020, yearTo: 2020 });
  });

  it('is saved with the year, rule set and code that it was asked for', async () => {
    await show(UnitView, '/unit/A');
    answerAll();
    answer(identitySql, [
      { unit_code: 'A', unit_name: '甲局', unit_category: null, staff_quota: null, staff_actual: null },
    ]);
    await nextTick();
    const scored = computing(dataset.ensureScores);
    dataset.query.mockResolvedValue([]);
    const saving = load();
    ask(2021, 'other');
    await router.push('/unit/B');
    scored();
    expect((await saving).fileName).toBe('单位_甲局_2020_甲套.csv');
    expect(dataset.ensureScores.mock.calls).toEqual([['national-2020']]);
    expect(dataset.query.mock.calls[0]?.[1]).toEqual([2020, 2020, null, null, null, 'national-2020', 'A']);
  });
});

describe('the checks', () => {
  it('save the findings that were asked for, under their own name', async () => {
    document.body.innerHTML = '<div id="bar-export"></div>';
    await show(ChecksView, '/checks');
    answerAll();
    await nextTick();
    const found = computing(dataset.ensureFindings);
    dataset.query.mockResolvedValue([]);
    const saving = load();
    ask(2021, 'other');
    found();
    expect((await saving).fileName).toBe('核查_2020_甲套.csv');
    expect(dataset.ensureFindings.mock.calls).toEqual([['national-2020']]);
    expect(dataset.query.mock.calls[0]?.[1]).toEqual([2020, 2020, null, null, null, 'national-2020']);
  });

  it('let go of a failure with the region that it was asked for', async () => {
    const shown = await within(useChecks);
    filters.region = '甲区';
    answerAll();
    fail(regionsSql);
    expect(shown.regionsError?.message).toBe('broken');
    // The findings themselves are there.
    expect(shown.error).toBeNull();
    filters.region = null;
    expect(shown.regionsError).toBeNull();
  });

  it('mark the counts of the other regions until they are of the same question', async () => {
    const shown = await within(useChecks);
    filters.region = '甲区';
    filters.params = [2020, 2020, '甲区', null, null, 'national-2020'];
    answer(checksSql);
    answer(regionsSql, [{ region: '甲区', findings: 3 }]);
    expect([shown.regions.length, shown.regionsStale]).toEqual([1, false]);
    filters.params = [2020, 2020, '甲区', null, null, 'other'];
    answer(checksSql);
    expect([shown.regions.length, shown.regionsStale]).toEqual([1, true]);
    answer(regionsSql, [{ region: '甲区', findings: 4 }]);
    expect(shown.regionsStale).toBe(false);
    dataset.revision += 1;
    answer(checksSql);
    expect(shown.regionsStale).toBe(true);
    filters.region = null;
  });
});

describe('the three public expenses', () => {
  it('wait for nothing that is not asked', async () => {
    const shown = await within(useThreePublic);
    answer(YEARS_QUERY);
    expect(shown.stale).toBe(true);
    fail(UNITS_QUERY);
    expect([shown.stale, shown.error?.message]).toEqual([false, 'broken']);
    answer(UNITS_QUERY);
    expect(shown.stale).toBe(true);
    fail(SERIES_QUERY);
    expect(shown.stale).toBe(false);
    answer(SERIES_QUERY);
    expect(shown.stale).toBe(true);
    answer(BASE_YEAR_QUERY);
    expect([shown.stale, shown.error]).toEqual([false, null]);
  });

  it('is shown where nobody is in the chosen scope', async () => {
    const shown = await within(useThreePublic);
    answer(YEARS_QUERY, [{ fiscal_year: 2020, item: 'three_public.total', actual_count: 1, budget_count: 1 }]);
    expect(shown.loaded).toBe(false);
    answer(UNITS_QUERY, [{ unit_code: 'A', actual: null }]);
    answer(SERIES_QUERY);
    expect([shown.loaded, shown.multiples.length]).toEqual([true, 0]);
  });
});
