/** Facts for tests that need no scores: the money. */
import { moneyStatements } from '@/rules/finance';

export const financeStatements = (): string[] => moneyStatements();
