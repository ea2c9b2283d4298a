/**
 * One row of a DataTable: figures on their points, links, texts; own content by slot. Cells are plain nodes, no components of
 * their own: a long table has a thousand of them in the page, and they are set anew with every filter.
 */
import { defineComponent, h, type PropType, type Slots, type VNode } from 'vue';
import { useI18n } from 'vue-i18n';
import { figureParts, figureText, hasFigure, type FigureOptions } from './figure';
import { isFigure, leastPlaces, type TableColumn, type TableRow } from './table';

/** A column with what is the same for all of its cells. */
interface Look {
  readonly column: TableColumn;
  readonly isFigure: boolean;
  readonly className: string;
  readonly format: FigureOptions;
}

const looks = new WeakMap<TableColumn, Look>();

function lookOf(column: TableColumn): Look {
  const known = looks.get(column);
  if (known) return known;
  const figure = isFigure(column);
  const classes = {
    n: figure || column.align === 'end',
    c: column.align === 'center',
    cut: column.cut === true,
    strong: column.tone === 'strong',
    mut: column.tone === 'muted',
  };
  const made: Look = {
    column,
    isFigure: figure,
    className: Object.entries(classes)
      .filter(([, on]) => on)
      .map(([name]) => name)
      .join(' '),
    format: {
      minPlaces: leastPlaces(column),
      signed: column.signed ?? false,
      grouped: column.grouped ?? true,
    },
  };
  looks.set(column, made);
  return made;
}

const none = (reason: string): VNode => h('span', { class: 'na', title: reason }, '—');

export default defineComponent({
  name: 'DataRow',
  props: {
    columns: { type: Array as PropType<readonly TableColumn[]>, required: true },
    row: { type: Object as PropType<TableRow>, required: true },
    /** Most decimals of each column, by its key. */
    places: { type: Object as PropType<ReadonlyMap<string, number>>, required: true },
    /** Place among all rows. */
    index: { type: Number, required: true },
    /** Column of the cell that takes part in Tab; null where it is in another row. */
    stop: { type: Number as PropType<number | null>, default: null },
    /** The table's slots: `cell-<key>` sets a column's content. */
    cells: { type: Object as PropType<Slots>, default: () => ({}) },
    /** A total line leaves cells without a value empty. */
    blank: { type: Boolean, default: false },
  },
  setup(props) {
    const { t } = useI18n();

    function content(
      { column, isFigure: figure, format }: Look,
      tabindex: number,
      link: string | null,
    ): VNode | string {
      const value = props.row[column.key];
      const instead = column.instead?.(props.row) ?? null;
      if (instead !== null) return h('span', { class: 'na' }, instead);
      if (!hasFigure(value)) {
        if (props.blank) return '';
        const missing = typeof column.missing === 'function' ? column.missing(props.row) : column.missing;
        return none(missing ?? t('shell.missing'));
      }
      if (link !== null) {
        const text = figure ? figureText(value, format) : String(value);
        return h('a', { class: 'u', href: link, tabindex }, text);
      }
      if (!figure) return String(value);
      const { text, ghost } = figureParts(value, { ...format, places: props.places.get(column.key) ?? 0 });
      return h('span', { class: 'num' }, [
        text,
        ghost ? h('span', { class: 'ghost', 'aria-hidden': 'true' }, ghost) : '',
      ]);
    }

    function cell(column: TableColumn, place: number): VNode {
      const look = lookOf(column);
      const value = props.row[column.key];
      const slot = props.blank ? undefined : props.cells[`cell-${column.key}`];
      const link = column.link?.(props.row) ?? null;
      const tabindex = props.stop === place ? 0 : -1;
      const text = hasFigure(value) ? (look.isFigure ? figureText(value, look.format) : String(value)) : '';
      return h(
        'td',
        {
          key: column.key,
          role: 'gridcell',
          class: look.className || undefined,
          title: column.cut && text ? text : undefined,
          'data-row': props.index,
          'data-column': place,
          tabindex: link !== null || slot ? undefined : tabindex,
        },
        slot ? slot({ row: props.row, value, text, tabindex }) : [content(look, tabindex, link)],
      );
    }

    return () => h('tr', props.columns.map(cell));
  },
});
