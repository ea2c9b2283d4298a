/**
 * Where sources and journal are kept. Two homes: IndexedDB (also on plain http://, where OPFS and locks do not
 * exist) and, where nothing can be stored, memory: the app then says so.
 */
import type { Journal, JournalEntry } from './journal';

export interface Source {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** A source as it is stored. */
export interface PackedSource {
  readonly sha256: string;
  readonly gzip: Uint8Array;
}

export interface Workspace {
  readonly persistence: 'stored' | 'memory';
  readJournal(): Promise<Journal>;
  /** The bytes of a source as they were imported. Rejects with WorkspaceError('missing-source'). */
  readSource(sha256: string): Promise<Uint8Array>;
  /**
   * Appends one entry and writes the sources it names, in one transaction: both are there afterwards, or neither.
   * Rejects with WorkspaceError: 'stale' when another window has committed since `onRevision`, 'full' when the disk
   * or quota is. Returns the journal as it now stands.
   */
  commit(entry: JournalEntry, sources: readonly Source[], onRevision: number): Promise<Journal>;
  /** A source as it is stored: gzip. */
  readPackedSource(sha256: string): Promise<Uint8Array>;
  /**
   * Puts other entries and sources in the place of everything, in one transaction: on any failure the present ones stay
   * as they are. Rejects as `commit` does.
   */
  replaceAll(entries: readonly JournalEntry[], sources: readonly PackedSource[], onRevision: number): Promise<Journal>;
  /** Removes everything. */
  erase(): Promise<void>;
  /** Bytes that the sources take, compressed. */
  usedBytes(): Promise<number>;
  /** Calls back when another window has changed the workspace; returns the way to stop. */
  onForeignChange(listener: () => void): () => void;
  close(): void;
}

export type WorkspaceProblem = 'stale' | 'full' | 'missing-source' | 'newer-version' | 'unreadable';

export class WorkspaceError extends Error {
  constructor(
    readonly problem: WorkspaceProblem,
    options?: ErrorOptions,
  ) {
    super(`workspace: ${problem}`, options);
    this.name = 'WorkspaceError';
  }
}
