/**
 * What is read anew (from the address with every change of it, from the database with every question): the same object as
 * long as it says the same, so that nothing is drawn again for a change that does not concern it. For plain values without
 * functions.
 */
export const steady = <T>(next: T, before: T | undefined): T =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(next) ? before : next;
