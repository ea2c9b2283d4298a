/** Which step table counts for an indicator, and whether its achieved value can be looked up in it. */
import { and, amount, column, count, equals, isNone, never, not, or, share, text, when, type Expr } from '../expr/expr';
import type { RuleSet } from '../ruleSet';
import type { Step } from '../ruleSteps';
import { isDoubtful, isShort, stepShare } from './steps';

export const EXECUTION_NAME = '预算执行率';

/** The execution indicator by tiers is a step table of the printed rate, the last in the list. */
export function stepsOf(ruleSet: RuleSet): readonly Step[] {
  const scoring = ruleSet.execution?.scoring;
  if (scoring?.kind !== 'tiers') return ruleSet.steps;
  const rows = [...scoring.tiers].sort((a, b) => b[0] - a[0]);
  const table = rows.map(([from, points]) => ({ at_least: from, points }));
  return [
    ...ruleSet.steps,
    {
      names: [EXECUTION_NAME],
      measure: 'percent',
      full: 1,
      scoring: { kind: 'table', rows: [...table, { points: 0 }] },
    },
  ];
}

export interface Stepped {
  readonly usable: Expr;
  /** A bare number that may be a share or a percentage. */
  readonly doubtful: Expr;
  readonly score: Expr;
  /** Share of the weight that is earned. */
  readonly part: Expr;
  readonly whole: Expr;
}

/** Column `step` holds the number of the table that names the indicator; none: no table does. */
export function steppedRule(ruleSet: RuleSet): Stepped {
  const kind = column('value_kind');
  const hasValue = and(not(isNone(column('value_part'))), isShort);
  const tables = stepsOf(ruleSet).map((step, index) => {
    const named = equals(column('step'), count(BigInt(index + 1)));
    const bare = and(named, hasValue, isNone(kind));
    const percent = step.measure === 'percent';
    const alike = and(named, hasValue, equals(kind, text(percent ? 'percent' : 'count')));
    const earned = stepShare(step);
    return {
      named,
      usable: or(alike, percent ? and(bare, not(isDoubtful)) : bare),
      doubtful: percent ? and(bare, isDoubtful) : never,
      earned,
      score: share(amount('weight'), earned.part, earned.whole, ruleSet.score_places),
    };
  });
  return {
    usable: or(...tables.map((table) => table.usable)),
    doubtful: or(...tables.map((table) => table.doubtful)),
    score: when(tables.map((table) => [table.named, table.score] as const)),
    part: when(tables.map((table) => [table.named, table.earned.part] as const)),
    whole: when(tables.map((table) => [table.named, table.earned.whole] as const)),
  };
}
