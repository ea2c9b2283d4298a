/**
 * The lists of the years (year-lists.sql), each asked for once until the data or the rules change: region, category and
 * year are then the page's own work, and a click on them asks nobody. Years that nobody has asked for yet are fetched
 * while nothing else goes on.
 */
import { effect, effectScope, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { isAbort } from '@/composables/isAbort';
import { recentAnswers, type RecentAnswers } from '@/composables/recentAnswers';
import { inTurn } from '@/composables/turns';
import { useDataset } from '@/stores/dataset';
import { usePending } from '@/stores/pending';
import type { YearLists } from './inView';
import type { RankingRow } from './rows';
import yearListsSql from './year-lists.sql?raw';

/** What is the same for all lists that stand side by side. */
export interface ListQuestion {
  /** Of the dataset. */
  readonly revision: number;
  readonly ruleSetId: string;
  readonly q: string | null;
  readonly leastCoverage: string | null;
}

/** Rows kept in all: ten years of five provinces. */
const MOST_ROWS = 200_000;

/** Of each dataset its own, though a page has but one. */
const keptOf = new WeakMap<object, RecentAnswers>();

/** What was fetched outlives the visit to the page, but not the data: these change on other pages, too. */
function keptFor(dataset: { readonly revision: number }): RecentAnswers {
  const known = keptOf.get(dataset);
  if (known) return known;
  const kept = recentAnswers(MOST_ROWS);
  keptOf.set(dataset, kept);
  // Not `watch`, which would hold on to the page that was the first to ask.
  effectScope(true).run(() =>
    effect(() => {
      void dataset.revision;
      kept.clear();
    }),
  );
  return kept;
}

const keyOf = (question: ListQuestion, year: number): string => JSON.stringify([question, year]);

/** What a page asks for, as it changes. */
export interface ListsWanted {
  readonly question: () => ListQuestion;
  /** The years to show. */
  readonly years: () => readonly number[];
  /** Those that may be asked for next, the nearest first. */
  readonly spare: () => readonly number[];
}

export interface ListState {
  /** The lists of these years, or null while one of them is not there yet. Follows what arrives. */
  of(question: ListQuestion, years: readonly number[]): YearLists | null;
  readonly error: Readonly<ShallowRef<Error | null>>;
  /** Asks for what is wanted from now on, which may follow from lists that are there. */
  follow(wanted: ListsWanted): void;
}

export function useYearLists(): ListState {
  const dataset = useDataset();
  const pending = usePending();
  const kept = keptFor(dataset);
  /** What is wanted now, however long. */
  const held = new Map<string, readonly RankingRow[]>();
  const asking = new Map<string, Promise<void>>();
  /** Each once: where there is no room for all, the first would be gone again when the last has come. */
  const prepared = new Set<string>();
  const arrived = shallowRef(0);
  const error = shallowRef<Error | null>(null);
  let wanted: ListsWanted | null = null;
  let gone = false;

  const listOf = (key: string): readonly RankingRow[] | undefined =>
    held.get(key) ?? (kept.get(key) as readonly RankingRow[] | undefined);
  const isMissing = (asked: ListQuestion, year: number): boolean => listOf(keyOf(asked, year)) === undefined;
  const isCurrent = (asked: ListQuestion): boolean =>
    !gone && wanted !== null && keyOf(wanted.question(), 0) === keyOf(asked, 0);

  function of(asked: ListQuestion, years: readonly number[]): YearLists | null {
    void arrived.value;
    const found = new Map<number, readonly RankingRow[]>();
    for (const year of years) {
      const list = listOf(keyOf(asked, year));
      if (!list) return null;
      found.set(year, list);
    }
    return found;
  }

  function put(asked: ListQuestion, years: readonly number[], rows: readonly RankingRow[]): void {
    const lists = new Map<number, RankingRow[]>(years.map((year) => [year, []]));
    for (const row of rows) lists.get(row.fiscal_year)?.push(row);
    const now = new Set(isCurrent(asked) ? wanted?.years() : []);
    // While data are being changed an answer may be about what does not stay; of data that are gone none is kept.
    const stays = dataset.busy === null && asked.revision === dataset.revision;
    for (const [year, list] of lists) {
      const key = keyOf(asked, year);
      if (now.has(year)) held.set(key, list);
      if (stays) kept.put(key, list);
      else prepared.delete(key);
    }
    error.value = null;
    arrived.value += 1;
  }

  /** `years` side by side; what lies between them is fetched with them. */
  async function fetch(asked: ListQuestion, years: readonly number[]): Promise<void> {
    const first = Math.min(...years);
    const last = Math.max(...years);
    const between = dataset.years.filter((year) => year >= first && year <= last);
    const { ruleSetId, q, leastCoverage } = asked;
    put(asked, between, await dataset.query<RankingRow>(yearListsSql, [first, last, q, ruleSetId, leastCoverage]));
  }

  /** Notes who is being asked for; each is asked for once. */
  function ask(asked: ListQuestion, years: readonly number[], work: () => Promise<void>): Promise<void> {
    const answer = work().finally(() => {
      for (const year of years) asking.delete(keyOf(asked, year));
    });
    for (const year of years) asking.set(keyOf(asked, year), answer);
    return answer;
  }

  async function askNow(asked: ListQuestion, years: readonly number[]): Promise<void> {
    const missing = years.filter((year) => isMissing(asked, year));
    const others = missing.flatMap((year) => asking.get(keyOf(asked, year)) ?? []);
    const mine = missing.filter((year) => !asking.has(keyOf(asked, year)));
    try {
      if (mine.length > 0)
        await ask(asked, mine, async () => {
          if (!dataset.scored.has(asked.ruleSetId)) await dataset.ensureScores(asked.ruleSetId);
          await inTurn(async () => (isCurrent(asked) ? fetch(asked, mine) : undefined));
        });
      await Promise.allSettled(others);
      if (others.length > 0 && isCurrent(asked)) await askNow(asked, years);
    } catch (cause) {
      // The data changed meanwhile: it is asked again.
      if (isCurrent(asked) && !isAbort(cause)) error.value = cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  /** One year after the other, each when nobody is in line; what the reader asks for goes before. */
  let isPreparing = false;
  async function prepare({ question, spare }: ListsWanted): Promise<void> {
    if (isPreparing) return;
    isPreparing = true;
    try {
      for (;;) {
        const asked = question();
        const isFree = (each: number): boolean => isMissing(asked, each) && !asking.has(keyOf(asked, each));
        const year = spare().find((each) => isFree(each) && !prepared.has(keyOf(asked, each)));
        if (year === undefined || !mayPrepare()) break;
        await inTurn(async () => {
          if (!mayPrepare() || !isCurrent(asked) || !isFree(year)) return;
          prepared.add(keyOf(asked, year));
          await ask(asked, [year], () => fetch(asked, [year]));
        }, 'later');
      }
    } catch {
      // Nobody waits for it: whoever wants this year asks again, and is told.
    } finally {
      isPreparing = false;
    }
  }
  const mayPrepare = (): boolean =>
    !gone &&
    dataset.state === 'ready' &&
    dataset.busy === null &&
    wanted !== null &&
    dataset.scored.has(wanted.question().ruleSetId);

  function follow(following: ListsWanted): void {
    wanted = following;
    const { question, years } = following;
    watch(
      () => [dataset.state, question(), years()] as const,
      ([state, asked, now]) => {
        const needed = new Set(now.map((year) => keyOf(asked, year)));
        for (const key of held.keys()) if (!needed.has(key)) held.delete(key);
        for (const key of needed) {
          const list = listOf(key);
          if (list) held.set(key, list);
        }
        if (now.every((year) => !isMissing(asked, year))) error.value = null;
        else if (state === 'ready') void pending.during(() => askNow(asked, now));
      },
      { immediate: true },
    );
    watch(
      () => [dataset.busy === null, arrived.value, question(), years()] as const,
      () => void prepare(following),
      { immediate: true },
    );
  }
  onScopeDispose(() => {
    gone = true;
  });
  return { of, error, follow };
}
