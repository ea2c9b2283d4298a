/** What the questions of the three-public page answer. Money and rates are exact decimal text; null is no figure. */
import type { LineItem } from './items';

/** years.sql */
export type YearRow = {
  fiscal_year: number;
  item: LineItem;
  actual: string | null;
  budget: string | null;
  actual_count: number;
  budget_count: number;
  paired_actual: string | null;
  paired_budget: string | null;
  paired_count: number;
  /** Of the units with an actual, those whose budget is the adjusted one. */
  adjusted_count: number;
  comparable_actual: string | null;
  last_actual: string | null;
  comparable_count: number;
  staffed_actual: string | null;
  staff: string | null;
  staffed_count: number;
  up_count: number;
  over_count: number;
};

/** base-year.sql */
export type BaseYearRow = {
  item: LineItem;
  actual_count: number;
  comparable_count: number;
  actual: string | null;
  base_actual: string | null;
};

/** units.sql */
export type UnitRow = {
  unit_code: string;
  unit_name: string;
  budget: string | null;
  actual: string | null;
  base: string | null;
  rate: string | null;
  last_actual: string | null;
  change: string | null;
  change_rate: string | null;
  staff_actual: string | null;
  main_item: LineItem | null;
};

/** series.sql */
export type SeriesRow = {
  fiscal_year: number;
  unit_code: string;
  unit_name: string;
  budget: string | null;
  actual: string | null;
  staff_actual: string | null;
};

/** The view's own query, narrowed to one item. */
export type LineRow = {
  fiscal_year: number;
  unit_code: string;
  unit_name: string;
  budget: string | null;
  actual: string | null;
  control_rate: string | null;
  last_actual: string | null;
  change_rate: string | null;
  base_word: string | null;
  origin: string;
};
