/** What the rankings' questions answer. Scores and rates are exact decimal text; null is no figure. */

/** rankings.sql. */
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
  /** Last year's place by recomputed total; absent where it is not asked for. */
  last_rank?: number | null;
};

/** What places are counted by: the columns of a ranking that earlier years are asked for (earlier.sql). */
export type PlaceRow = Pick<
  RankingRow,
  | 'fiscal_year'
  | 'rank'
  | 'unit_code'
  | 'recomputed_total'
  | 'reported_total'
  | 'score_gap'
  | 'execution_rate'
  | 'completion_rate'
  | 'control_rate'
>;

/** predecessors.sql: the one code that a unit came of. */
export type PredecessorRow = {
  unit_code: string;
  predecessor: string;
  effective_year: number;
};
