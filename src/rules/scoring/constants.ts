/** Numbers of a rule set as whole quotients: the rule language knows no decimals but amounts. */
import { fractionOf, type Fraction } from '@/domain/reading/fraction';
import { count, type Expr } from '../expr/expr';
import { exactly } from '../ruleSet';

export const constant = (value: number): Fraction => fractionOf(exactly(value));
export const partOf = (value: Fraction): Expr => count(value.part);
export const wholeOf = (value: Fraction): Expr => count(value.whole);
export const ONE = count(1n);
export const ZERO = count(0n);
