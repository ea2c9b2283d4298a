/** What the queries of the unit page answer, one type per `.sql` file beside it. Figures are exact decimal text. */
import type { Reading } from '@/domain/reading';

/** identity.sql: one row, or none where nothing is known under this code. */
export type IdentityRow = {
  unit_code: string;
  unit_name: string;
  unit_category: string | null;
  region: string | null;
  parent_code: string | null;
  staff_quota: string | null;
  staff_actual: string | null;
};

/** changes.sql: renames and mergers that this code took part in. */
export type ChangeRow = {
  effective_year: number;
  other_code: string;
  other_name: string | null;
  /** `from`: that code became this one; `to`: this one became that. */
  direction: 'from' | 'to';
};

/** years.sql: one row per year in which the unit has data. */
export type YearRow = {
  fiscal_year: number;
  reported_total: string | null;
  reported_grade: string | null;
  conclusion_file_id: number | null;
  conclusion_file: string | null;
  conclusion_line: number | null;
  sum_of_scores: string | null;
  recomputed_total: string | null;
  recomputed_grade: string | null;
  coverage: string | null;
  unit_rank: number | null;
  ranked_units: number;
  reported_rank: number | null;
  initial_budget: string | null;
  adjusted_budget: string | null;
  actual: string | null;
  execution_rate: string | null;
  completion_rate: string | null;
  /** 预算调整率 of 支出合计, and 公用经费控制率: percent, two decimals. */
  adjustment_rate: string | null;
  operating_rate: string | null;
  three_public_budget: string | null;
  three_public_actual: string | null;
  control_rate: string | null;
  three_public_change: string | null;
};

/** A year with what the checks found; null while they are at it. */
export type YearWithFindings = YearRow & { readonly finding_count: number | null };

/** peers.sql: one row per unit of the category. A place says nothing where there is no figure. */
export type UnitPeer = {
  unit_code: string;
  unit_name: string;
  total: string | null;
  execution: string | null;
  control: string | null;
  total_place: number;
  execution_place: number;
  control_place: number;
};

export const MEASURES = ['total', 'execution', 'control'] as const;
export type Measure = (typeof MEASURES)[number];

/** A figure that a unit of the category has, its place among those of all `peers` that have one. */
export interface PeerRow {
  readonly measure: Measure;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly value: string;
  readonly place: number;
  readonly peers: number;
}

/** sources.sql: which lines of which files the figures of the year came from. */
export type SourceRow = {
  file_id: number;
  file_name: string;
  kind: string;
  first_line: number;
  last_line: number;
  line_count: number;
  import_id: number;
};

/** findings.sql: findings year by year, in the order of the checks. */
export type FindingRow = {
  fiscal_year: number | null;
  check_id: string;
  check_name: string;
  severity: string;
  item: string | null;
  stage: string | null;
  indicator: string | null;
  reported_text: string | null;
  expected_text: string | null;
  difference: string | null;
  sentence: string | null;
  indicator_no: string | null;
  facts: string | null;
  file_id: number | null;
  file_name: string | null;
  line: number | null;
};

/** How one rule set came to one score (explained.ts). */
export type WorkingRow = {
  state: string;
  weight: string;
  score: string | null;
  /** full, deducted, zero, ratio, step, banded, reported, manual, missing; none where it is not applicable. */
  basis: string | null;
  reason: string | null;
  comparator_sign: string | null;
  comparator_assumed: boolean | null;
  /** What the weight is multiplied by. */
  middle: string | null;
};

/** cells.sql: what the file says of one indicator, and how that was read. */
export type CellsRow = Record<keyof Reading, string | number | boolean | null> & {
  indicator_id: number;
  indicator_no: string | null;
  indicator: string;
  level1: string | null;
  level2: string | null;
  kind: string | null;
  comparator: string | null;
  target: string | null;
  achieved: string | null;
  numerator: string | null;
  denominator: string | null;
  measure_unit: string | null;
  weight: string;
  reported_score: string | null;
  file_id: number;
  file_name: string;
  line: number;
};

/** spending.sql: 支出合计, 万元, and the first line that each figure came from; no row where the unit filed none. */
export type SpendingRow = {
  initial_budget: string | null;
  adjusted_budget: string | null;
  actual: string | null;
  initial_file_id: number | null;
  initial_file: string | null;
  initial_line: number | null;
  adjusted_file_id: number | null;
  adjusted_file: string | null;
  adjusted_line: number | null;
  actual_file_id: number | null;
  actual_file: string | null;
  actual_line: number | null;
};

/** neighbours.sql: who stands before and after, by code, among the units in view. */
export type NeighbourRow = {
  side: 'previous' | 'next';
  unit_code: string | null;
  unit_name: string | null;
};
