/** What the questions of the execution page answer. Money and rates are exact decimal text; null is no figure. */

import type { Base } from './choice';

/** years.sql */
export type YearRow = {
  fiscal_year: number;
  /** The base that these sums stand on. */
  base: Base;
  unit_count: number;
  paired_count: number;
  /** An actual, but no budget of the chosen base. */
  no_budget_count: number;
  no_actual_count: number;
  /** Both figures, but a budget of zero or below: no rate. */
  no_rate_count: number;
  initial_count: number;
  adjusted_count: number;
  actual: string | null;
  budget: string | null;
  shortfall: string | null;
  short_count: number;
  low_count: number;
  over_count: number;
};

/** units.sql */
export type UnitRow = {
  unit_code: string;
  unit_name: string;
  initial_budget: string | null;
  adjusted_budget: string | null;
  actual: string | null;
  budget: string | null;
  gap: string | null;
  rate: string | null;
  last_rate: string | null;
  rate_change: string | null;
  low_run: number;
};

/** heat.sql */
export type HeatRow = {
  place: number;
  unit_code: string;
  unit_name: string;
  low_years: number;
  fiscal_year: number;
  rate: string | null;
  actual: string | null;
  budget: string | null;
};

/** The view's own query, narrowed to one item. */
export type LineRow = {
  fiscal_year: number;
  unit_code: string;
  unit_name: string;
  initial_budget: string | null;
  adjusted_budget: string | null;
  actual: string | null;
  difference: string | null;
  rate: string | null;
  base_word: string | null;
  origin: string;
};
