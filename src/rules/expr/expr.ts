/**
 * The small language in which a scoring rule is written once. `toSql` compiles it for the database, where every list
 * is computed; `evaluate` reads the same expression with decimal.js. A parity test holds the two together.
 *
 * Three-valued like SQL: none propagates, and a condition that is none is not met.
 *
 * Two sorts of number, never mixed in a comparison:
 *  - amounts (weights, scores): exact decimals of at most sixteen places, in SQL whole numbers of 10⁻¹⁶;
 *  - counts (parts and wholes of quotients, levels): whole numbers.
 *
 * Both readings agree to the last digit while an amount that is divided stays below 10⁶ points and the parts and wholes
 * of quotients below 10²². A rule asks for that itself (`tooHeavy`, EXACT_LIMIT of the readings, LARGEST_SUM): what
 * lies beyond has no computed score, and a reason in words.
 */
import type { Whole } from '@/domain/reading/whole';

export type CompareSign = '<' | '<=' | '=' | '>=' | '>';

export type Expr =
  | { readonly op: 'amount'; readonly name: string }
  | { readonly op: 'column'; readonly name: string }
  | { readonly op: 'count'; readonly value: bigint }
  | { readonly op: 'text'; readonly value: string }
  | { readonly op: 'none' }
  | { readonly op: 'truth'; readonly value: boolean }
  | { readonly op: 'fixed'; readonly digits: string }
  | { readonly op: 'and' | 'or'; readonly of: readonly Expr[] }
  | { readonly op: 'not'; readonly of: Expr }
  | { readonly op: 'isNone'; readonly of: Expr }
  | { readonly op: 'compare'; readonly sign: CompareSign; readonly left: Expr; readonly right: Expr }
  | { readonly op: 'when'; readonly cases: readonly (readonly [Expr, Expr])[]; readonly otherwise: Expr }
  | { readonly op: 'add' | 'subtract' | 'multiply'; readonly left: Expr; readonly right: Expr }
  /** amount × part ÷ whole, rounded half-up once; part and whole are counts, none of them negative. */
  | { readonly op: 'share'; readonly of: Expr; readonly part: Expr; readonly whole: Expr; readonly places: number }
  /** part ÷ whole as a count of 10^−places, rounded half-up; neither is negative. */
  | { readonly op: 'ratio'; readonly part: Expr; readonly whole: Expr; readonly places: number }
  /** 100 × part ÷ whole as a count of hundredths of a per cent, half-up away from zero; none over nothing or less. */
  | { readonly op: 'percent'; readonly part: Expr; readonly whole: Expr }
  /** A number in its shortest decimal text; `places`: it is a count of 10^−places. */
  | { readonly op: 'digits'; readonly of: Expr; readonly places: number }
  /** A quotient of counts in lowest terms: `2/5`. */
  | { readonly op: 'lowest'; readonly part: Expr; readonly whole: Expr }
  /** Texts one behind the other; none where one of them is none. */
  | { readonly op: 'joined'; readonly of: readonly Expr[] }
  /** Texts with a mark between them; what is none drops out. */
  | { readonly op: 'listed'; readonly mark: string; readonly of: readonly Expr[] }
  /** A text without line breaks. */
  | { readonly op: 'oneLine'; readonly of: Expr };

export const amount = (name: string): Expr => ({ op: 'amount', name });
export const column = (name: string): Expr => ({ op: 'column', name });
export const count = (value: Whole): Expr => ({ op: 'count', value: BigInt(value) });
export const text = (value: string): Expr => ({ op: 'text', value });
export const none: Expr = { op: 'none' };
export const always: Expr = { op: 'truth', value: true };
export const never: Expr = { op: 'truth', value: false };
/** An amount, as plain decimal digits. */
export const fixed = (digits: string): Expr => ({ op: 'fixed', digits });
export const and = (...of: Expr[]): Expr => (of.length === 0 ? always : { op: 'and', of });
export const or = (...of: Expr[]): Expr => (of.length === 0 ? never : { op: 'or', of });
export const not = (of: Expr): Expr => ({ op: 'not', of });
export const isNone = (of: Expr): Expr => ({ op: 'isNone', of });
export const compare = (left: Expr, sign: CompareSign, right: Expr): Expr => ({ op: 'compare', sign, left, right });
export const equals = (left: Expr, right: Expr): Expr => compare(left, '=', right);
export const when = (cases: readonly (readonly [Expr, Expr])[], otherwise: Expr = none): Expr =>
  cases.length === 0 ? otherwise : { op: 'when', cases, otherwise };
export const add = (left: Expr, right: Expr): Expr => ({ op: 'add', left, right });
export const subtract = (left: Expr, right: Expr): Expr => ({ op: 'subtract', left, right });
export const multiply = (left: Expr, right: Expr): Expr => ({ op: 'multiply', left, right });
export const share = (of: Expr, part: Expr, whole: Expr, places: number): Expr => ({
  op: 'share',
  of,
  part,
  whole,
  places,
});
export const ratio = (part: Expr, whole: Expr, places: number): Expr => ({ op: 'ratio', part, whole, places });
export const percent = (part: Expr, whole: Expr): Expr => ({ op: 'percent', part, whole });
export const digits = (of: Expr, places = 0): Expr => ({ op: 'digits', of, places });
export const lowest = (part: Expr, whole: Expr): Expr => ({ op: 'lowest', part, whole });
export const oneLine = (of: Expr): Expr => ({ op: 'oneLine', of });
export const listed = (mark: string, ...of: Expr[]): Expr => ({ op: 'listed', mark, of });
/** Words and what stands between them. */
export const joined = (...of: (Expr | string)[]): Expr => ({
  op: 'joined',
  of: of.map((each) => (typeof each === 'string' ? text(each) : each)),
});
/** Nothing where there is none, so that the words around it stay. */
export const orEmpty = (of: Expr): Expr => when([[isNone(of), text('')]], of);
