/**
 * One question to the database as a reactive list. Asks again when the parameters or the data change; the old rows
 * stay until the new ones are there, and an answer that has been overtaken is dropped. Questions go to the engine in
 * turn (turns.ts); what was answered lately, or is being asked by others, is not asked again (answers.ts).
 */
import { getCurrentScope, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { Row, SqlValue } from '@/database/engine';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { usePending } from '@/stores/pending';
import { answersOf, namesFindings, type Question } from './answers';
import { isAbort } from './isAbort';
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

/** `params` gives null while it is not yet known what to ask: nothing is asked then, and the old rows stay. */
export function useQuery<T extends Row>(
  sql: string | (() => string),
  params: () => readonly SqlValue[] | null = () => useFilters().params,
): QueryState<T> {
  const dataset = useDataset();
  const filters = useFilters();
  const pending = usePending();
  const answers = answersOf(dataset);
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

  async function put(question: Question, mine: number): Promise<void> {
    loading.value = true;
    try {
      // Only where there is something to wait for: every wait costs the answer a redraw's time.
      if (namesFindings(question.text)) {
        if (!dataset.found.has(filters.ruleSetId)) await dataset.ensureFindings(filters.ruleSetId);
      } else if (!dataset.scored.has(filters.ruleSetId)) await dataset.ensureScores(filters.ruleSetId);
      const answer = await inTurn(() => (mine === latest ? answers.ask(question) : Promise.resolve(null)));
      if (answer !== null && mine === latest) accept(answer as readonly T[], question);
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
    const question: Question = { text, values: [...given], revision: dataset.revision, ruleSetId: filters.ruleSetId };
    const known = answers.known(question);
    if (known) accept(known as readonly T[], question);
    else void pending.during(() => put(question, latest));
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
