/** Opens the workspace that this browser can give: stored, or in memory where storing is refused. */
import { openStoredWorkspace } from './indexedDb';
import { openMemoryWorkspace } from './memory';
import type { Workspace } from './workspace';

export async function openWorkspace(): Promise<Workspace> {
  try {
    return await openStoredWorkspace();
  } catch {
    return openMemoryWorkspace();
  }
}
