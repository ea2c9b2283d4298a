/** The workspace where nothing can be stored: it lives as long as the page. */
import { compress, decompress } from './compress';
import { EMPTY_JOURNAL, type Journal } from './journal';
import { WorkspaceError, type Workspace } from './workspace';

export function openMemoryWorkspace(): Workspace {
  let journal: Journal = EMPTY_JOURNAL;
  const sources = new Map<string, Uint8Array>();
  return {
    persistence: 'memory',
    readJournal: () => Promise.resolve(journal),
    readSource(sha256) {
      const bytes = sources.get(sha256);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new WorkspaceError('missing-source'));
    },
    commit(entry, added, onRevision) {
      if (onRevision !== journal.revision) return Promise.reject(new WorkspaceError('stale'));
      for (const source of added) sources.set(source.sha256, source.bytes);
      journal = { ...journal, revision: journal.revision + 1, entries: [...journal.entries, entry] };
      return Promise.resolve(journal);
    },
    async readPackedSource(sha256) {
      return compress(await this.readSource(sha256));
    },
    async replaceAll(entries, packed, onRevision) {
      const unpacked = await Promise.all(
        packed.map(async ({ sha256, gzip }) => [sha256, await decompress(gzip)] as const),
      );
      if (onRevision !== journal.revision) throw new WorkspaceError('stale');
      sources.clear();
      for (const [sha256, bytes] of unpacked) sources.set(sha256, bytes);
      journal = { ...journal, revision: onRevision + 1, entries: [...entries] };
      return journal;
    },
    erase() {
      sources.clear();
      journal = { ...EMPTY_JOURNAL, revision: journal.revision + 1 };
      return Promise.resolve();
    },
    usedBytes: () => Promise.resolve([...sources.values()].reduce((sum, bytes) => sum + bytes.byteLength, 0)),
    onForeignChange: () => () => undefined,
    close: () => undefined,
  };
}
