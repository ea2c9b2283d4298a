/** The sentence that opens the execution page. */
import { figureText } from '@/components/figure';
import { Exact } from '@/domain/decimal';
import { accent, clause, plain, strong, type Clause } from '@/views/clause';
import type { Base, ExecutionChoice } from './choice';
import { abovePace, totalRate, type Shortfalls } from './facts';
import type { UnitRow, YearRow } from './rows';

export interface SentenceFacts {
  readonly year: YearRow;
  readonly units: readonly UnitRow[];
  readonly short: Shortfalls;
  readonly base: Base;
  readonly choice: ExecutionChoice;
  /** Name of the item, empty for the expenditure total: that one needs no name. */
  readonly itemName: string;
}

const money = (text: string): string => figureText(text, { minPlaces: 2 });
const size = (text: string): string => money(new Exact(text).abs().toFixed());
const rateKey = (base: Base): string => (base === 'adjusted_budget' ? 'executionRate' : 'completionRate');

function paceClause(rate: string, month: number): Clause {
  const gap = new Exact(abovePace(rate, month) ?? 0);
  if (gap.isZero()) return clause('comma', 'execution.sentence.onPace');
  return clause('comma', gap.isNegative() ? 'execution.sentence.belowPace' : 'execution.sentence.abovePace', {
    gap: strong(size(gap.toFixed(2))),
  });
}

function gapClause({ short, year, units, base }: SentenceFacts): Clause {
  const suffix = base === 'adjusted_budget' ? 'Adjusted' : 'Initial';
  if (year.paired_count === 1) {
    const gap = new Exact(units.find((row) => row.gap !== null)?.gap ?? 0);
    if (gap.isZero()) return clause('semicolon', `execution.sentence.equal${suffix}`);
    return clause('semicolon', `execution.sentence.${gap.isNegative() ? 'less' : 'more'}${suffix}`, {
      gap: plain(size(gap.toFixed())),
    });
  }
  if (short.units.length === 0) return clause('semicolon', `execution.sentence.noShortfall${suffix}`);
  const named = { gap: plain(money(short.total)) };
  if (short.units.length === 1) {
    return clause('semicolon', 'execution.sentence.shortfallOfOne', {
      ...named,
      unit: strong(short.units[0]?.unit_name ?? ''),
    });
  }
  return clause('semicolon', 'execution.sentence.shortfall', { ...named, count: strong(figureText(short.mostOfIt)) });
}

export function executionSentence(facts: SentenceFacts): Clause[] {
  const { year, base, choice, itemName } = facts;
  const head = { year: plain(String(year.fiscal_year)), item: plain(itemName) };
  const rate = totalRate(year);
  // Asked for nothing, shown the initial budget: the rate that is missing is named before the one that is shown.
  const noAdjusted = base === 'initial_budget' && year.adjusted_count === 0;
  const opening: Clause[] = noAdjusted ? [clause('none', 'execution.sentence.noAdjusted', head)] : [];
  if (rate === null) {
    const why = year.paired_count > 0 ? 'zeroBase' : base === 'adjusted_budget' ? 'noAdjustedRate' : 'noInitialRate';
    return [...opening, clause(noAdjusted ? 'semicolon' : 'none', `execution.sentence.${why}`, head)];
  }
  const key = `execution.sentence.${rateKey(base)}${noAdjusted ? 'Bare' : ''}`;
  const clauses = [
    ...opening,
    clause(noAdjusted ? 'semicolon' : 'none', key, { ...head, rate: accent(`${figureText(rate)}%`) }),
  ];
  clauses.push(paceClause(rate, choice.month), gapClause(facts));
  if (year.paired_count > 1) {
    const low = { low: plain(`${choice.low}%`), count: strong(figureText(year.low_count)) };
    clauses.push(
      clause(
        'comma',
        `execution.sentence.${year.low_count === 0 ? 'noLow' : 'low'}${base === 'adjusted_budget' ? '' : 'Initial'}`,
        low,
      ),
    );
  }
  return clauses;
}
