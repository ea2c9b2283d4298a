/** The columns of the three-public view, in the order in which its CSV promises them. */
import type { ColumnSpec } from '@/domain/columns';

export const THREE_PUBLIC_COLUMNS: readonly ColumnSpec[] = [
  { key: 'fiscal_year', label: '年度', labelEn: 'Year', kind: 'integer' },
  { key: 'unit_code', label: '单位编码', labelEn: 'Unit code', kind: 'text' },
  { key: 'unit_name', label: '单位名称', labelEn: 'Unit', kind: 'text' },
  { key: 'item_name', label: '科目', labelEn: 'Item', kind: 'text' },
  { key: 'budget', label: '预算(万元)', labelEn: 'Budget (CNY 10k)', kind: 'exact' },
  { key: 'actual', label: '决算(万元)', labelEn: 'Actual (CNY 10k)', kind: 'exact' },
  { key: 'control_rate', label: '控制率(%)', labelEn: 'Control rate (%)', kind: 'rate' },
  { key: 'change_rate', label: '决算同比(%)', labelEn: 'Change on last year (%)', kind: 'rate' },
  { key: 'base_word', label: '口径', labelEn: 'Base', kind: 'text' },
  { key: 'origin', label: '来源', labelEn: 'Origin', kind: 'text' },
];
