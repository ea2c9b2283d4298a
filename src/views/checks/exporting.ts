/** The list of findings as a file: the promised columns, then what has been said of each. */
import type { ColumnSpec } from '@/domain/columns';
import { CHECKS_COLUMNS } from './columns';
import { keyOf, type FindingRow } from './rows';

export interface Said {
  readonly reviewed: boolean;
  readonly note: string;
}

export const EXPORT_COLUMNS: readonly ColumnSpec[] = [
  ...CHECKS_COLUMNS,
  { key: 'review_state', label: '复核', labelEn: 'Review', kind: 'text' },
  { key: 'review_note', label: '备注', labelEn: 'Note', kind: 'text' },
];

export const exportRows = (rows: readonly FindingRow[], reviews: ReadonlyMap<string, Said>) =>
  rows.map((row) => {
    const said = reviews.size > 0 ? reviews.get(keyOf(row)) : undefined;
    return { ...row, review_state: said?.reviewed === true ? '已复核' : '待复核', review_note: said?.note ?? '' };
  });
