/** What the rankings' questions answer. Scores and rates are exact decimal text; null is no figure. */

/** rankings.sql, with the control rate of control.sql added. */
export type RankingRow = {
  fiscal_year: number;
  rank: number | null;
  unit_code: string;
  unit_name: string | null;
  region: string | null;
  unit_category: string | null;
  recomputed_total: string | null;
  recomputed_grade: string | null;
  reported_total: string | null;
  reported_grade: string | null;
  score_gap: string | null;
  execution_rate: string | null;
  completion_rate: string | null;
  coverage: string | null;
  rule_set: string;
  control_rate: string | null;
};

/** predecessors.sql: the one code that a unit came of. */
export type PredecessorRow = {
  unit_code: string;
  predecessor: string;
  effective_year: number;
};
