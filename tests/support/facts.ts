/** Facts for tests that need no scores: the money, and the checks that rest on it alone. */
import { moneyStatements } from '@/rules/finance';
import { factFindingStatements } from '@/rules/findings/facts';

export const financeStatements = (): string[] => [...moneyStatements(), ...factFindingStatements()];
