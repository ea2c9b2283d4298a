/** Mounts a component with the app's own words, store and router. For tests under happy-dom. */
import { createPinia } from 'pinia';
import { createApp, h, nextTick, type Component, type VNode } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { i18n } from '@/locales';

export interface Mounted {
  readonly root: HTMLElement;
  find<E extends HTMLElement = HTMLElement>(selector: string): E;
  all(selector: string): HTMLElement[];
  unmount(): void;
}

type Slots = Record<string, (props: Record<string, unknown>) => VNode | VNode[] | string>;

/** Generic components are functions to TypeScript, hence the second form. */
type Mountable = Component | ((...args: never[]) => unknown);

export async function mount(
  component: Mountable,
  props: Record<string, unknown> = {},
  slots: Slots = {},
): Promise<Mounted> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
  });
  const app = createApp({ render: () => h(component as Component, props, slots) });
  app.config.warnHandler = (message) => {
    throw new Error(`Vue warns: ${message}`);
  };
  app.use(createPinia()).use(router).use(i18n);
  const root = document.createElement('div');
  document.body.append(root);
  app.mount(root);
  await nextTick();
  return {
    root,
    find: <E extends HTMLElement>(selector: string) => {
      const found = root.querySelector<E>(selector);
      if (!found) throw new Error(`no ${selector} in ${root.innerHTML}`);
      return found;
    },
    all: (selector) => [...root.querySelectorAll<HTMLElement>(selector)],
    unmount: () => {
      app.unmount();
      root.remove();
    },
  };
}

export async function press(target: Element, key: string, init: KeyboardEventInit = {}): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  // Rows of a long table come with the next frame.
  await new Promise((resolve) => setTimeout(resolve, 40));
}
