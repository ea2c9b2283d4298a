/** Step tables and execution tiers in words, as a report's annex would print them. */
import type { RuleSet } from './ruleSet';
import type { SimpleScoring, Step, StepScoring } from './ruleSteps';

type TableRow = Extract<SimpleScoring, { kind: 'table' }>['rows'][number];

function boundsWords(row: TableRow, sign: string): string {
  const low = row.at_least ?? row.above;
  const high = row.at_most ?? row.below;
  if (low !== undefined && low === high) return `等于${String(low)}${sign}`;
  const parts = [
    row.at_least === undefined ? '' : `≥${String(row.at_least)}${sign}`,
    row.above === undefined ? '' : `＞${String(row.above)}${sign}`,
    row.at_most === undefined ? '' : `≤${String(row.at_most)}${sign}`,
    row.below === undefined ? '' : `＜${String(row.below)}${sign}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '其余' : parts.join('且');
}

function simpleWords(scoring: SimpleScoring, full: number, sign: string): string {
  switch (scoring.kind) {
    case 'table':
      return scoring.rows.map((row) => `${boundsWords(row, sign)}得${String(row.points)}分`).join('，');
    case 'excess':
      return `不超过${String(scoring.limit)}${sign}得${String(full)}分，每超${String(scoring.per)}${sign === '%' ? '个百分点' : ''}扣${String(scoring.deduct)}分，扣完为止`;
    case 'faults':
      return `没有差错得${String(full)}分，每处扣${String(scoring.deduct)}分，扣完为止`;
    case 'proportion':
      return `达到${String(scoring.target)}${sign}得${String(full)}分，未达到的按比例`;
  }
}

function scoringWords(scoring: StepScoring, full: number, sign: string): string {
  if (scoring.kind !== 'better') return simpleWords(scoring, full, sign);
  return `取较高的一种：${scoring.of.map((each) => simpleWords(each, full, sign)).join('；或')}`;
}

/** `预算调整率（满分3分）：等于0%得3分，…`. */
export function stepWords(step: Step): string {
  const sign = step.measure === 'percent' ? '%' : '';
  const [name = '', ...aliases] = step.names;
  const also = aliases.length === 0 ? '' : `（又名${aliases.join('、')}）`;
  return `${name}${also}，满分${String(step.full)}分：${scoringWords(step.scoring, step.full, sign)}。`;
}

export const BASE_WORDS = { adjusted_budget: '调整预算', initial_budget: '年初预算' } as const;

export function executionWords(execution: RuleSet['execution']): string {
  if (!execution) return '不加';
  const { scoring } = execution;
  const how =
    scoring.kind === 'linear'
      ? '按比例'
      : `分档（${scoring.tiers.map(([from, part]) => `≥${String(from)}%得${String(part)}`).join('，')}，以下不得分）`;
  return `加${String(execution.weight)}分，以${BASE_WORDS[execution.base]}为分母，${how}`;
}
