/**
 * From rows to facts and scores, in the database: first what no rule set changes (unit-years, money),
 * then what one rule set says: scores, which every view waits for, and findings, which follow when they are on screen. One
 * statement at a time, so that progress shows and a cancel is heard between them.
 */
import type { Engine } from '@/database/engine';
import { renewTables, wornTables } from '@/database/worn';
import type { RuleSet } from '@/rules/ruleSet';

export type Progress = (done: number, total: number) => void;

/** The statements: a good part of the program, needed only once the engine is there, so not before the first paint. */
export async function loadRules() {
  const [finance, findings, scoring] = await Promise.all([
    import('@/rules/finance'),
    import('@/rules/findings'),
    import('@/rules/scoring'),
  ]);
  return { ...finance, ...findings, ...scoring };
}

async function runAll(
  engine: Engine,
  statements: readonly string[],
  onProgress: Progress,
  stop?: AbortSignal,
): Promise<void> {
  for (const [index, statement] of statements.entries()) {
    stop?.throwIfAborted();
    onProgress(index, statements.length);
    await engine.run(statement);
  }
  onProgress(statements.length, statements.length);
}

/** What was found in other data is made anew with the findings; until then only its room is of use. No view may outlast it. */
const DROP_FOUND = [
  ...['outcome', 'finding'].map((view) => `DROP VIEW IF EXISTS ${view}`),
  ...['rule_finding', 'found_rule', 'ledger', 'fact_finding', 'fact_ledger', 'finding_subject'].map(
    (table) => `DROP TABLE IF EXISTS ${table}`,
  ),
].join('; ');

/** Tables whose rows are replaced with every new scoring, or finding, under the same rule set. */
export const REPLACED = {
  scores: ['case_score', 'unit_result'],
  findings: ['rule_finding', 'ledger'],
} as const;

/** Tables that depend on the data alone. Run after every change of the base tables. */
export async function deriveFacts(engine: Engine, onProgress: Progress): Promise<void> {
  const { moneyStatements, caseStatements } = await loadRules();
  await runAll(engine, [DROP_FOUND, ...moneyStatements(), ...caseStatements()], onProgress);
}

/** Scores under one rule set, without findings; replaces what that rule set had before. */
export async function deriveScores(
  engine: Engine,
  ruleSet: RuleSet,
  onProgress: Progress,
  stop?: AbortSignal,
): Promise<void> {
  const { scoringStatements } = await loadRules();
  await runAll(engine, scoringStatements(ruleSet), onProgress, stop);
}

/** What the checks find whatever the rule set. Run once after the facts, before any rule set's findings. */
export async function deriveDataChecks(engine: Engine, onProgress: Progress, stop?: AbortSignal): Promise<void> {
  const { dataCheckStatements } = await loadRules();
  await runAll(engine, dataCheckStatements(), onProgress, stop);
}

/** Findings and ledger under one rule set, after its scores. One rule set at a time: they share tables on the way. */
export async function deriveFindings(
  engine: Engine,
  ruleSet: RuleSet,
  onProgress: Progress,
  stop?: AbortSignal,
): Promise<void> {
  const { findingStatements } = await loadRules();
  await runAll(engine, findingStatements(ruleSet), onProgress, stop);
}

/** Gives back the room of rows that have been replaced; `onMoving` is told where rows are about to get other row ids. */
export async function giveRoomBack(engine: Engine, tables: readonly string[], onMoving: () => void): Promise<void> {
  const worn = await wornTables(engine, tables);
  if (worn.length === 0) return;
  onMoving();
  await renewTables(engine, worn);
}
