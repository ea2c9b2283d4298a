/** A table's order: the one it is given, or what its heads are pressed for. */
import { computed, ref, watch } from 'vue';
import { isFigure, sortRows, type TableColumn, type TableRow, type TableSort } from './table';

interface Sortable<R extends TableRow> {
  readonly columns: readonly TableColumn<R>[];
  readonly rows: readonly R[];
  readonly sort: TableSort | null;
  /** Whether columns that say nothing of their own can be sorted by. */
  readonly sortable: boolean;
}

export function useTableSort<R extends TableRow>(props: Sortable<R>, onSort: (sort: TableSort | null) => void) {
  const sorting = ref<TableSort | null>(props.sort);
  watch(
    () => props.sort,
    (sort) => {
      sorting.value = sort;
    },
  );
  const sorted = computed(() => {
    const sort = sorting.value;
    if (!sort) return props.rows;
    return sortRows(
      props.rows,
      props.columns.find((column) => column.key === sort.key),
      sort.direction,
    );
  });
  const maySort = (column: TableColumn<R>): boolean => column.sortable ?? props.sortable;

  /** Figures go down first (the largest is the news), text up first; the third press gives the order back. */
  function turn(column: TableColumn<R>): void {
    const first = column.firstSort ?? (isFigure(column) ? 'down' : 'up');
    const current = sorting.value?.key === column.key ? sorting.value.direction : null;
    if (current === null) sorting.value = { key: column.key, direction: first };
    else if (current === first) sorting.value = { key: column.key, direction: first === 'up' ? 'down' : 'up' };
    else sorting.value = null;
    onSort(sorting.value);
  }

  return { sorting, sorted, maySort, turn };
}
