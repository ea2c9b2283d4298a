/** The sentence that opens the overview: how many units evaluated themselves, and what the rules make of it. */
import { figureText } from '@/components/figure';
import { Exact } from '@/domain/decimal';
import { accent, clause, plain, strong, type Clause } from '@/views/clause';
import { ownGrade } from '@/views/grades';
import type { GradeTable, Grading } from './gradeTable';
import type { KeyYearRow, ScoreRow } from './rows';

export interface SentenceFacts {
  readonly year: KeyYearRow;
  readonly scores: readonly ScoreRow[];
  readonly grades: GradeTable;
  readonly grading: Grading;
  readonly ruleSet: string;
}

const points = (text: string): string => figureText(new Exact(text).abs().toFixed(), { minPlaces: 2 });

/** `gap`: how much higher the units' own totals are. */
function gapClause(gap: string | null): Clause[] {
  if (gap === null) return [];
  const exact = new Exact(gap);
  if (exact.isZero()) return [clause('comma', 'overview.sentence.asReported')];
  return [
    clause('comma', exact.isNegative() ? 'overview.sentence.higher' : 'overview.sentence.lower', {
      gap: strong(points(gap)),
    }),
  ];
}

function gradeClause({ down, up, total }: GradeTable): Clause[] {
  if (total === 0) return [];
  const counts = { down: strong(figureText(down)), up: strong(figureText(up)) };
  if (down > 0 && up > 0) return [clause('comma', 'overview.sentence.both', counts)];
  if (down > 0) return [clause('comma', 'overview.sentence.down', counts)];
  if (up > 0) return [clause('comma', 'overview.sentence.up', counts)];
  return [clause('comma', 'overview.sentence.noChange')];
}

function sentenceOfOne(row: ScoreRow, { grading, ruleSet }: SentenceFacts): Clause[] {
  const head = {
    year: plain(String(row.fiscal_year)),
    unit: strong(row.unit_name ?? row.unit_code),
    rules: plain(ruleSet),
  };
  if (row.recomputed_total === null) {
    return [
      clause('none', row.reported_total === null ? 'overview.sentence.oneNothing' : 'overview.sentence.oneReported', {
        ...head,
        reported: strong(points(row.reported_total ?? '0')),
      }),
    ];
  }
  const total = accent(figureText(row.recomputed_total, { minPlaces: 2 }));
  const gap = row.reported_total === null ? null : new Exact(row.reported_total).minus(row.recomputed_total).toFixed();
  const own = ownGrade(row.reported_total, row.reported_grade, grading.grades, grading.grade_aliases);
  const after = row.recomputed_grade;
  const words = { from: strong(own ?? ''), to: strong(after ?? '') };
  const grade =
    own === null || after === null
      ? []
      : [clause('comma', own === after ? 'overview.sentence.oneKept' : 'overview.sentence.oneChanged', words)];
  return [clause('none', 'overview.sentence.one', { ...head, total }), ...gapClause(gap), ...grade];
}

export function overviewSentence(facts: SentenceFacts): Clause[] {
  const { year, scores, grades, ruleSet } = facts;
  const [only] = scores;
  if (scores.length === 1 && only) return sentenceOfOne(only, facts);
  const head = {
    year: plain(String(year.fiscal_year)),
    units: plain(figureText(year.units)),
    evaluated: strong(figureText(year.evaluated_units)),
  };
  if (year.evaluated_units === 0) return [clause('none', 'overview.sentence.nobody', head)];
  const opening = clause(
    'none',
    year.evaluated_units === year.units ? 'overview.sentence.everybody' : 'overview.sentence.some',
    head,
  );
  if (year.recomputed_average === null) return [opening, clause('semicolon', 'overview.sentence.nothingToRecompute')];
  const average = { rules: plain(ruleSet), average: accent(figureText(year.recomputed_average, { minPlaces: 2 })) };
  return [
    opening,
    clause('semicolon', 'overview.sentence.average', average),
    ...gapClause(year.average_gap),
    ...gradeClause(grades),
  ];
}
