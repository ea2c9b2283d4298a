/**
 * Excel's float dust (`98.500000000000028`): 14 or more significant digits where a decimal of at most six
 * lies within a relative 10⁻⁶. The decimal with the fewest digits is meant, among these the nearest.
 */
import { Exact } from '../decimal';

const DUSTY_DIGITS = 14;
const CLEAN_DIGITS = 6;
const NEAR = new Exact('0.000001');

export function cleanDust(value: Exact): Exact {
  if (value.precision() < DUSTY_DIGITS) return value;
  const allowed = value.abs().times(NEAR);
  for (let digits = 1; digits <= CLEAN_DIGITS; digits++) {
    const candidate = value.toSignificantDigits(digits);
    if (candidate.minus(value).abs().lessThanOrEqualTo(allowed)) return candidate;
  }
  return value;
}
