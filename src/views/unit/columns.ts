/** The columns of a unit's indicators, in the order in which the CSV promises them. */
import type { ColumnSpec } from '@/domain/columns';

export const UNIT_COLUMNS: readonly ColumnSpec[] = [
  { key: 'fiscal_year', label: '年度', labelEn: 'Year', kind: 'integer' },
  { key: 'unit_code', label: '单位编码', labelEn: 'Unit code', kind: 'text' },
  { key: 'indicator_no', label: '指标序号', labelEn: 'No.', kind: 'text' },
  { key: 'indicator', label: '指标名称', labelEn: 'Indicator', kind: 'text' },
  { key: 'target', label: '目标值', labelEn: 'Target', kind: 'text' },
  { key: 'achieved', label: '完成值', labelEn: 'Achieved', kind: 'text' },
  { key: 'weight', label: '分值', labelEn: 'Weight', kind: 'exact' },
  { key: 'reported_score', label: '自评得分', labelEn: 'Reported score', kind: 'exact' },
  { key: 'computed_score', label: '重算得分', labelEn: 'Computed score', kind: 'exact' },
  { key: 'working', label: '算式', labelEn: 'Working', kind: 'text' },
  { key: 'state', label: '状态', labelEn: 'State', kind: 'text' },
];
