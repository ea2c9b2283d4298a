/**
 * Exact whole numbers of any size. A `number` wherever it holds them exactly, which is many times faster, else a `bigint`;
 * which of the two follows from the value alone, so that equal ones are `===`, and `<` compares both.
 */
export type Whole = number | bigint;

export function whole(value: Whole): Whole {
  if (typeof value === 'number') return value;
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : value;
}

/** A product or sum beyond 2⁵³ − 1 is never rounded to below it: what comes out safe is exact. (`+ 0`: no −0.) */
export function multiply(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b + 0;
    if (Number.isSafeInteger(product)) return product;
  }
  return whole(BigInt(a) * BigInt(b));
}

export function add(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return whole(BigInt(a) + BigInt(b));
}

/** Towards zero. `b` must not be 0. */
export function divide(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') return (a - (a % b)) / b + 0;
  return whole(BigInt(a) / BigInt(b));
}

/** Positive; of two zeros it is 1. */
export function greatestCommonDivisor(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    if (isSmall(a) && isSmall(b)) return divisorOfSmall(a, b);
    let [x, y] = [Math.abs(a), Math.abs(b)];
    while (y !== 0) {
      const rest = x % y;
      x = y;
      y = rest;
    }
    return x === 0 ? 1 : x;
  }
  let [x, y] = [BigInt(a), BigInt(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return whole(x < 0n ? -x : x);
}

const isSmall = (value: number): boolean => (value | 0) === value;

/** A loop of its own: the machine's whole numbers, as long as it never meets any other. */
function divisorOfSmall(a: number, b: number): number {
  let x = a | 0;
  let y = b | 0;
  while (y !== 0) {
    const rest = (x % y) | 0;
    x = y;
    y = rest;
  }
  return x === 0 ? 1 : Math.abs(x);
}
