/** The made sample is what its generator writes, and it is believable enough to show the app on. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateSample } from '../../sample-data/generate.mjs';
import { readFacts, unitsOf, years } from '../support/recompute/dataset';
import { standings } from '../support/recompute/exports';
import { RULE_SETS, scoreIndicator } from '../support/recompute/scoring';

const FOLDER = 'sample-data/synthetic';
const mean = (values: number[]): number => values.reduce((total, value) => total + value, 0) / values.length;

describe('the made sample', () => {
  const facts = readFacts(FOLDER);
  const [national] = RULE_SETS;

  it('is what `npm run sample` writes, byte for byte', () => {
    const generated = generateSample();
    expect(readdirSync(FOLDER).sort()).toEqual([...generated.keys()].sort());
    for (const [name, text] of generated) expect(readFileSync(`${FOLDER}/${name}`, 'utf8') === text, name).toBe(true);
  });

  it('has 120 units in six regions, six years, eight to fifteen indicators, in less than 2 MB', () => {
    expect(facts.names.size).toBe(120);
    expect(new Set(facts.regions.values()).size).toBe(6);
    expect(years(facts)).toEqual([2019, 2020, 2021, 2022, 2023, 2024]);
    const counts = [...facts.indicators.values()].flatMap((inYear) => [...inYear.values()].map((rows) => rows.length));
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([8, 15]);
    expect([...generateSample().values()].reduce((bytes, text) => bytes + Buffer.byteLength(text), 0)).toBeLessThan(
      2_000_000,
    );
  });

  it('says in every file name that it is made, and every unit is of an invented place', () => {
    expect(readdirSync(FOLDER).every((name) => name.startsWith('合成示例_'))).toBe(true);
    for (const name of facts.names.values()) expect(name).toMatch(/^(示例市|甲区|乙区|丙区|丁县|戊县)/);
  });

  it('has self-evaluations that are too kind: about 95 where the rule gives about 86', () => {
    for (const year of years(facts)) {
      const order = standings(facts, year, national!).filter(({ total }) => total !== null);
      const recomputed = mean(order.map(({ total }) => total!.toNumber()));
      const reported = mean(
        order.flatMap(({ code }) => facts.conclusions.get(year)?.get(code)?.total || []).map(Number),
      );
      expect(recomputed).toBeGreaterThan(83.5);
      expect(recomputed).toBeLessThan(88);
      expect(reported).toBeGreaterThan(93.5);
      expect(reported).toBeLessThan(97);
    }
  });

  it('holds every state that a score can have, and gaps', () => {
    const states = new Set(
      [...facts.indicators.values()].flatMap((inYear) =>
        [...inYear.values()].flatMap((rows) => rows.map((row) => scoreIndicator(row, national!).state)),
      ),
    );
    expect([...states].sort()).toEqual(['不适用', '分档核定', '已重算', '缺失', '规则无法判定', '采用自评'].sort());
    expect(facts.changes.length).toBeGreaterThan(3);
    expect(unitsOf(facts, 2024).length).toBeGreaterThan(facts.indicators.get(2024)!.size);
  });
});
