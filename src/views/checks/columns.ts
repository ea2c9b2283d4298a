/** The columns of the list of findings, in the order in which its CSV promises them. */
import type { ColumnSpec } from '@/domain/columns';

export const CHECKS_COLUMNS: readonly ColumnSpec[] = [
  { key: 'fiscal_year', label: '年度', labelEn: 'Year', kind: 'integer' },
  { key: 'unit_code', label: '单位编码', labelEn: 'Unit code', kind: 'text' },
  { key: 'unit_name', label: '单位名称', labelEn: 'Unit', kind: 'text' },
  { key: 'check_name', label: '检查项', labelEn: 'Check', kind: 'text' },
  { key: 'severity_word', label: '严重程度', labelEn: 'Severity', kind: 'text' },
  { key: 'reported_text', label: '填报值', labelEn: 'Reported', kind: 'text' },
  { key: 'expected_text', label: '应为', labelEn: 'Expected', kind: 'text' },
  { key: 'difference', label: '差额', labelEn: 'Difference', kind: 'exact' },
  { key: 'sentence', label: '说明', labelEn: 'Explanation', kind: 'text' },
  { key: 'file_name', label: '来源文件', labelEn: 'Source file', kind: 'text' },
  { key: 'line', label: '来源行', labelEn: 'Source line', kind: 'integer' },
];
