/**
 * Whether files fit into the engine's memory, told by their size alone, so that it can be said before anything is read.
 * What does not fit all the same is refused by the engine itself (`DatabaseError.isOutOfMemory`).
 */
import { MEMORY_LIMIT } from '@/database/settings';
import type { ImportEntry } from '@/workspace/journal';

/**
 * Bytes that the engine holds for each byte of CSV, at least: rows, facts, scores and findings under one rule set. Measured
 * at 126 MB (508 MB in tables) and 636 MB.
 */
const HELD_PER_BYTE = 4;

export interface Room {
  /** Bytes of the files that are in already. */
  readonly kept: number;
  /** Bytes that the engine would come to hold, and those that it may. */
  readonly needed: number;
  readonly most: number;
}

/** `added`: bytes of the files as they are chosen; what is packed counts as it is, so that nobody is warned in vain. */
export function roomFor(imports: readonly Pick<ImportEntry, 'files'>[], added: number): Room {
  const kept = imports.flatMap(({ files }) => files).reduce((sum, { byteLength }) => sum + byteLength, 0);
  return { kept, needed: (kept + added) * HELD_PER_BYTE, most: MEMORY_LIMIT };
}
