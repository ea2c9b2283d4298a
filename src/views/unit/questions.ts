/** What the unit page asks: one question per `.sql` file, and what each is about. */
import type { Params } from '@/composables/sameParams';
import { READING_COLUMNS } from '@/domain/reading';
import cells from './cells.sql?raw';
import changesSql from './changes.sql?raw';
import findingsSql from './findings.sql?raw';
import identitySql from './identity.sql?raw';
import neighboursSql from './neighbours.sql?raw';
import peersSql from './peers.sql?raw';
import sourcesSql from './sources.sql?raw';
import spendingSql from './spending.sql?raw';
import yearsSql from './years.sql?raw';

/** A unit in a year, and what narrows the units in view (`$1…$6` of every view). */
export interface About {
  readonly code: string;
  readonly year: number | null;
  readonly ruleSetId: string;
  readonly params: Params;
}

export interface UnitQuestion {
  readonly sql: string;
  readonly values: (about: About) => Params;
}

/** With the columns of a reading that the rules look at. */
export const cellsSql = cells.replace('/*reading*/', READING_COLUMNS.map(({ name }) => `i.${name}`).join(', '));

/** Tells which year is meant; the others follow from it. */
export const YEARS: UnitQuestion = { sql: yearsSql, values: ({ code, ruleSetId }) => [code, ruleSetId] };

export const CELLS: UnitQuestion = { sql: cellsSql, values: ({ code, year }) => [code, year] };
export const SPENDING: UnitQuestion = { sql: spendingSql, values: ({ code, year }) => [code, year] };
/** Tells which category is meant, for PEERS. */
export const IDENTITY: UnitQuestion = { sql: identitySql, values: ({ code, year }) => [code, year] };
export const SOURCES: UnitQuestion = { sql: sourcesSql, values: ({ code, year }) => [code, year] };
export const NEIGHBOURS: UnitQuestion = { sql: neighboursSql, values: ({ code, params }) => [...params, code] };
export const CHANGES: UnitQuestion = { sql: changesSql, values: ({ code }) => [code] };

export const PEERS = {
  sql: peersSql,
  values: ({ year, ruleSetId }: About, category: string): Params => [year, category, ruleSetId],
};

/** Of every year: the table of years counts them. Nobody waits for these. */
export const FINDINGS: UnitQuestion = { sql: findingsSql, values: ({ code, ruleSetId }) => [code, ruleSetId] };
