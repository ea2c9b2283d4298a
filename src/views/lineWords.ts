/** Rows of one line a year and unit; and the words that the database writes into them because files promise them. */
import type { TableRow } from '@/components/table';

export type LineRow = TableRow & {
  fiscal_year: number;
  unit_code: string;
  /** 口径; null without a budget. */
  base_word: string | null;
  /** 来源 */
  origin: string | null;
};

const KEYS: Readonly<Record<string, string>> = {
  年初预算: 'initial',
  调整预算: 'adjusted',
  填报: 'given',
  由分项合计: 'summed',
};

/** Their keys in the locale. */
export const lineWordKey = (word: string | null): string | null => (word === null ? null : (KEYS[word] ?? null));
