import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { expect, it } from 'vitest';
import { asShown, useFilters } from '@/stores/filters';

it('finds a region by any spelling that differs by width, brackets or blanks only', () => {
  const shown = ['璧山（区）', '铜梁 区', 'Ａ区'];
  expect(asShown('璧山(区)', shown)).toBe('璧山（区）');
  expect(asShown(' 璧山 ［区］', shown)).toBe('璧山（区）');
  expect(asShown('铜梁区', shown)).toBe('铜梁 区');
  expect(asShown('A区', shown)).toBe('Ａ区');
  // None of these: no unit is in view, rather than all.
  expect(asShown('铜梁', shown)).toBe('铜梁');
  expect(asShown(null, shown)).toBeNull();
});

it('passes what the address names to every query', async () => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
  });
  const app = createApp({ render: () => null });
  app.use(createPinia()).use(router);
  await router.push('/rankings?year=2019-2021&region=%E7%94%B2&q=%20x%20');
  const filters = app.runWithContext(() => useFilters());
  expect(filters.params).toEqual([2019, 2021, '甲', null, 'x', 'national-2020']);
});
