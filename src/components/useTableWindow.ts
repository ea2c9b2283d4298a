/** Which rows of a long table are in the page: those in sight and a few around them. */
import { useVirtualizer } from '@tanstack/vue-virtual';
import { computed, nextTick, type ComputedRef, type ShallowRef } from 'vue';

interface WindowSpec {
  readonly count: number;
  readonly enabled: boolean;
  readonly rowHeight: number;
}

export interface TableWindow {
  readonly indexes: ComputedRef<readonly number[]>;
  /** Height of what is left out above and below, px. */
  readonly before: ComputedRef<number>;
  readonly after: ComputedRef<number>;
  bringIntoView(index: number): Promise<void>;
}

/** Room that the sticky head takes. */
const HEAD = 29;

export function useTableWindow(root: Readonly<ShallowRef<HTMLElement | null>>, spec: () => WindowSpec): TableWindow {
  const virtualizer = useVirtualizer(
    computed(() => {
      const { count, enabled, rowHeight } = spec();
      return {
        count: enabled ? count : 0,
        getScrollElement: () => root.value,
        estimateSize: () => rowHeight,
        overscan: 12,
        scrollPaddingStart: HEAD,
        scrollPaddingEnd: rowHeight,
      };
    }),
  );
  const items = computed(() => virtualizer.value.getVirtualItems());
  return {
    indexes: computed(() => items.value.map((item) => item.index)),
    before: computed(() => items.value[0]?.start ?? 0),
    after: computed(() => Math.max(0, virtualizer.value.getTotalSize() - (items.value.at(-1)?.end ?? 0))),
    async bringIntoView(index) {
      if (!spec().enabled || index < 0) return;
      virtualizer.value.scrollToIndex(index, { align: 'auto' });
      await nextTick();
      // The scroll event that changes the rows comes with the next frame.
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          resolve();
        }),
      );
      await nextTick();
    },
  };
}
