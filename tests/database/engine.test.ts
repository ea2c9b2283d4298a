import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { openEngine } from '../support/engine';

describe('values leave the engine exactly', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.close());

  it.each([
    ['DECIMAL(4,1)', '-0.5', '-0.5'],
    ['DECIMAL(9,3)', '123456.789', '123456.789'],
    ['DECIMAL(18,2)', '-1234567890123456.78', '-1234567890123456.78'],
    ['DECIMAL(38,6)', '-12345678901234567890123456789012.345678', '-12345678901234567890123456789012.345678'],
    ['DECIMAL(38,0)', '0', '0'],
    ['HUGEINT', '-170141183460469231731687303715884105727', '-170141183460469231731687303715884105727'],
    ['BIGINT', '9007199254740993', '9007199254740993'],
  ])('%s %s', async (type, text, expected) => {
    const [row] = await engine.query(`SELECT CAST('${text}' AS ${type}) AS v`);
    expect(row?.v).toBe(expected);
  });

  it('gives safe integers as numbers, NULL as null, and binds values', async () => {
    const rows = await engine.query(
      'SELECT $1::INTEGER AS a, $2::VARCHAR AS b, NULL::DECIMAL(18,2) AS c, 7::BIGINT AS d',
      [2021, "'; DROP TABLE unit; --"],
    );
    expect(rows).toEqual([{ a: 2021, b: "'; DROP TABLE unit; --", c: null, d: 7 }]);
  });
});
