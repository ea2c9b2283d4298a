/** Errors of the workspace and of files that have their own words: key of `data.problem.*`. Null: only its own message. */
import { JilanError } from '@/workspace/jilanFile';
import { WorkspaceError } from '@/workspace/workspace';

export type Problem = WorkspaceError['problem'] | JilanError['problem'];

export function problemOf(error: Error): Problem | null {
  return error instanceof WorkspaceError || error instanceof JilanError ? error.problem : null;
}
