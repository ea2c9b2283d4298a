/** Whether an import stops to be looked at before it goes in, even where nothing must be asked. Kept in this browser. */
import { ref } from 'vue';

const STORE_KEY = 'jilan.lookFirst';

function stored(): boolean {
  try {
    return localStorage.getItem(STORE_KEY) === 'yes';
  } catch {
    return false; // Storage is shut: the choice then lasts as long as the page.
  }
}

export const lookFirst = ref(stored());

export function setLookFirst(on: boolean): void {
  lookFirst.value = on;
  try {
    localStorage.setItem(STORE_KEY, on ? 'yes' : 'no');
  } catch {
    // As above: nothing to do.
  }
}
