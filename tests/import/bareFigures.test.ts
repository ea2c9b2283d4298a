/** Figures without ornament are read a shorter way: it must say what the long way says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '@/domain/number';
import { readAmount } from '@/import/amounts';
import { MONEY_UNITS } from '@/import/money';

const figure = fc
  .tuple(
    fc.bigInt({ min: 0n, max: 10n ** 16n }),
    fc.option(fc.stringMatching(/^[0-9]{1,11}$/)),
    fc.constantFrom('', '0', '00'),
  )
  .map(([whole, places, zeros]) => `${zeros}${String(whole)}${places === null ? '' : `.${places}`}`);

/** A blank at the end is no part of a figure, but sends it the long way. */
const theLongWay = (text: string): string => `${text} `;

describe('a bare figure', () => {
  it('is the same amount either way, in every unit', () => {
    fc.assert(
      fc.property(figure, fc.constantFrom(...MONEY_UNITS, null), (text, unit) => {
        expect(readAmount(text, unit)).toEqual(readAmount(theLongWay(text), unit));
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same number either way, in both styles', () => {
    fc.assert(
      fc.property(figure, fc.constantFrom('point' as const, 'comma' as const), (text, style) => {
        expect(readNumber(text, style)).toEqual(readNumber(theLongWay(text), style));
      }),
      { numRuns: 2000 },
    );
  });
});
