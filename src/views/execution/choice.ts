/** The page's own controls, as the address holds them. What an address does not say, or says wrongly, has a default. */
import { ITEM_BY_CODE, type ItemCode } from '@/domain/items';

export type Base = 'adjusted_budget' | 'initial_budget';

export interface ExecutionChoice {
  readonly item: ItemCode;
  /** Null: the adjusted budget where there is one, else the initial one, and the page says so. */
  readonly base: Base | null;
  readonly month: number;
  /** Percent, as typed: at most two decimals. */
  readonly low: string;
  /** The unit picked out in the pictures. */
  readonly unit: string | null;
}

export const DEFAULT_ITEM: ItemCode = 'expenditure.total';
export const DEFAULT_MONTH = 12;
export const DEFAULT_LOW = '80';

export const isThreshold = (text: string): boolean => /^\d{1,3}(\.\d{1,2})?$/.test(text);

export function readChoice(read: (key: string) => string | null): ExecutionChoice {
  const item = read('item') ?? '';
  const base = read('base');
  const month = /^(?:[1-9]|1[0-2])$/.exec(read('month') ?? '')?.[0];
  const low = read('low') ?? '';
  return {
    item: ITEM_BY_CODE.get(item)?.code ?? DEFAULT_ITEM,
    base: base === 'initial' ? 'initial_budget' : base === 'adjusted' ? 'adjusted_budget' : null,
    month: month === undefined ? DEFAULT_MONTH : Number.parseInt(month, 10),
    low: isThreshold(low) ? low : DEFAULT_LOW,
    unit: read('unit'),
  };
}
