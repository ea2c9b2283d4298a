/** Errors of the workspace, of files and of a full engine that have their own words: key of `problem.*`. Null: only its own message. */
import { DatabaseError } from '@/database/engine';
import { JilanError } from '@/workspace/jilanError';
import { WorkspaceError } from '@/workspace/workspace';

export type Problem = WorkspaceError['problem'] | JilanError['problem'] | 'memory';

export function problemOf(error: Error): Problem | null {
  if (error instanceof DatabaseError && error.isOutOfMemory) return 'memory';
  return error instanceof WorkspaceError || error instanceof JilanError ? error.problem : null;
}
