/** Whether two questions were asked with the same parameters; what was never asked is like nothing. */
import type { SqlValue } from '@/database/engine';

/** The parameters of a question, in the order of its `$1…`. */
export type Params = readonly SqlValue[];

export const sameParams = (one: Params | null, other: Params | null): boolean =>
  one !== null && other !== null && one.length === other.length && one.every((value, index) => value === other[index]);
