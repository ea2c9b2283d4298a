/** Rows of a list in the rule set being edited: read, add, take out. */
import { computed } from 'vue';
import { useEditor } from './editor';
import type { Json } from './paths';

export function useRows(path: string) {
  const editor = useEditor();
  const rows = computed<readonly Json[]>(() => {
    const found = editor.value(path);
    return Array.isArray(found) ? (found as readonly Json[]) : [];
  });
  return {
    rows,
    insert: (at: number, row: Json): void => {
      editor.set(path, [...rows.value.slice(0, at), row, ...rows.value.slice(at)]);
    },
    remove: (at: number): void => {
      editor.set(
        path,
        rows.value.filter((_, index) => index !== at),
      );
    },
  };
}
