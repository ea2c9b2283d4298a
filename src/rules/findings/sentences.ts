/**
 * 说明 in English, from a finding's columns and `facts`. The Chinese sentence is written by the checks' SQL and goes
 * into every export; this one is for the English interface only.
 */
import { FACTS_MARK, type FindingIdentity } from '@/domain/findingKey';
import { ITEMS } from '@/domain/items';
import { STAGES } from '@/domain/stages';
import { reasonInEnglish } from './reasons';

export interface ToldFinding extends FindingIdentity {
  readonly reported_text: string | null;
  readonly expected_text: string | null;
}

const itemLabel = (code: string | null): string => ITEMS.find((item) => item.code === code)?.labelEn ?? code ?? '';
const stageLabel = (code: string | null | undefined): string =>
  STAGES.find((stage) => stage.code === code)?.labelEn ?? code ?? '';

type Template = (finding: ToldFinding, facts: readonly string[]) => string;

const title = (finding: ToldFinding): string =>
  `Indicator ${finding.indicator_no === null ? '' : `${finding.indicator_no} `}“${finding.indicator ?? ''}”`;
const figures = (finding: ToldFinding): [reported: string, expected: string] => [
  finding.reported_text ?? '',
  finding.expected_text ?? '',
];

function parts(finding: ToldFinding, [summands = '', lacking = '']: readonly string[]): string {
  const [total, sum] = figures(finding);
  const adds = summands.includes(' + ') ? `${summands} = ${sum}` : summands;
  const missing = lacking === '' ? '' : `; parts without a figure: ${lacking.split(',').map(itemLabel).join(', ')}`;
  return `${stageLabel(finding.stage)}: ${itemLabel(finding.item)} ${total}, its parts add up to ${adds}${missing}`;
}

const overBudget: Template = (finding, [base]) =>
  `${itemLabel(finding.item)}: actual ${figures(finding)[0]}, ${stageLabel(base).toLowerCase()} ${figures(finding)[1]}`;
const up: Template = (finding) =>
  `${itemLabel(finding.item)}: actual ${figures(finding)[0]}, last year ${figures(finding)[1]}`;
const lacks =
  (kind: string): Template =>
  () =>
    `Other units have ${kind} this year, this unit has none`;

const TEMPLATES: Readonly<Record<string, Template>> = {
  total_vs_parts: parts,
  parts_incomplete: parts,
  income_vs_expenditure: (finding) =>
    `${stageLabel(finding.stage)}: total income ${figures(finding)[0]}, total expenditure ${figures(finding)[1]}`,
  score_above_weight: (finding) =>
    `${title(finding)}: reported score ${figures(finding)[0]}, weight ${figures(finding)[1]}`,
  score_negative: (finding) => `${title(finding)}: reported score ${figures(finding)[0]}`,
  weights_not_100: (finding) => `Weights add up to ${figures(finding)[0]}`,
  total_out_of_range: (finding) => `Reported total ${figures(finding)[0]}`,
  total_vs_scores: (finding) =>
    `Reported total ${figures(finding)[0]}, reported scores add up to ${figures(finding)[1]}`,
  grade_vs_total: (finding, [total]) =>
    `A reported total of ${total ?? ''} is “${figures(finding)[1]}”, the reported grade is “${figures(finding)[0]}”`,
  score_vs_rule: (finding) =>
    `${title(finding)}: reported score ${figures(finding)[0]}, by the rule ${figures(finding)[1]}`,
  total_vs_rule: (finding, [coverage]) =>
    `Reported total ${figures(finding)[0]}, recomputed total ${figures(finding)[1]}, ${coverage ?? ''}% of the weight recomputed`,
  grade_changed: (finding, [total, recomputed]) =>
    `${total ? `Reported total ${total}` : `Reported grade ${figures(finding)[0]}`}, recomputed total ${recomputed ?? ''}`,
  cannot_decide: (finding, [reason]) => title(finding) + (reason ? `: ${reasonInEnglish(reason)}` : ''),
  no_comparator: (finding, [target]) => `${title(finding)}: target ${target ?? ''} without a comparator`,
  quotient_differs: (finding, [quotient]) =>
    `${title(finding)}: achieved value ${figures(finding)[0]}, numerator ÷ denominator = ${quotient ?? ''} = ${figures(finding)[1]}`,
  overshoot: (finding, [attainment]) =>
    `${title(finding)}: achieved ${figures(finding)[0]}, target ${figures(finding)[1]}, attainment ${attainment ?? ''}%`,
  trivial_target: (finding, [target, units]) =>
    `Indicator “${finding.indicator ?? ''}”, target ${target ?? ''}: all ${units ?? ''} units are far beyond it`,
  magnitude: (finding, [others]) =>
    `${stageLabel(finding.stage)} of ${itemLabel(finding.item)}, ${figures(finding)[0]}, is about ten thousand times off the unit’s other ${others ?? ''} amounts of this item: 元 may have been taken for 万元`,
  above_adjusted: overBudget,
  low_execution: (finding, [actual, budget]) =>
    `${itemLabel(finding.item)}: actual ${actual ?? ''} ÷ adjusted budget ${budget ?? ''}`,
  fund_shift: overBudget,
  three_public_over_budget: overBudget,
  three_public_item_over_budget: overBudget,
  three_public_up: up,
  three_public_item_up: up,
  no_budget: lacks('budgets'),
  no_actual: lacks('actuals'),
  no_indicators: lacks('indicators'),
  no_conclusion: lacks('a conclusion'),
  year_gap: (finding) => `Data in years before and after, none at all in ${String(finding.fiscal_year)}`,
  unknown_unit: (finding) => `Code ${finding.unit_code ?? ''} is not in the unit table`,
  leading_zero: (_, [code]) => `The unit table only has ${code ?? ''}`,
  both_codes: (finding, [year]) =>
    `${finding.unit_code ?? ''} was replaced by a new code in ${year ?? ''}, and still has data this year`,
};

/** Null: no template of this check (the Chinese sentence stands). */
export function englishSentence(finding: ToldFinding): string | null {
  const template = TEMPLATES[finding.check_id];
  return template ? template(finding, finding.facts?.split(FACTS_MARK) ?? []) : null;
}
