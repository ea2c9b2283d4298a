/**
 * Named answers: what was answered for an export once is filled in when the same export comes again. A file is known by
 * its kind, its headers and its name with the digits made general. Years never come from a template: next year's file has
 * another one, so a year is filled in only as its own name proposes it.
 */
import { computed } from 'vue';
import type { Answers, Inspection, QuestionEntry } from '@/import/protocol';
import { READ_AS, readAsKey } from '@/import/readAs';
import { answerTemplatesOf, type TemplateFile } from '@/workspace/journal';
import type { Keeping } from './keeping';

/** What templates fill in of one drop. */
export interface Filled {
  readonly answers: Answers;
  /** The names of the templates that were used. */
  readonly names: readonly string[];
  /** Nothing is left to be asked. */
  readonly isComplete: boolean;
}

const AS_PROPOSED = '=';

export const patternOf = (name: string): string => name.replace(/[0-9０-９]+/g, '#');
/** `unit:2021年决算.csv` → `unit`. */
const fieldOf = (id: string, file: string): string => id.slice(0, id.length - file.length - 1);
const isYear = (entry: QuestionEntry): boolean => entry.id.startsWith('year:');

function entriesOf(inspection: Inspection, file: string): QuestionEntry[] {
  return inspection.questions.flatMap((question) => question.entries).filter((entry) => entry.file === file);
}

/** What a template keeps of answers that have just been given. Null: there is nothing in them to keep. */
export function templateOf(inspection: Inspection, answers: Answers): readonly TemplateFile[] | null {
  const files = inspection.files.map(({ name, kind, columns }): TemplateFile => {
    const kept = entriesOf(inspection, name).flatMap((entry): (readonly [string, string])[] => {
      const value = answers[entry.id] ?? '';
      const field = fieldOf(entry.id, name);
      if (isYear(entry)) return value !== '' && value === entry.proposal ? [[field, AS_PROPOSED]] : [];
      return value === '' ? [] : [[field, value]];
    });
    return {
      pattern: patternOf(name),
      kind,
      headers: columns.map((column) => column.title),
      answers: { ...Object.fromEntries(kept), ...setByHand(answers, name) },
    };
  });
  const telling = files.filter((file) => Object.keys(file.answers).length > 0);
  return telling.length > 0 ? telling : null;
}

/** Encoding, delimiter and header rows that were set by hand, by field. */
const setByHand = (answers: Answers, file: string): Record<string, string> =>
  Object.fromEntries(
    READ_AS.flatMap((field): (readonly [string, string])[] => {
      const value = answers[readAsKey(field, file)];
      return value === undefined ? [] : [[field, value]];
    }),
  );

/**
 * How files are to be read that a template knows by name: without it their headers could not be recognised, and so
 * nothing else of the template.
 */
export function readAsKnown(
  files: readonly string[],
  templates: ReadonlyMap<string, readonly TemplateFile[]>,
): Record<string, string> {
  const known = [...templates.values()].reverse().flat();
  return Object.fromEntries(
    files.flatMap((name) => {
      const match = known.find((each) => each.pattern === patternOf(name));
      return READ_AS.flatMap((field): (readonly [string, string])[] => {
        const value = match?.answers[field];
        return value === undefined ? [] : [[readAsKey(field, name), value]];
      });
    }),
  );
}

const sameHeaders = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((title, i) => title === b[i]);

/** An answer counts only where it could have been given: among the choices of the question, if it has any. */
function answerFor(entry: QuestionEntry, file: TemplateFile): string | null {
  const kept = file.answers[fieldOf(entry.id, entry.file)];
  if (kept === undefined) return null;
  if (isYear(entry)) return kept === AS_PROPOSED && entry.proposal !== '' ? entry.proposal : null;
  return entry.choices.length === 0 || entry.choices.some((choice) => choice.value === kept) ? kept : null;
}

export function fillIn(inspection: Inspection, templates: ReadonlyMap<string, readonly TemplateFile[]>): Filled {
  const answers: Record<string, string> = {};
  const names = new Set<string>();
  let open = 0;
  for (const file of inspection.files) {
    const titles = file.columns.map((column) => column.title);
    // The latest template that knows the file speaks for it.
    const known = [...templates].reverse().flatMap(([name, files]) => {
      const match = files.find(
        (each) => each.pattern === patternOf(file.name) && each.kind === file.kind && sameHeaders(each.headers, titles),
      );
      return match ? [{ name, match }] : [];
    })[0];
    for (const entry of entriesOf(inspection, file.name)) {
      const answer = known ? answerFor(entry, known.match) : null;
      if (answer === null || !known) open += 1;
      else {
        answers[entry.id] = answer;
        names.add(known.name);
      }
    }
  }
  return { answers, names: [...names], isComplete: open === 0 && names.size > 0 };
}

export function useAnswerTemplates({ journal, keep }: Keeping) {
  const answerTemplates = computed(() => answerTemplatesOf(journal.value));

  const removeAnswerTemplate = (name: string): Promise<void> =>
    keep({ type: 'answer-template', at: new Date().toISOString(), name, files: null });

  return { answerTemplates, removeAnswerTemplate };
}
