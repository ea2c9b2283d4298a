/**
 * Units that the reader points at, and the next ones in the list while nothing goes on, are asked for before they are
 * opened: their pages then wait for no answer.
 */
import { useEventListener } from '@vueuse/core';
import { watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { inTurn } from '@/composables/turns';
import { useFilters } from '@/stores/filters';
import { usePending } from '@/stores/pending';

type When = 'now' | 'later';

/** The questions are no part of what is fetched before the first paint. */
async function ask(code: string, wanted: () => boolean, when: When): Promise<void> {
  const { askUnit } = await import('./askUnit');
  await inTurn(() => askUnit(code, wanted, when === 'now'), when);
}

/** Pointing for so long is no passing by. */
const POINTING_MS = 30;
/** Nothing has gone on for so long. */
const IDLE_MS = 250;
/** About as many as a screen of rows. */
const MOST_UNITS = 40;

/** On screen, or below: lists stand under their figures. */
const isAhead = (element: Element): boolean => element.getBoundingClientRect().bottom >= 0;

export function useUnitsAhead(): void {
  const route = useRoute();
  const router = useRouter();
  const filters = useFilters();
  const pending = usePending();

  /** The unit that a link leads to, if it is seen there as it would be from here: under the same filters. */
  function unitOf(link: Element | null | undefined): string | null {
    const href = link?.getAttribute('href');
    if (!href?.startsWith('#/units/')) return null;
    const code = router.resolve(href.slice(1)).params.code;
    if (typeof code !== 'string') return null;
    return router.resolve({ name: 'unit', params: { code }, query: filters.shared }).href === href ? code : null;
  }

  let pointed: string | null = null;
  /** Those pointed at, one after the other: they go before the others. */
  let pointing: Promise<void> = Promise.resolve();
  let waiting = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function askPointed(code: string): void {
    const isPointed = (): boolean => pointed === code;
    waiting += 1;
    pointing = pointing
      .then(() => (isPointed() ? ask(code, isPointed, 'now') : undefined))
      .catch(() => undefined)
      .finally(() => (waiting -= 1));
  }
  useEventListener(document, ['pointerover', 'focusin'], ({ target }) => {
    const code = target instanceof Element ? unitOf(target.closest('a')) : null;
    if (code === pointed) return;
    pointed = code;
    clearTimeout(timer);
    if (code !== null) timer = setTimeout(askPointed, POINTING_MS, code);
  });

  /** One after the other, the uppermost first, while nobody asks for anything else. */
  async function askForShown(isIdle: () => boolean): Promise<void> {
    const shown = [...document.querySelectorAll('main a[href^="#/units/"]')].filter(isAhead);
    const codes = new Set(shown.map(unitOf).filter((code) => code !== null));
    for (const code of [...codes].slice(0, MOST_UNITS)) {
      await pointing;
      if (!isIdle()) return;
      await ask(code, () => isIdle() && waiting === 0, 'later');
    }
  }
  watch(
    () => [pending.ready, route.fullPath] as const,
    ([isReady], _before, onCleanup) => {
      if (!isReady) return;
      let isIdle = true;
      const start = (): void => void askForShown(() => isIdle && !document.hidden).catch(() => undefined);
      const idle = setTimeout(start, IDLE_MS);
      onCleanup(() => {
        isIdle = false;
        clearTimeout(idle);
      });
    },
    { immediate: true },
  );
}
