/** One file of a drop as the preview shows it, understood or refused; and how its reading is changed by hand. */
import {
  READ_AS,
  readAsKey,
  type FileSummary,
  type FirstRow,
  type Inspection,
  type ReadAsField,
} from '@/stores/importTypes';

export interface FileForm {
  readonly name: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Null: not found. */
  readonly headerLine: number | null;
  readonly headerRows: number | null;
  readonly setByHand: readonly string[];
  readonly firstRows: readonly FirstRow[];
  /** What was understood; null for a refused file. */
  readonly summary: FileSummary | null;
  /** Why it is refused. */
  readonly refusal: { readonly line: number | null; readonly reason: string } | null;
}

export function formOf({ files, refused }: Inspection, name: string): FileForm | null {
  const summary = files.find((file) => file.name === name);
  if (summary) return { ...summary, summary, refusal: null };
  const refusal = refused.find((file) => file.file === name);
  return refusal ? { ...refusal, name, headerLine: null, headerRows: null, summary: null, refusal } : null;
}

type Answers = Readonly<Record<string, string>>;

/** What was answered about other files. Columns and units of this one may be others once it is read in another way. */
function ofOthers(answers: Answers, file: string): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !id.endsWith(`:${file}`)));
}

function byHand(answers: Answers, file: string): Record<string, string> {
  const keys = new Set(READ_AS.map((field) => readAsKey(field, file)));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => keys.has(id)));
}

export function readOtherwise(answers: Answers, file: string, field: ReadAsField, value: string): Answers {
  return { ...ofOthers(answers, file), ...byHand(answers, file), [readAsKey(field, file)]: value };
}

export const readAsFound = (answers: Answers, file: string): Answers => ofOthers(answers, file);

/** Of a drop that is read anew: proposals, but what was answered before and is still asked, and what was set by hand. */
export function answersAfter(proposals: Answers, before: Answers, files: readonly string[]): Record<string, string> {
  const kept = Object.entries(before).filter(
    ([id]) => id in proposals || files.some((file) => READ_AS.some((field) => readAsKey(field, file) === id)),
  );
  return { ...proposals, ...Object.fromEntries(kept) };
}
