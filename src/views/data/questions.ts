/** What an inspection asks, per file and in all; and the answers that are given where nothing else is chosen. */
import type { Inspection, Question } from '@/stores/importTypes';

export const questionsOf = (inspection: Inspection, file: string): number =>
  inspection.questions.filter((question) => question.entries.some((entry) => entry.file === file)).length;

export function proposals(questions: readonly Question[]): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap((question) => question.entries.map((entry) => [entry.id, entry.proposal] as const)),
  );
}

/** Columns of a file that a question is about. */
export const askedColumns = (inspection: Inspection, file: string): ReadonlySet<string> =>
  new Set(
    inspection.questions
      .flatMap((question) => question.entries)
      .filter((entry) => entry.file === file && entry.column !== null)
      .map((entry) => entry.column ?? ''),
  );

/** A column of figures is set right: most of its filled cells begin like a number. */
export function looksNumeric(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const numeric = filled.filter((cell) => /^[\s(（+\-−－]*[\d０-９]/.test(cell) && !/^[\s]*0\d/.test(cell));
  return filled.length > 0 && numeric.length * 2 > filled.length;
}
