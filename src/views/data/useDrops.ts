/** Files may be dropped anywhere on the page; `dragenter` and `dragleave` also come from its parts. */
import { useEventListener } from '@vueuse/core';
import { computed, ref } from 'vue';
import { droppedEntries, type Dropped } from './droppedEntries';

export function useDrops(take: (dropped: () => Promise<readonly Dropped[]>) => void) {
  const depth = ref(0);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

  useEventListener(window, 'dragenter', (event) => {
    if (hasFiles(event)) depth.value += 1;
  });
  useEventListener(window, 'dragleave', (event) => {
    if (hasFiles(event)) depth.value = Math.max(0, depth.value - 1);
  });
  useEventListener(window, 'dragover', (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  useEventListener(window, 'drop', (event) => {
    if (!hasFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    depth.value = 0;
    const entries = droppedEntries(event.dataTransfer);
    take(() => entries);
  });

  return { dragging: computed(() => depth.value > 0) };
}
