/**
 * A whole workspace as one file, `.jilan`: a zip of `manifest.json`, `journal.json` and `sources/<sha256>`, each source as
 * it was imported. Reading one changes nothing: what comes out has been checked to the last byte, and is then put in the
 * place of what is there, or not.
 */
import { ArchiveError } from '../archive/archiveError';
import { gzipOfMember, memberOfGzip } from '../archive/gzipMember';
import { listZip, readMember, readPacked, type ZipMember } from '../archive/readZip';
import { storedMember, writeZip } from '../archive/writeZip';
import { readEntries } from './entrySchema';
import { JilanError } from './jilanError';
import { importsOf, JOURNAL_VERSION, type Journal, type JournalEntry } from './journal';
import type { PackedSource, Workspace } from './workspace';

const FORMAT = 'jilan-workspace';
const FILE_VERSION = 1;
const LIMITS = { members: 20_000, bytes: 4_000_000_000 };
const SOURCES = 'sources/';

/** What a `.jilan` file holds, checked. */
export interface JilanContent {
  readonly savedAt: string;
  readonly entries: readonly JournalEntry[];
  readonly sources: readonly PackedSource[];
}

type Progress = (done: number, total: number) => void;

const digestsOf = (entries: readonly JournalEntry[]): Map<string, number> =>
  new Map(
    entries
      .filter((entry) => entry.type === 'import')
      .flatMap((entry) => entry.files.map((file) => [file.sha256, file.byteLength] as const)),
  );

export async function writeJilan(
  workspace: Workspace,
  journal: Journal,
  savedAt: string,
  tell: Progress,
): Promise<Blob> {
  const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  const digests = [...digestsOf(importsOf(journal)).keys()];
  const sources = [];
  for (const [index, sha256] of digests.entries()) {
    tell(index, digests.length);
    sources.push(memberOfGzip(SOURCES + sha256, await workspace.readPackedSource(sha256)));
  }
  const manifest = {
    format: FORMAT,
    version: FILE_VERSION,
    journalVersion: JOURNAL_VERSION,
    savedAt,
    sources: digests,
  };
  const { entries } = journal;
  return writeZip([
    storedMember('manifest.json', text(manifest)),
    storedMember('journal.json', text({ version: JOURNAL_VERSION, entries })),
    ...sources,
  ]);
}

/** `hash` is SHA-256 in lower-case hexadecimal. Rejects with JilanError. */
export async function readJilan(
  file: Blob,
  hash: (bytes: Uint8Array) => Promise<string>,
  tell: Progress,
): Promise<JilanContent> {
  try {
    const members = new Map((await membersOf(file)).map((member) => [member.name, member]));
    const savedAt = await readManifest(file, members);
    const entries = readEntries(await json(file, members.get('journal.json')));
    if (!entries) throw new JilanError('damaged');
    const digests = digestsOf(entries);
    const sources: PackedSource[] = [];
    for (const [sha256, byteLength] of digests) {
      tell(sources.length, digests.size);
      sources.push(await readSource(file, members.get(SOURCES + sha256), sha256, byteLength, hash));
    }
    return { savedAt, entries, sources };
  } catch (cause) {
    throw cause instanceof ArchiveError ? new JilanError('damaged', { cause }) : cause;
  }
}

async function membersOf(file: Blob): Promise<ZipMember[]> {
  try {
    return await listZip(file, LIMITS);
  } catch (cause) {
    if (cause instanceof ArchiveError && cause.problem === 'not-zip') throw new JilanError('foreign', { cause });
    throw cause;
  }
}

async function json(file: Blob, member: ZipMember | undefined): Promise<unknown> {
  if (!member) throw new JilanError('damaged');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readMember(file, member)));
  } catch (cause) {
    throw new JilanError('damaged', { cause });
  }
}

/** When it was saved. A manifest of another program is foreign, one of a later version of this one is newer. */
async function readManifest(file: Blob, members: ReadonlyMap<string, ZipMember>): Promise<string> {
  if (!members.has('manifest.json')) throw new JilanError('foreign');
  const manifest = (await json(file, members.get('manifest.json'))) as Record<string, unknown> | null;
  if (manifest?.format !== FORMAT) throw new JilanError('foreign');
  const { version, journalVersion, savedAt } = manifest;
  if (typeof version !== 'number' || typeof journalVersion !== 'number') throw new JilanError('damaged');
  if (version > FILE_VERSION || journalVersion > JOURNAL_VERSION) throw new JilanError('newer');
  if (typeof savedAt !== 'string' || Number.isNaN(Date.parse(savedAt))) throw new JilanError('damaged');
  return savedAt;
}

async function readSource(
  file: Blob,
  member: ZipMember | undefined,
  sha256: string,
  byteLength: number,
  hash: (bytes: Uint8Array) => Promise<string>,
): Promise<PackedSource> {
  if (!member || member.size !== byteLength || member.method !== 8) throw new JilanError('damaged');
  const bytes = await readMember(file, member);
  if ((await hash(bytes)) !== sha256) throw new JilanError('damaged');
  return { sha256, gzip: gzipOfMember(await readPacked(file, member), member.crc32, member.size) };
}
