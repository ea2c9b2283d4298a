/**
 * Scores under the set on the left and under the edited one on the right, again after each edit: 400 ms after the
 * last key, one at a time. What has been overtaken is stopped between two statements, and its answer dropped.
 */
import { computed, onBeforeUnmount, shallowRef, watch } from 'vue';
import type { RuleSet } from '@/rules/ruleSet';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { usePending } from '@/stores/pending';
import rankingsSql from '@/views/rankings/rankings.sql?raw';
import { DRAFT_ID } from './incoming';
import { originsOf, type OriginRow } from './origins';
import originsSql from './origins.sql?raw';
import { whatIf, type RankedUnit, type WhatIf } from './whatIf';

const PAUSE_MS = 400;

interface Question {
  readonly leftId: () => string;
  /** Null while a field is refused: then the last answer for this set stays, or the saved state is asked for. */
  readonly right: () => RuleSet | null;
  readonly saved: () => RuleSet | null;
  readonly dirty: () => boolean;
}

export function useWhatIf({ leftId, right, saved, dirty }: Question) {
  const dataset = useDataset();
  const filters = useFilters();
  const pending = usePending();
  const answer = shallowRef<WhatIf | null>(null);
  const error = shallowRef<Error | null>(null);
  const stopped = shallowRef(false);
  const loading = shallowRef(true);

  /** The latest year in view. */
  const year = computed(() => {
    const inView = dataset.years.filter(
      (each) => each >= (filters.yearFrom ?? each) && each <= (filters.yearTo ?? each),
    );
    return inView.length === 0 ? null : Math.max(...inView);
  });

  let latest = 0;
  let answeredFor: string | null = null;
  let running: Promise<void> = Promise.resolve();
  let stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let endWaiting: () => void = () => undefined;

  const ranking = (ruleSetId: string): Promise<RankedUnit[]> =>
    dataset.query<RankedUnit>(rankingsSql, [
      year.value,
      year.value,
      filters.region,
      filters.category,
      filters.q,
      ruleSetId,
      null,
      null,
    ]);

  const origins = (rightId: string): Promise<OriginRow[]> =>
    dataset.query<OriginRow>(originsSql, [year.value, filters.region, filters.category, filters.q, leftId(), rightId]);

  async function score(ruleSet: RuleSet, mine: AbortController): Promise<string> {
    if (!dirty()) {
      await dataset.ensureScores(ruleSet.id);
      return ruleSet.id;
    }
    await dataset.scoreDraft({ ...ruleSet, id: DRAFT_ID }, mine);
    return DRAFT_ID;
  }

  async function ask(number: number, mine: AbortController): Promise<void> {
    const stored = saved();
    const ruleSet = right() ?? (stored?.id === answeredFor ? null : stored);
    if (!ruleSet) loading.value = true;
    if (number !== latest || dataset.state !== 'ready' || !ruleSet || year.value === null) return;
    loading.value = true;
    stopped.value = false;
    try {
      await dataset.ensureScores(leftId());
      const rightId = await score(ruleSet, mine);
      const [before, after, moved] = await Promise.all([ranking(leftId()), ranking(rightId), origins(rightId)]);
      if (number !== latest) return;
      answer.value = whatIf(before, after, originsOf(moved));
      answeredFor = ruleSet.id;
      error.value = null;
    } catch (cause) {
      if (number !== latest) return;
      if (mine.signal.aborted) stopped.value = true;
      else error.value = cause instanceof Error ? cause : new Error(String(cause));
    }
    loading.value = false;
  }

  function schedule(pause: number): void {
    latest += 1;
    const mine = latest;
    stop.abort();
    clearTimeout(timer);
    endWaiting();
    // Waiting for the last key counts as busy too: what is shown is not yet what was typed.
    const end = pending.begin();
    endWaiting = end;
    timer = setTimeout(() => {
      stop = new AbortController();
      const own = stop;
      // The draft has one place in the database: the next waits until the last has let go of it.
      running = running.then(() => ask(mine, own)).finally(end);
    }, pause);
  }

  watch(
    () => JSON.stringify([right(), dirty()]),
    () => {
      schedule(dirty() ? PAUSE_MS : 0);
    },
  );
  watch(
    () =>
      JSON.stringify([
        dataset.state,
        dataset.revision,
        leftId(),
        year.value,
        filters.region,
        filters.category,
        filters.q,
      ]),
    () => {
      schedule(0);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => {
    latest += 1;
    stop.abort();
    clearTimeout(timer);
    endWaiting();
  });

  return {
    year,
    answer,
    error,
    stopped,
    loading,
    again: () => {
      schedule(0);
    },
  };
}
