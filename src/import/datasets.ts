/**
 * The five kinds of file: their columns and the names under which files carry them. One line per column.
 * A new column: one line here, one in database/schema.sql, one golden pair.
 */
export type Kind = 'unit' | 'finance' | 'indicator' | 'conclusion' | 'unit_change';

export interface Column {
  /** English name: also a header of its own, and the column of the database. */
  readonly name: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
}

function column(name: string, label: string, aliases: string[] = []): Column {
  return { name, label, aliases, required: false };
}
const required = (name: string, label: string, aliases: string[] = []): Column => ({
  ...column(name, label, aliases),
  required: true,
});

const FISCAL_YEAR = required('fiscal_year', '年度', ['年份', '预算年度']);
const UNIT_CODE = required('unit_code', '单位编码', ['预算单位编码', '单位代码']);
/** A cell `219001-某某镇人民政府` under these two is code and name. */
export const CODE_AND_NAME_HEADERS = ['预算单位', '单位'] as const;
const UNIT_NAME = column('unit_name', '单位名称', [...CODE_AND_NAME_HEADERS]);

export const DATASETS: Readonly<Record<Kind, readonly Column[]>> = {
  unit: [
    UNIT_CODE,
    { ...UNIT_NAME, required: true },
    column('unit_category', '单位类别'),
    column('region', '所属区划'),
    column('parent_code', '主管部门'),
    column('staff_quota', '编制数'),
    column('staff_actual', '在职人数'),
  ],
  // Columns of items and stages come besides (amountColumns.ts): the three shapes of a finance file.
  finance: [
    FISCAL_YEAR,
    UNIT_CODE,
    UNIT_NAME,
    required('stage', '口径'),
    required('item', '科目'),
    required('amount', '金额'),
    column('amount_unit', '金额单位'),
  ],
  indicator: [
    FISCAL_YEAR,
    UNIT_CODE,
    UNIT_NAME,
    column('indicator_no', '指标序号'),
    column('level1', '一级指标'),
    column('level2', '二级指标'),
    required('indicator', '指标名称'),
    column('kind', '指标性质'),
    column('comparator', '比较符', ['计算符号']),
    column('target', '目标值', ['指标值', '年初指标值']),
    column('adjusted_target', '调整指标值'),
    column('achieved', '完成值', ['实际完成值', '全年完成值']),
    column('numerator', '完成分子'),
    column('denominator', '完成分母'),
    column('measure_unit', '计量单位', ['度量单位', '指标度量单位']),
    required('weight', '分值', ['权重', '指标权重', '指标分值']),
    column('reported_score', '自评得分', ['得分', '实际得分', '指标得分']),
  ],
  conclusion: [
    FISCAL_YEAR,
    UNIT_CODE,
    UNIT_NAME,
    // 自评得分 is a total only where there is no indicator: such a file is no conclusion but an indicator file.
    column('reported_total', '自评总分', ['自评得分']),
    column('reported_grade', '自评等级', ['自评结论', '评价等级']),
  ],
  unit_change: [
    required('from_code', '原单位编码'),
    required('to_code', '新单位编码'),
    required('effective_year', '生效年度'),
  ],
};

/** What makes a file of this kind and of no other; looked at in this order. */
export const KIND_MARKS: readonly (readonly [Kind, readonly string[]])[] = [
  ['unit_change', ['from_code', 'to_code']],
  ['indicator', ['indicator']],
  ['finance', ['amount', 'item']],
  ['conclusion', ['reported_total', 'reported_grade']],
  ['unit', ['unit_code', 'unit_name']],
];

export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  unit: '单位表',
  finance: '预算与决算',
  indicator: '绩效指标',
  conclusion: '自评结论',
  unit_change: '单位沿革',
};

/** Columns of a saved reject list; they state nothing when it is dropped in again. */
export const REJECT_COLUMNS = ['来源文件', '来源行', '出错列', '原值', '未导入原因', '处理办法'] as const;
