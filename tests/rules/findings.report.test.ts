/** The findings on a real self-evaluation, as reckoned by hand: exactly these, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitStage, stage } from '@/database/stage';
import type { Engine } from '@/database/engine';
import { formatExact } from '@/domain/decimal';
import { Pipeline } from '@/import/pipeline';
import { findingStatements } from '@/rules/findings';
import { RULE_SETS } from '@/rules/ruleSet';
import checksSql from '@/views/checks/checks.sql?raw';
import executionSql from '@/views/execution/execution.sql?raw';
import { openEngine } from '../support/engine';
import { deriveAll } from '../support/scoring';

const FOLDER = join(import.meta.dirname, '../../sample-data/real');

describe('the real report', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));
    const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }));
    await stage(engine, new Pipeline().read(files), { importId: 1 });
    await commitStage(engine);
    await deriveAll(engine, RULE_SETS);
    for (const rule of RULE_SETS) for (const statement of findingStatements(rule)) await engine.run(statement);
  }, 180_000);
  afterAll(() => engine.close());

  const findings = async (id: string): Promise<string[]> => {
    const rows = await engine.query(checksSql, [null, null, null, null, null, id]);
    return rows.map((row) =>
      [
        row.check_name,
        row.reported_text ?? '',
        row.expected_text ?? '',
        row.difference === null ? '' : formatExact(String(row.difference)),
      ].join(' '),
    );
  };

  it('under the national rules', async () => {
    expect(await findings('national-2020')).toEqual([
      '收支合计不等 4425.80 4421.20 4.60',
      '自评总分与得分合计不符 99.99 95.00 4.99',
      '自评得分与重算得分不符 15.00 14.98 0.02',
      '自评总分与重算总分不符 99.99 94.98 5.01',
      '完成值远超目标 0.17次 ≤1次 ',
      '资金预决算规模悬殊 2.72 2305.00 -2302.28',
    ]);
  });

  it('with the ratio at one place', async () => {
    expect(await findings('ratio-1')).toEqual([
      '收支合计不等 4425.80 4421.20 4.60',
      '自评总分与得分合计不符 99.99 95.00 4.99',
      '自评得分与重算得分不符 15.00 14.985 0.015',
      '自评总分与重算总分不符 99.99 94.99 5.00',
      '完成值远超目标 0.17次 ≤1次 ',
      '资金预决算规模悬殊 2.72 2305.00 -2302.28',
    ]);
  });

  it('spends 113.53 % of the initial budget, and has no execution rate', async () => {
    const rows = await engine.query(executionSql, [2021, 2021, null, null, null, null]);
    const rates = rows.map((row) => [row.item, row.completion_rate, row.execution_rate]);
    expect(rates).toContainEqual(['expenditure.total', '113.53', null]);
    expect(rates).toContainEqual(['income.general_public', '278.28', null]);
    expect(rates).toContainEqual(['income.government_fund', '0.12', null]);
    expect(rates).toContainEqual(['three_public.total', '38.70', null]);
  });
});
