/**
 * One question to the database as a reactive list. Asks again when the parameters or the data change; the old rows
 * stay until the new ones are there, and an answer that has been overtaken is dropped. The engine does one thing at a
 * time: questions wait here for their turn, so that one overtaken while it waits is never put to it.
 */
import { shallowRef, watch, type ShallowRef } from 'vue';
import type { Row, SqlValue } from '@/database/engine';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { usePending } from '@/stores/pending';

export interface QueryState<T> {
  readonly rows: Readonly<ShallowRef<readonly T[]>>;
  readonly loading: Readonly<ShallowRef<boolean>>;
  /** True once the first answer is there: before it an empty list means nothing. */
  readonly loaded: Readonly<ShallowRef<boolean>>;
  readonly error: Readonly<ShallowRef<Error | null>>;
}

/** Ends when the question that is with the engine has been answered. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

export function useQuery<T extends Row>(
  sql: string | (() => string),
  params: () => readonly SqlValue[] = () => useFilters().params,
): QueryState<T> {
  const dataset = useDataset();
  const filters = useFilters();
  const pending = usePending();
  const rows = shallowRef<readonly T[]>([]);
  const loading = shallowRef(true);
  const loaded = shallowRef(false);
  const error = shallowRef<Error | null>(null);
  let latest = 0;

  async function ask(): Promise<void> {
    latest += 1;
    if (dataset.state !== 'ready') return;
    const mine = latest;
    loading.value = true;
    const text = typeof sql === 'string' ? sql : sql();
    const values = [...params()];
    try {
      await dataset.ensureScores(filters.ruleSetId);
      const answer = await inTurn(async () => (mine === latest ? dataset.query<T>(text, values) : null));
      if (mine !== latest || answer === null) return;
      rows.value = answer;
      error.value = null;
      loaded.value = true;
    } catch (cause) {
      if (mine !== latest) return;
      error.value = cause instanceof Error ? cause : new Error(String(cause));
    }
    loading.value = false;
  }

  watch(
    () =>
      JSON.stringify([
        dataset.state,
        dataset.revision,
        filters.ruleSetId,
        typeof sql === 'string' ? '' : sql(),
        params(),
      ]),
    () => void pending.during(ask),
    { immediate: true },
  );
  return { rows, loading, loaded, error };
}
