/** The columns of the budget execution view, in the order in which its CSV promises them. */
import type { ColumnSpec } from '@/domain/columns';

export const EXECUTION_COLUMNS: readonly ColumnSpec[] = [
  { key: 'fiscal_year', label: '年度', labelEn: 'Year', kind: 'integer' },
  { key: 'unit_code', label: '单位编码', labelEn: 'Unit code', kind: 'text' },
  { key: 'unit_name', label: '单位名称', labelEn: 'Unit', kind: 'text' },
  { key: 'item_name', label: '科目', labelEn: 'Item', kind: 'text' },
  { key: 'initial_budget', label: '年初预算(万元)', labelEn: 'Initial budget (CNY 10k)', kind: 'exact' },
  { key: 'adjusted_budget', label: '调整预算(万元)', labelEn: 'Adjusted budget (CNY 10k)', kind: 'exact' },
  { key: 'actual', label: '决算(万元)', labelEn: 'Actual (CNY 10k)', kind: 'exact' },
  { key: 'difference', label: '差额(万元)', labelEn: 'Difference (CNY 10k)', kind: 'exact' },
  { key: 'rate', label: '执行率(%)', labelEn: 'Execution rate (%)', kind: 'rate' },
  { key: 'base_word', label: '口径', labelEn: 'Base', kind: 'text' },
  { key: 'origin', label: '来源', labelEn: 'Origin', kind: 'text' },
];
