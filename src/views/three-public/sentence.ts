/** The sentence that opens the three-public page. */
import { figureText } from '@/components/figure';
import { Exact } from '@/domain/decimal';
import { accent, clause, plain, strong, type Clause } from '@/views/clause';
import { controlRate, whyNoChange, yearChange } from './facts';
import type { YearRow } from './rows';

const key = (name: string): string => `three-public.sentence.${name}`;

function changeClause(row: YearRow): Clause {
  const change = yearChange(row);
  if (change === null) {
    return clause('comma', key(whyNoChange(row.last_actual) === 'none' ? 'noLastYear' : 'zeroLastYear'));
  }
  const exact = new Exact(change);
  const isAll = row.comparable_count === row.actual_count;
  const direction = exact.isZero() ? 'level' : exact.isNegative() ? 'down' : 'up';
  return clause('comma', key(isAll ? direction : `${direction}Of`), {
    change: plain(`${exact.abs().toFixed(2)}%`),
    ...(isAll ? {} : { count: plain(figureText(row.comparable_count)) }),
  });
}

function budgetClause(row: YearRow): Clause {
  const rate = controlRate(row);
  if (rate !== null) return clause('comma', key('control'), { rate: strong(`${figureText(rate)}%`) });
  return clause('comma', key(row.paired_count === 0 ? 'noBudget' : 'zeroBudget'));
}

export function threePublicSentence(year: number, row: YearRow | undefined): Clause[] {
  const head = { year: plain(String(year)) };
  if (row?.actual === undefined || row.actual === null) return [clause('none', key('noActual'), head)];
  const clauses = [
    clause('none', key('actual'), { ...head, actual: accent(figureText(row.actual, { minPlaces: 2 })) }),
    changeClause(row),
    budgetClause(row),
  ];
  if (row.actual_count > 1) {
    if (row.comparable_count > 0) {
      clauses.push(
        row.up_count === 0
          ? clause('semicolon', key('noneUp'))
          : clause('semicolon', key('unitsUp'), { count: strong(figureText(row.up_count)) }),
      );
    }
    if (row.paired_count > 0) {
      const joint = row.comparable_count > 0 ? 'comma' : 'semicolon';
      clauses.push(
        row.over_count === 0
          ? clause(joint, key('noneOver'))
          : clause(joint, key('unitsOver'), { count: strong(figureText(row.over_count)) }),
      );
    }
  }
  return clauses;
}
