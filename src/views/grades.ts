/** Grades as a rule set draws them: bounds from the top, lower bound inclusive, the last without one. */
import { Exact } from '@/domain/decimal';
import { evaluate } from '@/rules/expr/evaluate';
import { amount, type Expr } from '@/rules/expr/expr';
import { gradeRule, type GradeScale } from '@/rules/scoring/unitRule';

export type { GradeScale };

/** Lists ask of every row: a scale's rule is made once. */
const rules = new WeakMap<GradeScale, Expr>();

/** By the rule that the database grades with; none for none. */
export function gradeOfTotal(total: string | null, scale: GradeScale): string | null {
  let rule = rules.get(scale);
  if (!rule) rules.set(scale, (rule = gradeRule(scale, amount('total'))));
  const grade = evaluate(rule, { total: total === null ? null : new Exact(total) });
  return typeof grade === 'string' ? grade : null;
}

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
