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

  it('reads a column of many batches cell by cell, whatever stands beside it', async () => {
    const words = ['', '水务局', 'a', '😀𠮷', '\uFEFF甲', "'é'", '合成001区'];
    const quoted = words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ');
    const rows = await engine.query(
      `SELECT i::INTEGER AS i, CASE WHEN i % 5 <> 3 THEN [${quoted}][i % 7 + 1] END AS word,
              CASE WHEN i % 3 <> 1 THEN (i - 4000)::DECIMAL(38,4) * 1.5::DECIMAL(2,1) END AS figure,
              (i % 2 = 0) AS even, i * 10000000000 AS big, NULL AS nothing
       FROM range(9000) t(i) ORDER BY i`,
    );
    const expected = Array.from({ length: 9000 }, (_, i) => ({
      i,
      word: i % 5 === 3 ? null : words[i % 7],
      figure: i % 3 === 1 ? null : ((i - 4000) * 1.5).toFixed(5),
      even: i % 2 === 0,
      big: i * 10_000_000_000,
      nothing: null,
    }));
    expect(rows).toEqual(expected);
  });

  it('keeps amounts on both sides of 64 bits', async () => {
    const texts = [
      '9223372036854775807',
      '9223372036854775808',
      '-9223372036854775808',
      '-9223372036854775809',
      '-1',
      '0',
    ];
    const rows = await engine.query<{ v: string }>(
      `SELECT CAST(v AS HUGEINT) AS v FROM (VALUES ${texts.map((text, i) => `(${String(i)}, '${text}')`).join(', ')}) t(i, v) ORDER BY i`,
    );
    expect(rows.map((row) => row.v)).toEqual(texts);
  });
});
