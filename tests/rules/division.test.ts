/** Every way that the database divides by, short or long, gives what whole numbers of any length give: half-up, to the digit. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { AMOUNT_PLACES, EXPR_MACROS } from '@/rules/expr/toSql';
import { openEngine } from '../support/engine';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ schema: false });
  for (const macro of EXPR_MACROS) await engine.run(macro);
}, 60_000);
afterAll(() => engine.close());

const halfUp = (top: bigint, bottom: bigint): bigint => (2n * top + bottom) / (2n * bottom);
const around = (value: bigint): bigint[] => [value - 1n, value, value + 1n];
const sql = (values: readonly (bigint | number)[]): string =>
  `(VALUES ${values.map((value) => `('${value.toString()}'::HUGEINT)`).join(', ')})`;
const UNIT = 10n ** BigInt(AMOUNT_PLACES);

it('shares of an amount', async () => {
  const values = [0n, 1n, ...around(9n * 10n ** 18n), ...around(33n * 10n ** 12n), 25n * UNIT, 12_345_678n * 10n ** 9n]
    .concat([2n, 45n, 899n, 901n, 999_999n].flatMap((points) => around(points * UNIT)))
    .concat([33_335n * 10n ** 13n, 100n * UNIT + 5n * 10n ** 13n]);
  const quotients = [1n, 2n, 3n, 7n, 8n, 1000n, ...around(10n ** 8n), 10n ** 10n, 10n ** 21n + 7n].flatMap((whole) =>
    [...new Set([0n, 1n, whole / 2n, whole / 3n, whole - 1n, whole, whole + 1n])].map((part) => [part, whole] as const),
  );
  for (const places of [0, 2, 3, 6]) {
    const pairs = quotients.map(([part, whole]) => `(${part.toString()}::HUGEINT, ${whole.toString()}::HUGEINT)`);
    const rows = await engine.query<{ v: string; p: string; w: string; found: string }>(
      `SELECT v::VARCHAR AS v, p::VARCHAR AS p, w::VARCHAR AS w, share_of(v, p, w, ${String(10 ** places)}::HUGEINT)::VARCHAR AS found
       FROM ${sql(values)} a(v), (VALUES ${pairs.join(', ')}) q(p, w)`,
    );
    expect(rows).toHaveLength(values.length * quotients.length);
    const unit = UNIT / 10n ** BigInt(places);
    for (const { v, p, w, found } of rows) {
      const exact = halfUp(BigInt(v) * BigInt(p), BigInt(w) * unit) * unit;
      expect(found, `${v} × ${p} ÷ ${w} to ${String(places)} places`).toBe(exact.toString());
    }
  }
});

it('ratios of counts and of amounts', async () => {
  const wholes = [1n, 3n, 8n, 9999n, ...around(10n ** 10n), ...around(10n ** 12n), 97n * 10n ** 12n]
    .concat([1n, 93n, 100n, 899n, 901n, 10n ** 6n].flatMap((points) => around(points * UNIT)))
    .concat([9n * 10n ** 18n - 10n ** 12n, 33n * 10n ** 12n, 999_999n * 10n ** 12n]);
  for (const places of [2, 3, 4, 8]) {
    const rows = await engine.query<{ p: string; w: string; found: string }>(
      `SELECT p::VARCHAR AS p, w::VARCHAR AS w, ratio_of(p, w, ${String(10 ** places)}::HUGEINT)::VARCHAR AS found
       FROM ${sql(wholes)} a(w), ${sql([0n, ...wholes])} b(p)`,
    );
    expect(rows).toHaveLength(wholes.length * (wholes.length + 1));
    for (const { p, w, found } of rows) {
      const exact = halfUp(BigInt(p) * 10n ** BigInt(places), BigInt(w));
      expect(found, `${p} ÷ ${w} to ${String(places)} places`).toBe(exact.toString());
    }
  }
});
