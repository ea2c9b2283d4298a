/** The sentence that opens the page of checks. */
import { accent, clause, plain, strong, type Clause } from '@/views/clause';
import type { Summary } from './facets';

const key = (name: string): string => `checks.sentence.${name}`;

/** `years`: 2024, 2019—2021, or empty for all years. */
export function checksSentence(summary: Summary, years: string, figure: (count: number) => string): Clause[] {
  const head = years === '' ? {} : { years: plain(years) };
  const form = years === '' ? 'all' : 'year';
  if (summary.all === 0) return [clause('none', key(`${form}None`), head)];
  const { error, warning, note } = summary.bySeverity;
  return [
    clause('none', key(form), { ...head, count: accent(figure(summary.all)) }),
    clause('comma', key('severities'), {
      error: strong(figure(error)),
      warning: plain(figure(warning)),
      note: plain(figure(note)),
    }),
    clause('comma', key('units'), { units: plain(figure(summary.units)) }),
    clause('semicolon', key('reviewed'), { reviewed: plain(figure(summary.reviewed)) }),
    clause('comma', key('open'), { open: strong(figure(summary.all - summary.reviewed)) }),
  ];
}
