/** checks.csv and the ledger of the conformance set, through the app's own import, scores and queries. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { CHECKS, findingStatements } from '@/rules/findings';
import { RULE_SETS } from '@/rules/ruleSet';
import { CHECKS_COLUMNS } from '@/views/checks/columns';
import checksSql from '@/views/checks/checks.sql?raw';
import { expectedRows } from '../support/conformance';
import { expectedLines, expectSame, printedLines } from '../support/conforms';
import { openEngine } from '../support/engine';
import { importConformance } from '../support/importedConformance';
import { deriveAll } from '../support/scoring';

const WORDS: Readonly<Record<string, string>> = { fired: '不符', passed: '通过', unknown: '资料不足' };
const PROMISED = RULE_SETS.filter((ruleSet) => ['national-2020', 'ratio-1'].includes(ruleSet.id));
const LABELS = new Map(CHECKS.map((check) => [check.id, check.label]));

describe('findings and ledger of the conformance set', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    await importConformance(engine);
    await deriveAll(engine, PROMISED);
    for (const rule of PROMISED) for (const statement of findingStatements(rule)) await engine.run(statement);
  }, 180_000);
  afterAll(() => engine.close());

  // The sentence (说明) is the program's own.
  const promised = CHECKS_COLUMNS.filter((column) => column.key !== 'sentence');

  it.each(['national-2020', 'ratio-1'])('checks.csv under %s, cell by cell and in order', async (id) => {
    const rows = await engine.query(checksSql, [null, null, null, null, null, id]);
    expectSame(printedLines(promised, rows), expectedLines(promised, `${id}/checks.csv`));
  });

  it.each(['national-2020', 'ratio-1'])('outcomes.csv under %s', async (id) => {
    const rows = await engine.query(
      `SELECT fiscal_year, unit_code, check_id, outcome FROM outcome WHERE rule_set_id = $1
       ORDER BY fiscal_year, unit_code, check_order`,
      [id],
    );
    expectSame(
      rows.map((row) =>
        [row.fiscal_year, row.unit_code, LABELS.get(String(row.check_id)), WORDS[String(row.outcome)]].join('|'),
      ),
      expectedRows(`${id}/outcomes.csv`).map((row) => [row.年度, row.单位编码, row.检查项, row.结果].join('|')),
    );
  });
});
