/** Asks everything that a unit's page will ask, so that the page, once opened, waits for nothing. */
import { answersOf, type Row } from '@/composables/answers';
import type { Params } from '@/composables/sameParams';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { explainAll } from './explained';
import * as questions from './questions';
import type { CellsRow, IdentityRow, SpendingRow, YearRow } from './rows';
import { yearInView } from './year';

/** What nothing else follows from. */
const OF_YEAR = [questions.SOURCES, questions.NEIGHBOURS, questions.CHANGES];

/**
 * Of the unit with this code, under the filters in view. One question after the other, as long as the data stay and it is
 * `wanted`. Of the `next` one to be opened scores are worked out, too. Rejects as the database does: nobody waits for it,
 * and the page asks again.
 */
export async function askUnit(code: string, wanted: () => boolean, next = false): Promise<void> {
  const dataset = useDataset();
  const answers = answersOf(dataset);
  const { ruleSetId, params, yearFrom, yearTo } = useFilters();
  const { revision } = dataset;
  /** Once not wanted, never again: an answer left out would be taken for an empty one. */
  let isOver = false;
  function isWanted(): boolean {
    const isSame = dataset.state === 'ready' && dataset.busy === null && dataset.revision === revision;
    isOver ||= !wanted() || !isSame || !dataset.scored.has(ruleSetId);
    return !isOver;
  }

  async function ask<T extends Row>(sql: string, values: Params): Promise<readonly T[]> {
    const rows = isWanted() ? await answers.ask({ text: sql, values, revision, ruleSetId }) : [];
    return rows as readonly T[];
  }

  const { YEARS, CELLS, SPENDING, IDENTITY, PEERS, FINDINGS } = questions;
  const of = { code, ruleSetId, params };
  const years = await ask<YearRow>(YEARS.sql, YEARS.values({ ...of, year: null }));
  const year = yearInView(
    years.map((row) => row.fiscal_year),
    yearFrom,
    yearTo,
  );
  const about = { ...of, year };
  const [identity] = await ask<IdentityRow>(IDENTITY.sql, IDENTITY.values(about));
  const cells = await ask<CellsRow>(CELLS.sql, CELLS.values(about));
  const [spending] = await ask<SpendingRow>(SPENDING.sql, SPENDING.values(about));
  if (next && isWanted()) explainAll(dataset.ruleSets, cells, spending ?? null);
  for (const { sql, values } of OF_YEAR) await ask(sql, values(about));
  const category = identity?.unit_category ?? null;
  if (category !== null && year !== null) await ask(PEERS.sql, PEERS.values(about, category));
  if (dataset.found.has(ruleSetId)) await ask(FINDINGS.sql, FINDINGS.values(about));
}
