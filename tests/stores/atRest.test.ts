/** When the store takes its engine to be at rest (warming.ts): with nothing in the workspace, and nothing under way. */
import { createPinia, setActivePinia } from 'pinia';
import { expect, it, vi } from 'vitest';
import { useDataset } from '@/stores/dataset';
import { openMemoryWorkspace } from '@/workspace/memory';

const warming = vi.hoisted(() => ({ isEmpty: (): boolean => true, told: [] as boolean[] }));

vi.mock('@/stores/warming', () => ({
  useWarming: (_: unknown, isEmpty: () => boolean) => {
    warming.isEmpty = isEmpty;
    return { begin: () => undefined, end: () => Promise.resolve(void warming.told.push(isEmpty())) };
  },
}));
/** Nothing is in it, whatever is asked. */
const empty = { run: () => Promise.resolve(), query: () => Promise.resolve([]), close: () => Promise.resolve() };

vi.mock('@/stores/session', () => ({
  openEngine: () => Promise.resolve(empty),
  openSession: () => Promise.resolve({ engine: empty, importer: {}, workspace: openMemoryWorkspace() }),
}));

it('is not while it starts, nor while the tables are made anew, empty as they are', async () => {
  setActivePinia(createPinia());
  const dataset = useDataset();
  expect(warming.isEmpty()).toBe(false);
  await dataset.start();
  expect(dataset.state).toBe('empty');
  expect(warming.isEmpty()).toBe(true);
  warming.told.length = 0;
  await dataset.eraseAll();
  // Asked where a rehearsal under way is ended: none may begin from there on.
  expect(warming.told).toEqual([false]);
  expect(warming.isEmpty()).toBe(true);
});
