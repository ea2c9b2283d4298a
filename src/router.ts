/** Routes in the order of the work; the rail is built from `meta`. Hash routes: any static server serves them. */
import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the view's name in the locale, for routes that stand in the rail. */
    rail?: string;
    /** Which rail entry is current; default: the route's own. */
    railOf?: string;
    /** Whether the filter bar (years, region, category, search, rule set) is shown. */
    filters: boolean;
  }
}

export const ROUTES: readonly RouteRecordRaw[] = [
  {
    path: '/data',
    name: 'data',
    component: () => import('@/views/data/DataView.vue'),
    meta: { rail: 'data', filters: false },
  },
  {
    path: '/overview',
    name: 'overview',
    component: () => import('@/views/overview/OverviewView.vue'),
    meta: { rail: 'overview', filters: true },
  },
  {
    path: '/rankings',
    name: 'rankings',
    component: () => import('@/views/rankings/RankingsView.vue'),
    meta: { rail: 'rankings', filters: true },
  },
  {
    path: '/execution',
    name: 'execution',
    component: () => import('@/views/execution/ExecutionView.vue'),
    meta: { rail: 'execution', filters: true },
  },
  {
    path: '/three-public',
    name: 'three-public',
    component: () => import('@/views/three-public/ThreePublicView.vue'),
    meta: { rail: 'threePublic', filters: true },
  },
  {
    path: '/checks',
    name: 'checks',
    component: () => import('@/views/checks/ChecksView.vue'),
    meta: { rail: 'checks', filters: true },
  },
  {
    path: '/rules',
    name: 'rules',
    component: () => import('@/views/rules/RulesView.vue'),
    meta: { rail: 'rules', filters: true },
  },
  {
    path: '/units/:code',
    name: 'unit',
    component: () => import('@/views/unit/UnitView.vue'),
    meta: { railOf: 'rankings', filters: true },
  },
  { path: '/:rest(.*)*', redirect: '/data' },
];

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [...ROUTES],
  // Back returns with the scroll as it was; a changed filter on the same view stays where it is.
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

/** A view that is still being fetched counts as busy. */
export function countNavigations(begin: () => () => void): void {
  let end: (() => void) | null = null;
  router.beforeEach(() => {
    end?.();
    end = begin();
  });
  router.afterEach(() => {
    end?.();
    end = null;
  });
  router.onError(() => {
    end?.();
    end = null;
  });
}

/**
 * The router listens to the address once its first view is there, and then sets the address back to that view: what was
 * typed while the first view was still being fetched is followed as soon as it is there.
 */
export function followEarlyAddress(): void {
  let wanted: string | null = null;
  const note = (): void => {
    wanted = window.location.hash.slice(1);
  };
  window.addEventListener('hashchange', note);
  const follow = (): void => {
    window.removeEventListener('hashchange', note);
    if (wanted !== null) void router.replace(wanted);
  };
  router.isReady().then(follow, follow);
}

/**
 * Fetches the code of all views, one after the other, while nothing else goes on: so that the first click on any of them
 * waits for none. What cannot be fetched now is fetched when it is asked for.
 */
export async function fetchViews(): Promise<void> {
  for (const { component } of ROUTES) {
    await new Promise((resolve) => requestIdleCallback(resolve));
    if (typeof component === 'function') await (component as () => Promise<unknown>)().catch(() => undefined);
  }
}
