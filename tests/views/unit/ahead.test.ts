// @vitest-environment happy-dom
/** A unit that has been asked for ahead is on its page at once: the page puts no question of its own. */
import { createPinia, setActivePinia } from 'pinia';
import { createApp, effectScope, h, nextTick, reactive, type EffectScope } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Row, SqlValue } from '@/database/engine';
import { RULE_SETS } from '@/rules/ruleSet';
import identitySql from '@/views/unit/identity.sql?raw';
import yearsSql from '@/views/unit/years.sql?raw';

const RULES = 'national-2020';
const query = vi.fn<(sql: string, values: readonly SqlValue[]) => Promise<readonly Row[]>>();
const dataset = reactive({
  state: 'ready',
  revision: 1,
  busy: null as object | null,
  scored: new Set([RULES]),
  found: new Set([RULES]),
  ruleSets: RULE_SETS,
  query,
});
const filters = reactive({
  ruleSetId: RULES,
  yearFrom: 2020,
  yearTo: 2021,
  params: [2020, 2021, null, null, null, RULES],
  shared: { year: '2020-2021' },
});
vi.mock('@/stores/dataset', () => ({ useDataset: () => dataset }));
vi.mock('@/stores/filters', () => ({ useFilters: () => filters }));

// Test files share their modules: these are to know the dataset above, and those of other files theirs.
async function modules() {
  vi.resetModules();
  return {
    ...(await import('@/stores/pending')),
    ...(await import('@/views/unit/askUnit')),
    ...(await import('@/views/unit/useUnit')),
    ...(await import('@/views/unit/useUnitsAhead')),
  };
}
let app: Awaited<ReturnType<typeof modules>>;
beforeAll(async () => {
  app = await modules();
});
afterAll(() => {
  vi.resetModules();
});

function answer(sql: string, [code]: readonly SqlValue[]): readonly Row[] {
  if (sql === yearsSql) return [2019, 2020].map((fiscal_year) => ({ fiscal_year }));
  if (sql === identitySql) return [{ unit_code: code ?? null, unit_name: 'x', unit_category: '教育' }];
  return [];
}
const asked = (): readonly SqlValue[][] => query.mock.calls.map(([, values]) => [...values]);

let scope: EffectScope;
beforeEach(() => {
  setActivePinia(createPinia());
  scope = effectScope();
  query.mockReset();
  query.mockImplementation((sql, values) => Promise.resolve(answer(sql, values)));
  // Answers of another test are about other data.
  dataset.revision += 1;
  dataset.busy = null;
  dataset.found = new Set([RULES]);
});
afterEach(() => {
  scope.stop();
});

describe('a unit asked for ahead', () => {
  it('is on its page at once, in the year in view and with its peers and findings', async () => {
    await app.askUnit('A', () => true);
    const before = asked().length;
    const unit = scope.run(() => app.useUnit(() => 'A'));
    expect(unit?.page.value).toMatchObject({ code: 'A', year: 2020, unit: { unit_category: '教育' }, findings: [] });
    expect(unit?.stale.value).toBe(false);
    await nextTick();
    expect(asked().length).toBe(before);
    expect(asked()).toContainEqual([2020, '教育', RULES]);
  });

  it('is asked for no further once it is wanted no more, or the data are being changed', async () => {
    await app.askUnit('B', () => query.mock.calls.length < 3);
    expect(query).toHaveBeenCalledTimes(3);
    query.mockClear();
    dataset.busy = {};
    await app.askUnit('C', () => true);
    expect(query).not.toHaveBeenCalled();
  });

  it('is not asked for again where it was not wanted for a moment: what was left out would be taken for empty', async () => {
    let times = 0;
    await app.askUnit('N', () => (times += 1) !== 2);
    expect(asked()).toEqual([['N', RULES]]);
  });

  it('is not asked for twice where its page is opened meanwhile', async () => {
    query.mockImplementation(async (sql, values) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return answer(sql, values);
    });
    const ahead = app.askUnit('M', () => true);
    await vi.waitFor(() => expect(query).toHaveBeenCalledTimes(1), { interval: 1 });
    const unit = scope.run(() => app.useUnit(() => 'M'));
    await ahead;
    await vi.waitFor(() => expect(unit?.stale.value).toBe(false));
    const put = query.mock.calls.map((call) => JSON.stringify(call));
    expect(put.length).toBe(new Set(put).size);
  });

  it('has no findings computed for its sake', async () => {
    dataset.found = new Set();
    await app.askUnit('D', () => true);
    expect(query.mock.calls.filter(([sql]) => /\bFROM finding\b/.test(sql))).toEqual([]);
  });
});

describe('who is asked for ahead', () => {
  let router: Router;
  let unmount: () => void;
  const link = (code: string, query_ = 'year=2020-2021'): string => `<a href="#/units/${code}?${query_}">${code}</a>`;

  async function open(links: string): Promise<void> {
    document.body.innerHTML = `<main>${links}</main><div id="app"></div>`;
    router = createRouter({
      // As in the app: an address after the hash.
      history: createMemoryHistory('#'),
      routes: [
        { path: '/', component: { render: () => h('i') } },
        { path: '/units/:code', name: 'unit', component: { render: () => h('i') } },
      ],
    });
    const page = createApp({
      setup: () => {
        app.useUnitsAhead();
        return () => h('i');
      },
    });
    const pinia = createPinia();
    setActivePinia(pinia);
    page.use(pinia).use(router);
    await router.push('/');
    page.mount('#app');
    unmount = () => page.unmount();
  }
  const codes = (): Set<unknown> =>
    new Set(query.mock.calls.filter(([sql]) => sql === yearsSql).map(([, [code]]) => code));
  const point = (at: number): void => {
    document.querySelectorAll('main a')[at]?.dispatchEvent(new Event('pointerover', { bubbles: true }));
  };
  afterEach(() => {
    unmount();
  });

  it('is who is pointed at, where the link shows the unit under the filters in view', async () => {
    await open(link('E') + link('F', 'year=2019') + '<a href="#/rules">rules</a>');
    app.usePending().begin();
    for (const [at, who] of [
      [1, []],
      [2, []],
      [0, ['E']],
    ] as const) {
      point(at);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect([...codes()]).toEqual(who);
    }
  });

  it('is who is pointed at before the others in the list', async () => {
    await open(['J', 'K', 'L'].map((code) => link(code)).join(''));
    const held = new Map<unknown, () => void>();
    query.mockImplementation(async (sql, values) => {
      if (sql === yearsSql) await new Promise<void>((resolve) => held.set(values[0], resolve));
      return answer(sql, values);
    });
    await vi.waitFor(() => expect([...codes()]).toEqual(['J']), 3000);
    point(2);
    await vi.waitFor(() => expect([...codes()]).toEqual(['J', 'L']));
    held.get('J')?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    // Of J no more than what was on its way, and nothing of K: L was not to wait for them.
    expect(asked().map(([code]) => code)).toEqual(['J', 'L']);
    held.get('L')?.();
    await vi.waitFor(() => expect([...codes()]).toEqual(['J', 'L', 'K']), 3000);
    held.get('K')?.();
  });

  it('is who stands in the list while nothing goes on, and nobody any more once something does', async () => {
    await open(['G', 'H', 'I'].map((code) => link(code)).join(''));
    let end: (() => void) | null = null;
    query.mockImplementation((sql, values) => {
      if (values[0] === 'H') end ??= app.usePending().begin();
      return Promise.resolve(answer(sql, values));
    });
    await vi.waitFor(() => expect(codes()).toEqual(new Set(['G', 'H'])), 3000);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(codes()).toEqual(new Set(['G', 'H']));
    (end as (() => void) | null)?.();
    await vi.waitFor(() => expect(codes()).toEqual(new Set(['G', 'H', 'I'])), 3000);
  });
});
