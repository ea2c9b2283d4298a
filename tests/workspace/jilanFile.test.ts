import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStoredWorkspace } from '@/workspace/indexedDb';
import { JilanError } from '@/workspace/jilanError';
import { readJilan, writeJilan } from '@/workspace/jilanFile';
import type { JournalEntry } from '@/workspace/journal';
import { openMemoryWorkspace } from '@/workspace/memory';
import type { Workspace } from '@/workspace/workspace';

const at = '2026-11-24T08:00:00.000Z';
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hash = (bytes: Uint8Array): Promise<string> => Promise.resolve(sha(bytes));
const still = (): void => undefined;
const counts = { imported: 2, replaced: 0, unchanged: 0, aside: 0, rejected: 0, cells: 0, refused: 0 };
const bodies = ['单位编码,单位名称\r\n001,甲\0', '', '年度,'.repeat(9000)].map((text) =>
  new TextEncoder().encode(text),
);
const files = bodies.map((bytes, i) => ({
  name: `${String(i)}年/表.csv`,
  sha256: sha(bytes),
  byteLength: bytes.length,
}));
const ENTRIES: readonly JournalEntry[] = [
  { type: 'import', importId: 1, at, files, answers: { 'unit:0年/表.csv': '万元' }, counts, synthetic: false },
  { type: 'undo', importId: 1, at },
  { type: 'rule-set', at, ruleSetId: 'own-1', json: '{"id":"own-1"}', words: ['改了一处'] },
  { type: 'review', at, findingKey: 'k', reviewed: true, note: '已看，“无误”' },
  { type: 'removal', removalId: 1, at, importIds: [1], rows: 3 },
  {
    type: 'answer-template',
    at,
    name: '决算',
    files: [{ pattern: '#', kind: 'finance', headers: ['a'], answers: {} }],
  },
];

async function filled(open: () => Promise<Workspace>): Promise<Workspace> {
  const workspace = await open();
  for (const [revision, entry] of ENTRIES.entries()) {
    const sources = entry.type === 'import' ? bodies.map((bytes) => ({ sha256: sha(bytes), bytes })) : [];
    await workspace.commit(entry, sources, revision);
  }
  return workspace;
}
const saved = async (workspace: Workspace): Promise<Blob> =>
  writeJilan(workspace, await workspace.readJournal(), at, still);
const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
const blobOf = (bytes: Uint8Array): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>]);

const OPENERS = [
  ['stored', openStoredWorkspace],
  ['memory', () => Promise.resolve(openMemoryWorkspace())],
] as const;

describe.each(OPENERS)('a workspace that is %s, saved to one file', (_, open) => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  it('comes out of it byte for byte, in another workspace', async () => {
    const first = await filled(open);
    const file = await saved(first);
    first.close();
    globalThis.indexedDB = new IDBFactory();
    const second = await open();
    const content = await readJilan(file, hash, still);
    expect(content.entries).toEqual(ENTRIES);
    const journal = await second.replaceAll(content.entries, content.sources, 0);
    expect(journal.entries).toEqual(ENTRIES);
    for (const bytes of bodies) expect(await second.readSource(sha(bytes))).toEqual(bytes);
    // And the file that it saves is the same file.
    expect(await bytesOf(await saved(second))).toEqual(await bytesOf(file));
    second.close();
  });

  it('takes the place of what was there; on an old revision it does not', async () => {
    const content = await readJilan(await saved(await filled(open)), hash, still);
    globalThis.indexedDB = new IDBFactory();
    const workspace = await open();
    const bytes = strToU8('旧');
    const entry = { ...(ENTRIES[0] as JournalEntry & { type: 'import' }), files: [] };
    await workspace.commit(entry, [{ sha256: sha(bytes), bytes }], 0);
    await expect(workspace.replaceAll(content.entries, content.sources, 0)).rejects.toMatchObject({ problem: 'stale' });
    expect((await workspace.readJournal()).entries).toEqual([entry]);
    expect(await workspace.readSource(sha(bytes))).toEqual(bytes);
    await workspace.replaceAll(content.entries, content.sources, 1);
    await expect(workspace.readSource(sha(bytes))).rejects.toMatchObject({ problem: 'missing-source' });
    expect((await workspace.readJournal()).revision).toBe(2);
    workspace.close();
  });
});

describe('a file that must be refused', () => {
  const open = OPENERS[1][1];
  const refusal = (bytes: Uint8Array): Promise<string> =>
    readJilan(blobOf(bytes), hash, still).then(
      () => 'accepted',
      (cause: unknown) => (cause instanceof JilanError ? `JilanError ${cause.problem}` : String(cause)),
    );
  const damaged = 'JilanError damaged';

  it('foreign: no zip, or a zip of something else', async () => {
    expect(await refusal(strToU8('年度,金额'))).toBe('JilanError foreign');
    expect(await refusal(zipSync({ '决算.csv': strToU8('1') }))).toBe('JilanError foreign');
    expect(await refusal(zipSync({ 'manifest.json': strToU8('{"format":"other"}') }))).toBe('JilanError foreign');
  });

  it('damaged: cut, a bit turned anywhere in it, a source missing or changed', async () => {
    const whole = await bytesOf(await saved(await filled(open)));
    expect(await refusal(whole)).toBe('accepted');
    for (const cut of [1, 100, whole.length >> 1]) expect(await refusal(whole.slice(0, -cut))).toBe(damaged);
    const members = unzipSync(whole);
    const source = `sources/${files[0]?.sha256 ?? ''}`;
    const without = Object.fromEntries(Object.entries(members).filter(([name]) => name !== source));
    expect(await refusal(zipSync(without))).toBe(damaged);
    const other = members[source]?.slice() ?? new Uint8Array();
    other[0] = 0x41;
    // With a CRC that fits: only the digest tells.
    expect(await refusal(zipSync({ ...members, [source]: other }))).toBe(damaged);
    for (const name of ['manifest.json', 'journal.json', source]) {
      const at = Buffer.from(whole).indexOf(name) + name.length + 3;
      const turned = whole.slice();
      turned[at] = (turned[at] ?? 0) ^ 4;
      expect(await refusal(turned), name).toBe(damaged);
    }
  });

  it('damaged: a journal that this program would not write', async () => {
    const members = unzipSync(await bytesOf(await saved(await filled(open))));
    for (const entries of [
      [{ type: 'import' }],
      [{ type: 'other', at }],
      [{ ...ENTRIES[2], json: '{' }],
      [{ ...ENTRIES[0], files: [{ name: 'a', sha256: '../../x', byteLength: 1 }] }],
      'none',
    ])
      expect(
        await refusal(zipSync({ ...members, 'journal.json': strToU8(JSON.stringify({ version: 2, entries })) })),
      ).toBe(damaged);
  });

  it('newer: written by a later version', async () => {
    const manifest = { format: 'jilan-workspace', version: 2, journalVersion: 9, savedAt: at };
    expect(await refusal(zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)) }))).toBe('JilanError newer');
  });
});
