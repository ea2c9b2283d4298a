import type { Question, QuestionEntry, QuestionKind } from './protocol';

/** What one file asks. */
export interface Asked {
  readonly kind: QuestionKind;
  readonly entry: QuestionEntry;
}

/** Entries of all files, those of one kind gathered into one question. */
export function gather(asked: readonly Asked[]): Question[] {
  const byKind = new Map<QuestionKind, QuestionEntry[]>();
  for (const { kind, entry } of asked) byKind.set(kind, [...(byKind.get(kind) ?? []), entry]);
  return [...byKind].map(([kind, entries]) => ({ id: kind, kind, entries }));
}
