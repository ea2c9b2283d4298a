/**
 * Whether anything is being loaded or computed, for the `ready` mark. Idle counts only after it has lasted a moment:
 * between the end of one step and the start of the next that follows from it lies a tick in which nothing runs.
 */
import { defineStore } from 'pinia';
import { ref, watch } from 'vue';

const SETTLE_MS = 80;

export const usePending = defineStore('pending', () => {
  const count = ref(0);
  const ready = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(
    count,
    (running) => {
      clearTimeout(timer);
      if (running > 0) ready.value = false;
      else timer = setTimeout(() => (ready.value = true), SETTLE_MS);
    },
    { immediate: true, flush: 'sync' },
  );

  /** Counts as busy until the returned function is called (once). */
  function begin(): () => void {
    count.value += 1;
    let ended = false;
    return () => {
      if (!ended) count.value -= 1;
      ended = true;
    };
  }

  async function during<T>(work: () => Promise<T>): Promise<T> {
    const end = begin();
    try {
      return await work();
    } finally {
      end();
    }
  }

  return { ready, begin, during };
});
