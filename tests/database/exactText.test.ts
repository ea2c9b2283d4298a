import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { exactValue, readType } from '@/database/exactText';
import { openEngine } from '../support/engine';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ schema: false });
}, 60_000);
afterAll(() => engine.close());

const TYPES = {
  'DECIMAL(38,16)': [22, 16],
  'DECIMAL(28,10)': [18, 10],
  'DECIMAL(38,6)': [32, 6],
  HUGEINT: [38, 0],
} as const;

describe.each(Object.entries(TYPES))('text → %s', (type, [before, behind]) => {
  it('is what the engine’s own cast makes of it', async () => {
    const digits = (most: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{0,${String(most)}}$`));
    const number = fc
      .tuple(
        fc.constantFrom('', '-'),
        fc.oneof(digits(before - 1), digits(6)),
        fc.oneof(digits(behind), digits(Math.min(behind, 2))),
      )
      .map(([sign, whole, places]) => `${sign}0${whole}`.replace(/0(?=\d)/, '') + (places === '' ? '' : `.${places}`));
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 60 }), async (texts) => {
        const values = texts.map((text) => `('${text}')`).join(',');
        const rows = await engine.query(
          `SELECT short = CAST(x AS ${type}) AS same, typeof(short) AS type
           FROM (SELECT x, y AS short FROM (SELECT x, ${exactValue('x', type).replace(/AS x$/, 'AS y')} FROM (VALUES ${values}) v(x)))`,
        );
        expect(rows).toEqual(texts.map(() => ({ same: true, type })));
      }),
      { numRuns: 40 },
    );
  });

  it('reads nothing as nothing', async () => {
    expect(readType(type)).toBe('VARCHAR');
    expect(await engine.query(`SELECT ${exactValue('x', type)} FROM (SELECT NULL::VARCHAR AS x)`)).toEqual([
      { x: null },
    ]);
  });
});

it('leaves what is narrow alone', () => {
  expect([readType('BIGINT'), exactValue('x', 'DECIMAL(18,6)')]).toEqual(['BIGINT', 'x']);
});
