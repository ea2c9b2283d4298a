/** The key figures year by year, as the overview's CSV has them. */
import type { ColumnSpec } from '@/domain/columns';

export const OVERVIEW_COLUMNS: readonly ColumnSpec[] = [
  { key: 'fiscal_year', label: '年度', labelEn: 'Year', kind: 'integer' },
  { key: 'units', label: '单位数', labelEn: 'Units', kind: 'integer' },
  { key: 'evaluated_units', label: '有绩效自评的单位数', labelEn: 'Units with self-evaluation', kind: 'integer' },
  { key: 'expenditure', label: '决算支出(万元)', labelEn: 'Actual expenditure (CNY 10k)', kind: 'exact' },
  { key: 'execution_rate', label: '预算执行率(%)', labelEn: 'Execution rate (%)', kind: 'rate' },
  { key: 'completion_rate', label: '年初预算完成率(%)', labelEn: 'Completion rate (%)', kind: 'rate' },
  { key: 'three_public', label: '三公经费决算(万元)', labelEn: 'Three-public actual (CNY 10k)', kind: 'exact' },
  { key: 'recomputed_average', label: '重算平均分', labelEn: 'Recomputed average', kind: 'exact' },
  { key: 'reported_average', label: '自评平均分', labelEn: 'Reported average', kind: 'exact' },
  { key: 'coverage', label: '可重算比重(%)', labelEn: 'Recomputable share (%)', kind: 'rate' },
  { key: 'rule_set', label: '规则集', labelEn: 'Rule set', kind: 'text' },
];
