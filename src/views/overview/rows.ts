/** What the overview's questions answer. Money, scores and rates are exact decimal text; null is no figure. */

/** scores.sql */
export type ScoreRow = {
  fiscal_year: number;
  unit_code: string;
  unit_name: string | null;
  reported_total: string | null;
  reported_grade: string | null;
  recomputed_total: string | null;
  recomputed_grade: string | null;
  is_evaluated: boolean;
};

/** key-years.sql */
export type KeyYearRow = {
  fiscal_year: number;
  units: number;
  evaluated_units: number;
  scored_units: number;
  reported_units: number;
  recomputed_average: string | null;
  reported_average: string | null;
  /** Units that have both totals, and by how much the reported one is higher on average. */
  paired_units: number;
  average_gap: string | null;
  expenditure: string | null;
  expenditure_units: number;
  expenditure_change: string | null;
  expenditure_compared: number;
  execution_rate: string | null;
  completion_rate: string | null;
  three_public: string | null;
  three_public_units: number;
  three_public_change: string | null;
  three_public_compared: number;
  coverage: string | null;
};

/** data-years.sql */
export type DataYearRow = {
  fiscal_year: number;
  units: number;
  filed: number;
  budgets: number;
  actuals: number;
  indicators: number;
  conclusions: number;
};

/** regions.sql */
export type RegionRow = {
  region: string | null;
  units: number;
  scored_units: number;
  recomputed_average: string | null;
  execution_rate: string | null;
  completion_rate: string | null;
  three_public: string | null;
};

/** findings.sql */
export type FindingRow = {
  check_id: string;
  check_order: number;
  severity: string;
  region: string | null;
  /** Of the year looked at; else of the year before. */
  is_focus: boolean;
  findings: number;
  units: number;
};
