/** What stands above each column of a previewed file. */
import { i18n } from '@/locales';
import type { ColumnProfile } from '@/stores/importTypes';
import { countText } from './count';
import type { FileForm } from './fileForm';
import { looksNumeric } from './questions';

export interface ColumnHead {
  readonly index: number;
  readonly title: string;
  readonly became: string | null;
  /** What it holds, in a few words. */
  readonly holds: string;
  readonly right: boolean;
}

function holds(column: ColumnProfile): string {
  const { t } = i18n.global;
  if (column.filled === 0) return t('reading.nothing');
  const span =
    column.look === 'none'
      ? t(column.distinctCapped ? 'reading.kindsMore' : 'reading.kinds', { n: countText(column.distinct) })
      : t('reading.span', { lowest: column.lowest ?? '', highest: column.highest ?? '' });
  return column.empties > 0 ? `${span}，${t('reading.empties', { n: countText(column.empties) })}` : span;
}

/** A refused file has no columns but those of its widest row. */
export function columnHeads({ summary, firstRows }: FileForm): ColumnHead[] {
  const rows = firstRows.filter((row) => row.role !== 'above' && row.role !== 'header');
  const isNumeric = (index: number): boolean => looksNumeric(rows.map((row) => row.cells[index]?.text ?? ''));
  if (!summary) {
    const width = firstRows.reduce((most, row) => Math.max(most, row.cells.length), 0);
    return Array.from({ length: width }, (_, index) => ({ index, title: '', became: null, holds: '', right: false }));
  }
  return summary.columns.map((column) => ({
    index: column.index,
    title: column.title,
    became: column.became,
    holds: column.title === '' && column.filled === 0 ? '' : holds(column),
    // Codes are no figures, though they are of digits.
    right: isNumeric(column.index) && !(column.became ?? '').includes('编码'),
  }));
}
