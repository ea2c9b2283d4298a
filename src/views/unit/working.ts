/** A working as the panel sets it: the formula, and which words of the rule apply. */
import { plainText } from './figure';
import type { WorkingRow } from './rows';

/** `15 × 37568 ÷ 37611 = 14.98`; none where there is no score. */
export function formulaOf(row: WorkingRow): string | null {
  if (row.score === null || row.middle === null) return null;
  return `${plainText(row.weight)} × ${row.middle} = ${plainText(row.score)}`;
}

const RATIO_WORDS: Readonly<Record<string, string>> = {
  '≥': 'ratioUp',
  '>': 'ratioUp',
  '≤': 'ratioDown',
  '<': 'ratioDown',
  '=': 'ratioEqual',
};

/** Key of the rule's sentence under `unit.working`. */
export function ruleWords(row: WorkingRow): string {
  if (row.state === 'not_applicable') return 'not_applicable';
  if (row.basis === 'ratio') return RATIO_WORDS[row.comparator_sign ?? ''] ?? 'ratioRange';
  return row.basis ?? row.state;
}

/** The comparator is worth saying only where it decided anything. */
export const assumedSign = (row: WorkingRow): string | null =>
  row.comparator_assumed && ['full', 'deducted', 'ratio', 'manual'].includes(row.basis ?? '')
    ? row.comparator_sign
    : null;
