/** Grades as a rule set draws them: bounds from the top, lower bound inclusive, the last without one. */
import { Exact } from '@/domain/decimal';
import { evaluate } from '@/rules/expr/evaluate';
import { amount, type Expr } from '@/rules/expr/expr';
import { gradeRule, type GradeScale } from '@/rules/scoring/unitRule';

export type { GradeScale };

/** Lists ask of every row, several times: a scale's rule is made once, and a total graded once. */
const known = new WeakMap<GradeScale, { readonly rule: Expr; readonly grades: Map<string, string | null> }>();

/** By the rule that the database grades with; none for none. */
export function gradeOfTotal(total: string | null, scale: GradeScale): string | null {
  if (total === null) return null;
  let of = known.get(scale);
  if (!of) known.set(scale, (of = { rule: gradeRule(scale, amount('total')), grades: new Map() }));
  const before = of.grades.get(total);
  if (before !== undefined) return before;
  const found = evaluate(of.rule, { total: new Exact(total) });
  const grade = typeof found === 'string' ? found : null;
  if (of.grades.size < MOST_KNOWN) of.grades.set(total, grade);
  return grade;
}

/** Totals have two places and mostly lie between 0 and 100. */
const MOST_KNOWN = 20_000;

/**
 * The grade a unit gave itself, on the scale of the rule set: that of its total; without a total the word as filed
 * (after aliases), or none where the scale has no such word.
 */
export function ownGrade(
  total: string | null,
  filed: string | null,
  scale: GradeScale,
  aliases: Readonly<Record<string, string>>,
): string | null {
  if (total !== null) return gradeOfTotal(total, scale);
  const word = filed === null ? null : (aliases[filed] ?? filed);
  return scale.some(([, grade]) => grade === word) ? word : null;
}

/** Below zero: the second grade is the lower one. */
export function gradeStep(from: string, to: string, scale: GradeScale): number {
  const place = (grade: string): number => scale.findIndex((entry) => entry[1] === grade);
  return place(from) - place(to);
}
