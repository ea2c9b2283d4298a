/** The what-if table as it is given out. */
import type { ColumnSpec } from '@/domain/columns';

export const WHAT_IF_COLUMNS: readonly ColumnSpec[] = [
  { key: 'fiscal_year', label: '年度', labelEn: 'Year', kind: 'integer' },
  { key: 'unit_code', label: '单位编码', labelEn: 'Unit code', kind: 'text' },
  { key: 'unit_name', label: '单位名称', labelEn: 'Unit', kind: 'text' },
  { key: 'left_rule_set', label: '原规则集', labelEn: 'Rule set before', kind: 'text' },
  { key: 'right_rule_set', label: '新规则集', labelEn: 'Rule set after', kind: 'text' },
  { key: 'left_total', label: '原总分', labelEn: 'Total before', kind: 'exact' },
  { key: 'right_total', label: '新总分', labelEn: 'Total after', kind: 'exact' },
  { key: 'difference', label: '分差', labelEn: 'Difference', kind: 'exact' },
  { key: 'left_rank', label: '原名次', labelEn: 'Rank before', kind: 'integer' },
  { key: 'right_rank', label: '新名次', labelEn: 'Rank after', kind: 'integer' },
  { key: 'move', label: '变动', labelEn: 'Places won', kind: 'integer' },
  { key: 'left_grade', label: '原等级', labelEn: 'Grade before', kind: 'text' },
  { key: 'right_grade', label: '新等级', labelEn: 'Grade after', kind: 'text' },
  { key: 'origin', label: '得分从哪里变', labelEn: 'What makes the difference', kind: 'text' },
];
