/** Which step table counts for an indicator, and whether its achieved value can be looked up in it. */
import { and, column, count, equals, isNone, never, not, or, text, when, type Expr } from '../expr/expr';
import type { Layer } from '../expr/layers';
import type { RuleSet } from '../ruleSet';
import type { Step } from '../ruleSteps';
import { isDoubtful, isShort, isZero, stepShare } from './steps';

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
  /** Computes what the others look at. */
  readonly layers: readonly Layer[];
  readonly usable: Expr;
  /** A bare number that may be a share or a percentage. */
  readonly doubtful: Expr;
  /** Share of the weight that is earned. */
  readonly part: Expr;
  readonly whole: Expr;
}

/** Column `step` holds the number of the table that names the indicator; none: no table does. */
export function steppedRule(ruleSet: RuleSet): Stepped {
  const steps = stepsOf(ruleSet);
  if (steps.length === 0) return { layers: [], usable: never, doubtful: never, part: count(0n), whole: count(1n) };
  const kind = column('value_kind');
  const hasValue = and(not(isNone(column('step'))), not(isNone(column('value_part'))), isShort);
  const tables = steps.map((step, index) => {
    const named = equals(column('step'), count(BigInt(index + 1)));
    const bare = and(named, isNone(kind));
    const isPercent = equals(kind, text('percent'));
    const usable: Readonly<Record<Step['measure'], Expr>> = {
      percent: or(and(named, isPercent), and(bare, not(isDoubtful))),
      number: or(and(named, equals(kind, text('count'))), bare),
      // A bare figure is this year's amount, not a share of last year's.
      last_year: and(named, or(isPercent, isZero)),
    };
    return {
      named,
      usable: usable[step.measure],
      doubtful: step.measure === 'percent' ? and(bare, isDoubtful) : never,
      earned: stepShare(step),
    };
  });
  const usable = column('step_usable');
  return {
    layers: [
      {
        step_usable: when([[hasValue, or(...tables.map((table) => table.usable))]], never),
        step_doubtful: when([[hasValue, or(...tables.map((table) => table.doubtful))]], never),
      },
      {
        step_part: when([[usable, when(tables.map((table) => [table.named, table.earned.part] as const))]]),
        step_whole: when([[usable, when(tables.map((table) => [table.named, table.earned.whole] as const))]]),
      },
    ],
    usable,
    doubtful: column('step_doubtful'),
    part: column('step_part'),
    whole: column('step_whole'),
  };
}
