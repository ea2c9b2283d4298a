/** Own grade × recomputed grade: how many units kept, lost or gained one. */
import { gradeStep, ownGrade, type GradeScale } from '@/views/grades';
import type { ScoreRow } from './rows';

export interface GradeTable {
  readonly grades: readonly string[];
  /** `counts[own][recomputed]`, in the order of `grades`. */
  readonly counts: readonly (readonly number[])[];
  readonly ownTotals: readonly number[];
  readonly recomputedTotals: readonly number[];
  readonly total: number;
  readonly down: number;
  readonly up: number;
}

export interface Grading {
  readonly grades: GradeScale;
  readonly grade_aliases: Readonly<Record<string, string>>;
}

export function gradeTable(rows: readonly ScoreRow[], grading: Grading): GradeTable {
  const grades = grading.grades.map(([, grade]) => grade);
  const counts = grades.map(() => grades.map(() => 0));
  let down = 0;
  let up = 0;
  for (const row of rows) {
    const own = ownGrade(row.reported_total, row.reported_grade, grading.grades, grading.grade_aliases);
    const line = counts[grades.indexOf(own ?? '')];
    const column = grades.indexOf(row.recomputed_grade ?? '');
    if (!own || !line || column < 0) continue;
    line[column] = (line[column] ?? 0) + 1;
    const step = gradeStep(own, grades[column] ?? own, grading.grades);
    if (step < 0) down += 1;
    if (step > 0) up += 1;
  }
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  return {
    grades,
    counts,
    ownTotals: counts.map(sum),
    recomputedTotals: grades.map((_, column) => sum(counts.map((line) => line[column] ?? 0))),
    total: sum(counts.map(sum)),
    down,
    up,
  };
}
