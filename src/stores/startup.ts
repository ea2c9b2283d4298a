/**
 * How the session begins: with what was kept of the tables, or with everything anew from the files. What is there already is
 * shown while the rest comes back. Whatever changes or computes something stands in line behind the rest (scoring.ts), and
 * whatever else needs a whole engine waits with `untilBack`: should the rest be no good, another engine takes its place.
 */
import { markRaw } from 'vue';
import type { RuleSet } from '@/rules/ruleSet';
import type { useBusy } from './busy';
import { usePending } from './pending';
import type { KeptScores, Reopened } from './reopening';
import type { Scope } from './scope';
import type { useScoring } from './scoring';
import type { Session } from './session';

interface Deps {
  /** Opens engine and workspace: `theSession` is there afterwards, with empty tables. */
  readonly open: () => Promise<void>;
  readonly theSession: () => Pick<Session, 'engine'>;
  /** As `useSnapshots` gives it. */
  readonly reopen: () => Promise<Reopened | 'nothing' | 'failed'>;
  /** Makes all tables anew; `fresh`: in another engine. */
  readonly makeAnew: (fresh: boolean) => Promise<void>;
  /** The tables are whole, or as good as that; `scope` where it is known. */
  readonly settle: (scope?: Scope) => Promise<void>;
  readonly ruleSets: () => readonly RuleSet[];
  readonly scores: Pick<ReturnType<typeof useScoring>, 'adopt' | 'forgetAllScores' | 'inLine' | 'renew'>;
  readonly during: ReturnType<typeof useBusy>['during'];
  /** Tables were made anew: they may be kept again. */
  readonly changed: () => void;
  readonly fail: (cause: unknown) => void;
}

export function useStartup({
  open,
  theSession,
  reopen,
  makeAnew,
  settle,
  ruleSets,
  scores,
  during,
  changed,
  fail,
}: Deps) {
  const pending = usePending();
  /** The whole of it; null before and after. */
  let coming: Promise<void> | null = null;

  /** Resolves once the data are shown, or why they are not. */
  async function start(): Promise<void> {
    const shown = pending.during(begin);
    coming = shown.then(({ rest }) => rest);
    void coming.catch(fail).finally(() => (coming = null));
    await shown.catch(() => undefined);
  }

  async function begin(): Promise<{ readonly rest: Promise<void> }> {
    await open();
    const kept = await during('busy.replaying', reopen);
    if (typeof kept === 'string') {
      await scores.renew(() => makeAnew(kept === 'failed'));
      await shownAnew();
      return { rest: Promise.resolve() };
    }
    adopt(kept.scores);
    const rest = bringRest(kept);
    rest.catch(() => undefined);
    await settle(kept.scope);
    return { rest };
  }

  function adopt({ ruleSets: kept, found }: KeptScores): void {
    const same = ruleSets().filter((each) => kept[each.id] === JSON.stringify(each));
    const ids = same.map(({ id }) => id);
    scores.adopt(
      ids,
      ids.filter((id) => found.includes(id)),
    );
  }

  async function bringRest(kept: Reopened): Promise<void> {
    const session = theSession();
    const beneath = session.engine;
    session.engine = markRaw(kept.engine);
    const end = await scores.inLine(async () => {
      const how = await during('busy.replaying', kept.rest);
      if (how === 'whole') session.engine = beneath;
      else {
        scores.forgetAllScores();
        await makeAnew(true);
      }
      return how;
    });
    if (end === 'failed') await shownAnew();
  }

  async function shownAnew(): Promise<void> {
    await settle();
    changed();
  }

  /**
   * Resolves once nothing comes back any more; from then on the session's engine is whole. Rejects where the data cannot be
   * had, and as soon as `signal` says so.
   */
  async function untilBack(signal?: AbortSignal): Promise<void> {
    if (!coming) return;
    await Promise.race([coming, ...(signal ? [whenAborted(signal)] : [])]);
  }

  return { start, untilBack, isComing: () => coming !== null };
}

const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const refuse = (): void => reject(new DOMException('cancelled', 'AbortError'));
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
