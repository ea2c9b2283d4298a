/** How far the two figures of a finding may lie apart before a check fires; most checks allow nothing. */
import { Exact } from '@/domain/decimal';
import { exactly, type RuleSet } from '@/rules/ruleSet';

/** 万元 for each part of a total: half a 分 of rounding in either direction. */
const PER_PART = '0.01';

/** Checks whose tolerance grows with the parts of a total: `partsTolerance` says it. */
export const ALLOWS_PER_PART: ReadonlySet<string> = new Set(['total_vs_parts', 'parts_incomplete']);

export const partsTolerance = (parts: number): string => new Exact(PER_PART).times(parts).toFixed();

/** In the unit of the finding's figures; null where the check allows nothing, or not by a threshold alone. */
export function ruleTolerance(checkId: string, thresholds: RuleSet['thresholds']): string | null {
  switch (checkId) {
    case 'income_vs_expenditure':
      return exactly(thresholds.income_gap).toFixed();
    case 'score_vs_rule':
    case 'total_vs_rule':
      return exactly(thresholds.score_tolerance).toFixed();
    default:
      return null;
  }
}
