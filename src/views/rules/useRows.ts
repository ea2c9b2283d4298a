/** Rows of a list in the rule set being edited: read, add, take out, move. The focus goes along. */
import { computed, nextTick } from 'vue';
import { useEditor } from './editor';
import type { Json } from './paths';
import { swapped } from './steps';

/** The first field of a place in the form; in its absence the button that adds to the list. */
async function focusAt(path: string, list: string): Promise<void> {
  await nextTick();
  const field = document.querySelector<HTMLElement>(`[data-path="${path}"], [data-path^="${path}."]`);
  (field ?? document.querySelector<HTMLElement>(`[data-add="${list}"]`))?.focus();
}

export function useRows(path: () => string) {
  const editor = useEditor();
  const rows = computed<readonly Json[]>(() => {
    const found = editor.value(path());
    return Array.isArray(found) ? (found as readonly Json[]) : [];
  });

  function insert(at: number, row: Json): void {
    editor.set(path(), [...rows.value.slice(0, at), row, ...rows.value.slice(at)]);
    void focusAt(`${path()}.${String(at)}`, path());
  }
  function remove(at: number): void {
    editor.set(
      path(),
      rows.value.filter((_, index) => index !== at),
    );
    void focusAt(`${path()}.${String(Math.min(at, rows.value.length - 1))}`, path());
  }
  function move(at: number, by: -1 | 1): void {
    editor.set(path(), swapped(rows.value, at, at + by));
    void focusAt(`${path()}.${String(at + by)}`, path());
  }
  return { rows, insert, remove, move };
}
