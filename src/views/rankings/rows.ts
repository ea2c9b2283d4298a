/** What the rankings' questions answer. Scores and rates are exact decimal text; null is no figure. */

/** year-lists.sql. All figures of a column have the same number of decimals: equal ones are equal texts. */
export type RankingRow = {
  fiscal_year: number;
  /** 0: has a place by recomputed total; 1: too little could be computed; 2: no total. */
  place_group: number;
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
  control_rate: string | null;
};

/** predecessors.sql: the one code that a unit came of. */
export type PredecessorRow = {
  unit_code: string;
  predecessor: string;
  effective_year: number;
};
