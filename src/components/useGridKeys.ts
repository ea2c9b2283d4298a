/**
 * Keys of a grid: one cell takes part in Tab; arrows, Home, End, Page Up and Down move from cell to cell;
 * Enter opens, Space selects. A cell that holds one link or button hands the focus to it.
 */
import { nextTick, ref, type ShallowRef } from 'vue';

interface GridKeys {
  readonly rowCount: () => number;
  readonly columnCount: () => number;
  readonly bringIntoView: (row: number) => Promise<void>;
  readonly open: (row: number) => void;
  readonly select: (row: number) => void;
}

/** The head is row −1. */
interface Place {
  readonly row: number;
  readonly column: number;
}

const PAGE = 15;

export function useGridKeys(root: Readonly<ShallowRef<HTMLElement | null>>, grid: GridKeys) {
  const current = ref<Place>({ row: 0, column: 0 });

  const tabindex = (row: number, column: number): 0 | -1 =>
    row === current.value.row && column === current.value.column ? 0 : -1;

  /** Column of the row's cell that takes part in Tab, if one does: a row is drawn anew only when this changes for it. */
  const stopIn = (row: number): number | null => (row === current.value.row ? current.value.column : null);

  const cellAt = ({ row, column }: Place): HTMLElement | null =>
    root.value?.querySelector<HTMLElement>(`[data-row="${String(row)}"][data-column="${String(column)}"]`) ?? null;

  async function go(place: Place): Promise<void> {
    const row = Math.max(-1, Math.min(grid.rowCount() - 1, place.row));
    const column = Math.max(0, Math.min(grid.columnCount() - 1, place.column));
    current.value = { row, column };
    await grid.bringIntoView(row);
    await nextTick();
    const cell = cellAt(current.value);
    if (!cell) return;
    const inner = cell.querySelectorAll<HTMLElement>('a[href], button, input, select');
    const target = inner.length === 1 ? inner[0] : cell;
    if (target === cell && !cell.hasAttribute('tabindex')) cell.tabIndex = -1;
    target?.focus();
  }

  function step(event: KeyboardEvent): Place | null {
    const { row, column } = current.value;
    const whole = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowLeft':
        return { row, column: column - 1 };
      case 'ArrowRight':
        return { row, column: column + 1 };
      case 'PageUp':
        return { row: Math.max(0, row - PAGE), column };
      case 'PageDown':
        return { row: row + PAGE, column };
      case 'Home':
        return { row: whole ? 0 : row, column: 0 };
      case 'End':
        return { row: whole ? grid.rowCount() - 1 : row, column: grid.columnCount() - 1 };
      default:
        return null;
    }
  }

  function onKeydown(event: KeyboardEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    // Fields inside a cell keep their own keys; so does an open detail row.
    if (target?.closest('input, select, textarea') || !target?.closest('[data-row]')) return;
    const place = step(event);
    if (place) {
      event.preventDefault();
      void go(place);
      return;
    }
    if (target.closest('a, button') || current.value.row < 0) return;
    if (event.key === 'Enter') grid.open(current.value.row);
    else if (event.key === ' ') grid.select(current.value.row);
    else return;
    event.preventDefault();
  }

  /** A click or Tab into a cell makes it the current one. */
  function onFocusin(event: FocusEvent): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (!cell) return;
    current.value = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
  }

  return { tabindex, stopIn, onKeydown, onFocusin };
}
