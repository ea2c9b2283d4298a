/** The columns of the rankings, in the order in which the CSV promises them. */
import type { ColumnSpec } from '@/domain/columns';

export const RANKINGS_COLUMNS: readonly ColumnSpec[] = [
  { key: 'fiscal_year', label: '年度', labelEn: 'Year', kind: 'integer' },
  { key: 'rank', label: '名次', labelEn: 'Rank', kind: 'integer' },
  { key: 'unit_code', label: '单位编码', labelEn: 'Unit code', kind: 'text' },
  { key: 'unit_name', label: '单位名称', labelEn: 'Unit', kind: 'text' },
  { key: 'recomputed_total', label: '重算总分', labelEn: 'Recomputed total', kind: 'exact' },
  { key: 'recomputed_grade', label: '重算等级', labelEn: 'Recomputed grade', kind: 'text' },
  { key: 'reported_total', label: '自评总分', labelEn: 'Reported total', kind: 'exact' },
  { key: 'reported_grade', label: '自评等级', labelEn: 'Reported grade', kind: 'text' },
  { key: 'score_gap', label: '分差', labelEn: 'Difference', kind: 'exact' },
  { key: 'execution_rate', label: '预算执行率(%)', labelEn: 'Execution rate (%)', kind: 'rate' },
  { key: 'completion_rate', label: '年初预算完成率(%)', labelEn: 'Completion of initial budget (%)', kind: 'rate' },
  { key: 'coverage', label: '可重算比重(%)', labelEn: 'Coverage (%)', kind: 'rate' },
  { key: 'rule_set', label: '规则集', labelEn: 'Rule set', kind: 'text' },
];
