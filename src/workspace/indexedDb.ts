/**
 * The workspace in IndexedDB. One import is one strict transaction over `source` and `journal`, so that a crash,
 * a full disk or a closed tab leaves the state before it or the state after it. No locks: a commit names the
 * revision that it was made on, and one that comes too late is refused.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { compress, decompress } from './compress';
import { EMPTY_JOURNAL, JOURNAL_VERSION, type Journal, type JournalEntry } from './journal';
import { WorkspaceError, type PackedSource, type Source, type Workspace } from './workspace';

interface JilanDatabase extends DBSchema {
  source: { key: string; value: { sha256: string; gzip: Uint8Array; packed: number }; indexes: { packed: number } };
  journal: { key: number; value: JournalEntry };
  head: { key: 'head'; value: { version: number; revision: number } };
}

const DATABASE_NAME = 'jilan';
const CHANNEL_NAME = 'jilan-workspace';

/** Rejects where the browser keeps no data (private mode, policy): the caller falls back to memory. */
export async function openStoredWorkspace(): Promise<Workspace> {
  const db = await openDB<JilanDatabase>(DATABASE_NAME, 1, {
    upgrade(database) {
      // The index holds the sizes, so that they can be added up without reading a source.
      database.createObjectStore('source', { keyPath: 'sha256' }).createIndex('packed', 'packed');
      database.createObjectStore('journal', { autoIncrement: true });
      database.createObjectStore('head');
    },
  });
  return storedWorkspace(db, new BroadcastChannel(CHANNEL_NAME));
}

function problemOf(cause: unknown): WorkspaceError {
  if (cause instanceof WorkspaceError) return cause;
  const name = cause instanceof DOMException ? cause.name : '';
  return new WorkspaceError(name === 'QuotaExceededError' ? 'full' : 'unreadable', { cause });
}

function storedWorkspace(db: IDBPDatabase<JilanDatabase>, channel: BroadcastChannel): Workspace {
  async function readJournal(): Promise<Journal> {
    const transaction = db.transaction(['journal', 'head']);
    const [entries, head] = await Promise.all([
      transaction.objectStore('journal').getAll(),
      transaction.objectStore('head').get('head'),
    ]);
    if (!head) return EMPTY_JOURNAL;
    if (head.version > JOURNAL_VERSION) throw new WorkspaceError('newer-version');
    return { version: JOURNAL_VERSION, revision: head.revision, entries };
  }

  /** One strict transaction: all of it is kept, or none. */
  async function write(
    entries: readonly JournalEntry[],
    sources: readonly PackedSource[],
    onRevision: number,
    isReplacing: boolean,
  ): Promise<Journal> {
    const transaction = db.transaction(['source', 'journal', 'head'], 'readwrite', { durability: 'strict' });
    try {
      const head = await transaction.objectStore('head').get('head');
      if ((head?.revision ?? 0) !== onRevision) throw new WorkspaceError('stale');
      // One after the other, so that a request that fails is the one that is waited for.
      if (isReplacing) {
        await transaction.objectStore('journal').clear();
        await transaction.objectStore('source').clear();
      }
      for (const entry of entries) await transaction.objectStore('journal').add(entry);
      await transaction.objectStore('head').put({ version: JOURNAL_VERSION, revision: onRevision + 1 }, 'head');
      for (const { sha256, gzip } of sources)
        await transaction.objectStore('source').put({ sha256, gzip, packed: gzip.byteLength });
      await transaction.done;
    } catch (cause) {
      transaction.done.catch(() => undefined);
      try {
        transaction.abort();
      } catch {
        // Already ended: what failed has been caught above.
      }
      throw problemOf(cause);
    }
    channel.postMessage('changed');
    return readJournal();
  }

  return {
    persistence: 'stored',
    readJournal,

    async readSource(sha256) {
      const stored = await db.get('source', sha256);
      if (!stored) throw new WorkspaceError('missing-source');
      return decompress(stored.gzip);
    },

    async readPackedSource(sha256) {
      const stored = await db.get('source', sha256);
      if (!stored) throw new WorkspaceError('missing-source');
      return stored.gzip;
    },

    async commit(entry: JournalEntry, sources: readonly Source[], onRevision: number): Promise<Journal> {
      const packed = await Promise.all(
        sources.map(async ({ sha256, bytes }) => ({ sha256, gzip: await compress(bytes) })),
      );
      return write([entry], packed, onRevision, false);
    },

    replaceAll: (entries, sources, onRevision) => write(entries, sources, onRevision, true),

    async erase() {
      const transaction = db.transaction(['source', 'journal', 'head'], 'readwrite', { durability: 'strict' });
      const head = await transaction.objectStore('head').get('head');
      await Promise.all([
        transaction.objectStore('source').clear(),
        transaction.objectStore('journal').clear(),
        // The revision goes on counting, so that a window that still shows the old data cannot write over the new.
        transaction.objectStore('head').put({ version: JOURNAL_VERSION, revision: (head?.revision ?? 0) + 1 }, 'head'),
        transaction.done,
      ]);
      channel.postMessage('changed');
    },

    async usedBytes() {
      let sum = 0;
      let cursor = await db.transaction('source').store.index('packed').openKeyCursor();
      while (cursor) {
        sum += cursor.key;
        cursor = await cursor.continue();
      }
      return sum;
    },

    onForeignChange(listener) {
      channel.addEventListener('message', listener);
      return () => channel.removeEventListener('message', listener);
    },

    close() {
      channel.close();
      db.close();
    },
  };
}
