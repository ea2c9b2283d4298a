/** The checks (检查项), in the order in which every list of findings prints them. */
export type Severity = 'error' | 'warning' | 'note';

export interface Check {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  readonly severity: Severity;
  /** Whether the ledger has an outcome of it for each unit-year. */
  readonly inLedger: boolean;
}

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' };

function check(id: string, severity: Severity, label: string, labelEn: string, inLedger = true): Check {
  return { id, label, labelEn, severity, inLedger };
}

export const CHECKS: readonly Check[] = [
  check('total_vs_parts', 'error', '合计与分项不符', 'Total differs from its parts'),
  check('parts_incomplete', 'note', '分项不全', 'Parts incomplete'),
  check('income_vs_expenditure', 'note', '收支合计不等', 'Income and expenditure differ'),
  check('score_above_weight', 'error', '自评得分超过分值', 'Score above its weight'),
  check('score_negative', 'error', '自评得分为负', 'Negative score'),
  check('weights_not_100', 'error', '分值合计不为100', 'Weights do not add up to 100'),
  check('total_out_of_range', 'error', '自评总分超出范围', 'Reported total out of range'),
  check('total_vs_scores', 'error', '自评总分与得分合计不符', 'Reported total differs from its scores'),
  check('grade_vs_total', 'error', '自评等级与自评总分不符', 'Reported grade does not fit the total'),
  check('score_vs_rule', 'warning', '自评得分与重算得分不符', 'Score differs from the recomputed one'),
  check('total_vs_rule', 'warning', '自评总分与重算总分不符', 'Total differs from the recomputed one'),
  check('grade_changed', 'warning', '重算后等级变化', 'Grade changes when recomputed'),
  check('cannot_decide', 'warning', '规则无法判定', 'The rule cannot decide'),
  check('no_comparator', 'note', '未标明比较符', 'No comparator stated'),
  check('quotient_differs', 'note', '完成值与分子分母不符', 'Achieved value differs from its quotient'),
  check('overshoot', 'note', '完成值远超目标', 'Achieved far beyond the target'),
  check('trivial_target', 'note', '目标普遍轻易达成', 'Target easily reached by everyone', false),
  check('magnitude', 'warning', '金额量级异常', 'Amount out of scale'),
  check('above_adjusted', 'warning', '决算超调整预算', 'Actual above the adjusted budget'),
  check('low_execution', 'warning', '预算执行率偏低', 'Low execution rate'),
  check('fund_shift', 'warning', '资金预决算规模悬殊', 'Fund far off its budget'),
  check('three_public_over_budget', 'warning', '三公经费决算超预算', 'Three public expenses over budget'),
  check('three_public_item_over_budget', 'note', '三公分项决算超预算', 'Three public item over budget'),
  check('three_public_up', 'warning', '三公经费决算超上年', 'Three public expenses above last year'),
  check('three_public_item_up', 'note', '三公分项决算超上年', 'Three public item above last year'),
  check('no_budget', 'warning', '缺少预算', 'No budget'),
  check('no_actual', 'warning', '缺少决算', 'No actuals'),
  check('no_indicators', 'warning', '缺少绩效指标', 'No indicators'),
  check('no_conclusion', 'warning', '缺少自评结论', 'No conclusion'),
  check('year_gap', 'warning', '年度断档', 'Gap in the years'),
  check('unknown_unit', 'note', '单位表无此单位', 'Not in the unit table'),
  check('leading_zero', 'warning', '单位编码疑似丢失前导零', 'Leading zero of the code lost'),
  check('both_codes', 'warning', '新旧编码并存', 'Old and new code side by side'),
];
