/**
 * What reading an indicator's cells yields: the columns that stand behind the raw ones in table `indicator`.
 * They hold for every rule set; what a rule set decides (rounding, bands, deductions) is left to src/rules.
 */
export interface ReadingColumn {
  readonly name: keyof Reading;
  readonly type: 'VARCHAR' | 'BOOLEAN' | 'INTEGER' | 'HUGEINT';
}

/** What the cells allow to be said, before any score is looked at; the order is that in which states are tried. */
export type ReadingState = 'not_applicable' | 'level' | 'text' | 'manual' | 'open' | 'decided';

export interface Reading {
  /** 目标值 and 完成值 in the one form in which lists and exports print them. */
  target_form: string | null;
  achieved_form: string | null;
  /** ReadingState: what the cells allow, before any score is looked at. */
  reading: string;
  /** Why the rule cannot decide, or why there is nothing to compute from. */
  reason: string | null;
  /** 1 reached, 2 partly, 3 not reached. */
  level: string | null;
  /** ≥ ≤ > < = or 区间; the one that counts, assumed ones included. */
  comparator_sign: string | null;
  /** No comparator was filed; `comparator_sign` is ≥ or (for costs) ≤. */
  comparator_assumed: string;
  /** The note 未标明比较符 is raised. */
  no_comparator: string;
  /** Decided only: full weight by the plain reading, `>` and `<` met at equality included. */
  reached: string | null;
  /** `>` or `<`, and the value is (or, for a bound, may be) exactly the target. */
  at_target: string | null;
  /** The achieved value is a bound or a range, every value of which reaches the target. */
  is_bound: string;
  /** Attainment of a value that misses, reduced, 0 ≤ part < whole; NULL where reached. */
  part: string | null;
  whole: string | null;
  /** The two texts whose quotient is part ÷ whole, for the working; NULL where it is 0 and no quotient. */
  ratio_top: string | null;
  ratio_bottom: string | null;
  /** A/T (for ≤ and <: T/A) of two positive numbers that reach; of a bound the highest that it allows, over_whole 0: no end. */
  over_part: string | null;
  over_whole: string | null;
  /** The highest value is a limit that is itself not allowed (`<5`). */
  over_open: string | null;
  /** Stated 完成值 against 完成分子 ÷ 完成分母, the latter at the places and with the sign of the former. */
  quotient_differs: string;
  quotient_stated: string | null;
  quotient_figure: string | null;
  /** Same for targets that are alike by value and unit of measure; NULL where the target is no number or range. */
  target_key: string | null;
  /** The single achieved value as a reduced fraction, and its kind of unit (`percent` in per cent), for step tables. */
  value_part: string | null;
  value_whole: string | null;
  value_kind: string | null;
}

export const READING_COLUMNS: readonly ReadingColumn[] = [
  { name: 'target_form', type: 'VARCHAR' },
  { name: 'achieved_form', type: 'VARCHAR' },
  { name: 'reading', type: 'VARCHAR' },
  { name: 'reason', type: 'VARCHAR' },
  { name: 'level', type: 'INTEGER' },
  { name: 'comparator_sign', type: 'VARCHAR' },
  { name: 'comparator_assumed', type: 'BOOLEAN' },
  { name: 'no_comparator', type: 'BOOLEAN' },
  { name: 'reached', type: 'BOOLEAN' },
  { name: 'at_target', type: 'BOOLEAN' },
  { name: 'is_bound', type: 'BOOLEAN' },
  { name: 'part', type: 'HUGEINT' },
  { name: 'whole', type: 'HUGEINT' },
  { name: 'ratio_top', type: 'VARCHAR' },
  { name: 'ratio_bottom', type: 'VARCHAR' },
  { name: 'over_part', type: 'HUGEINT' },
  { name: 'over_whole', type: 'HUGEINT' },
  { name: 'over_open', type: 'BOOLEAN' },
  { name: 'quotient_differs', type: 'BOOLEAN' },
  { name: 'quotient_stated', type: 'VARCHAR' },
  { name: 'quotient_figure', type: 'VARCHAR' },
  { name: 'target_key', type: 'VARCHAR' },
  { name: 'value_part', type: 'HUGEINT' },
  { name: 'value_whole', type: 'HUGEINT' },
  { name: 'value_kind', type: 'VARCHAR' },
];

/** The cells of one row that reading looks at, as they stood (trimmed), NULL for an empty or bad cell. */
export interface IndicatorCells {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly kind: string | null;
  readonly comparator: string | null;
  readonly target: string | null;
  readonly achieved: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly measureUnit: string | null;
}
