/**
 * One question to the database as a reactive list. Asks again when the parameters or the data change; the old rows
 * stay until the new ones are there, and an answer that has been overtaken is dropped. Questions go to the engine in
 * turn (turns.ts); an answer given lately is given again without asking (recentAnswers.ts).
 */
import { getCurrentScope, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { Row, SqlValue } from '@/database/engine';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { usePending } from '@/stores/pending';
import { isAbort } from './isAbort';
import { recentAnswers, type RecentAnswers } from './recentAnswers';
import { inTurn } from './turns';

export interface QueryState<T> {
  readonly rows: Readonly<ShallowRef<readonly T[]>>;
  /** What these rows answer: changes together with them. Null before the first answer. */
  readonly asked: Readonly<ShallowRef<readonly SqlValue[] | null>>;
  /** Of the dataset when these rows were asked for: changes together with them. Null before the first answer. */
  readonly revision: Readonly<ShallowRef<number | null>>;
  readonly loading: Readonly<ShallowRef<boolean>>;
  /** True once the first answer is there: before it an empty list means nothing. */
  readonly loaded: Readonly<ShallowRef<boolean>>;
  readonly error: Readonly<ShallowRef<Error | null>>;
}

interface Question {
  readonly text: string;
  readonly values: readonly SqlValue[];
  readonly revision: number;
}

/** Tables of what the checks find, which follows the scores: a question that names one waits for them. */
const FINDINGS = /\b(?:finding|ledger|outcome)\b/;

/** Of each dataset its own, though a page has but one. */
const answersOf = new WeakMap<object, RecentAnswers>();

/** `params` gives null while it is not yet known what to ask: nothing is asked then, and the old rows stay. */
export function useQuery<T extends Row>(
  sql: string | (() => string),
  params: () => readonly SqlValue[] | null = () => useFilters().params,
): QueryState<T> {
  const dataset = useDataset();
  const filters = useFilters();
  const pending = usePending();
  const recent = answersOf.get(dataset) ?? recentAnswers();
  answersOf.set(dataset, recent);
  const rows = shallowRef<readonly T[]>([]);
  const asked = shallowRef<readonly SqlValue[] | null>(null);
  const revision = shallowRef<number | null>(null);
  const loading = shallowRef(true);
  const loaded = shallowRef(false);
  const error = shallowRef<Error | null>(null);
  let latest = 0;

  function accept(answer: readonly T[], question: Question): void {
    rows.value = answer;
    asked.value = question.values;
    revision.value = question.revision;
    error.value = null;
    loaded.value = true;
    loading.value = false;
  }

  async function put(question: Question, mine: number, key: string): Promise<void> {
    const { text, values } = question;
    loading.value = true;
    try {
      // Only where there is something to wait for: every wait costs the answer a redraw's time.
      if (FINDINGS.test(text)) {
        if (!dataset.found.has(filters.ruleSetId)) await dataset.ensureFindings(filters.ruleSetId);
      } else if (!dataset.scored.has(filters.ruleSetId)) await dataset.ensureScores(filters.ruleSetId);
      const answer = await inTurn(() => (mine === latest ? dataset.query<T>(text, values) : Promise.resolve(null)));
      if (answer === null) return;
      // While data are being changed an answer may be about what does not stay.
      if (dataset.busy === null) recent.put(key, answer);
      if (mine === latest) accept(answer, question);
    } catch (cause) {
      // The data changed meanwhile: it is asked again.
      if (mine !== latest || isAbort(cause)) return;
      error.value = cause instanceof Error ? cause : new Error(String(cause));
      loading.value = false;
    }
  }

  function ask(): void {
    latest += 1;
    const given = params();
    if (dataset.state !== 'ready' || given === null) return;
    const text = typeof sql === 'string' ? sql : sql();
    const question: Question = { text, values: [...given], revision: dataset.revision };
    const key = JSON.stringify([filters.ruleSetId, question]);
    const known = recent.get(key) as readonly T[] | undefined;
    if (known) accept(known, question);
    else void pending.during(() => put(question, latest, key));
  }

  // Nobody waits for the questions of a page that has been left: what is not with the engine yet is not put to it.
  if (getCurrentScope())
    onScopeDispose(() => {
      latest += 1;
    });

  watch(
    () =>
      JSON.stringify([
        dataset.state,
        dataset.revision,
        filters.ruleSetId,
        typeof sql === 'string' ? '' : sql(),
        params(),
      ]),
    ask,
    { immediate: true },
  );
  return { rows, asked, revision, loading, loaded, error };
}
