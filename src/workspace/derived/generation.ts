/**
 * The name under which a window writes its pieces. It says when it was begun: pieces without a head are either being
 * written by another window right now, or left over by one that was closed, and only their age tells which.
 */

/** How long a window may take from the first piece to the head; it waits whenever the user asks for something. */
const LONGEST_WRITE_MS = 15 * 60_000;

/** `now` in milliseconds, as of `Date.now()`. */
export const newGeneration = (now: number): string => `${now.toString(36)}-${Math.random().toString(36).slice(2)}`;

/** Whether nobody writes it any more. One from the future was begun before the clock was put right. */
export function isAbandoned(generation: string, now: number): boolean {
  const begun = parseInt(generation, 36);
  return !(Math.abs(now - begun) <= LONGEST_WRITE_MS);
}
