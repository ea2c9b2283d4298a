// @vitest-environment happy-dom
/** One question while the data change: what is told of the old rows until the new ones are there. */
import { createPinia, setActivePinia } from 'pinia';
import { effectScope, reactive, type EffectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useQuery } from '@/composables/useQuery';
import type { Row } from '@/database/engine';

const dataset = reactive({
  state: 'ready',
  revision: 1,
  busy: null,
  scored: new Set(['one']),
  query: vi.fn<() => Promise<readonly Row[]>>(),
});
vi.mock('@/stores/dataset', () => ({ useDataset: () => dataset }));
vi.mock('@/stores/filters', () => ({ useFilters: () => ({ ruleSetId: 'one', params: [] }) }));

let scope: EffectScope;
beforeEach(() => {
  setActivePinia(createPinia());
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.resetAllMocks();
});

/** The question, answered once. */
async function answered() {
  dataset.query.mockResolvedValue([{ n: dataset.revision }]);
  const state = scope.run(() => useQuery('SELECT n', () => []));
  if (!state) throw new Error('not asked');
  await vi.waitFor(() => expect(state.loaded.value).toBe(true));
  return state;
}

describe('a question', () => {
  it('tells of which data its rows are until those of the new data are there', async () => {
    const state = await answered();
    const before = dataset.revision;
    expect(state.revision.value).toBe(before);
    let give: (rows: readonly Row[]) => void = () => undefined;
    dataset.query.mockReturnValue(new Promise((resolve) => (give = resolve)));
    dataset.revision += 1;
    await vi.waitFor(() => expect(state.loading.value).toBe(true));
    expect([state.revision.value, state.rows.value]).toEqual([before, [{ n: before }]]);
    give([{ n: 'new' }]);
    await vi.waitFor(() => expect(state.revision.value).toBe(before + 1));
    expect(state.rows.value).toEqual([{ n: 'new' }]);
  });

  it('keeps waiting where it was given up for newer data, and tells of any other failure', async () => {
    dataset.revision += 1;
    const state = await answered();
    const asked = dataset.query.mock.calls.length;
    dataset.query.mockRejectedValue(new DOMException('the data have changed', 'AbortError'));
    dataset.revision += 1;
    await vi.waitFor(() => expect(dataset.query.mock.calls.length).toBe(asked + 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([state.error.value, state.loading.value, state.revision.value]).toEqual([null, true, dataset.revision - 1]);
    dataset.query.mockRejectedValue(new Error('x'));
    dataset.revision += 1;
    await vi.waitFor(() => expect(state.error.value?.message).toBe('x'));
    expect(state.revision.value).toBe(dataset.revision - 2);
  });
});
