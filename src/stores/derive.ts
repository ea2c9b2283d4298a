/**
 * From rows to facts and scores, in the database: first what no rule set changes (unit-years, money),
 * then what one rule set says (scores, ranks' basis, findings). One statement at a time, so that progress shows and
 * a cancel is heard between them.
 */
import type { Engine } from '@/database/engine';
import { financeStatements } from '@/rules/finance';
import { findingStatements, indicatorFactStatements } from '@/rules/findings';
import type { RuleSet } from '@/rules/ruleSet';
import { scoringStatements } from '@/rules/scoring';

export type Progress = (done: number, total: number) => void;

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

/** Tables that depend on the data alone. Run after every change of the base tables. */
export const deriveFacts = (engine: Engine, onProgress: Progress): Promise<void> =>
  runAll(engine, [...financeStatements(), ...indicatorFactStatements()], onProgress);

/** Scores and findings under one rule set; replaces what that rule set had before. */
export const deriveScores = (engine: Engine, ruleSet: RuleSet, onProgress: Progress): Promise<void> =>
  runAll(engine, [...scoringStatements(ruleSet), ...findingStatements(ruleSet)], onProgress);

/** Scores alone, for a rule set that is being edited: its findings are asked for once it is saved. */
export const deriveDraft = (engine: Engine, ruleSet: RuleSet, onProgress: Progress, stop: AbortSignal): Promise<void> =>
  runAll(engine, scoringStatements(ruleSet), onProgress, stop);
