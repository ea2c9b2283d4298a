import { zipSync, unzipSync, gzipSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gzipOfMember, memberOfGzip } from '@/archive/gzipMember';
import { decodeName, shownName } from '@/archive/memberName';
import { listZip, looksLikeZip, readMember, type ZipLimits } from '@/archive/readZip';
import { storedMember, writeZip } from '@/archive/writeZip';

const LIMITS: ZipLimits = { members: 100, bytes: 10_000_000 };
const blobOf = (bytes: Uint8Array): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>]);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function unpack(bytes: Uint8Array): Promise<Record<string, string>> {
  const blob = blobOf(bytes);
  const members = await listZip(blob, LIMITS);
  const entries = [];
  for (const member of members) entries.push([member.name, text(await readMember(blob, member))] as const);
  return Object.fromEntries(entries);
}
/** The first place in `bytes` where the little-endian number stands. */
const find = (bytes: Uint8Array, signature: number): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 4 <= bytes.length; at += 1) if (view.getUint32(at, true) === signature) return at;
  throw new Error('no such signature');
};

describe('reading a zip', () => {
  const files = { '2021/决算.csv': '年度,金额\r\n2021,1.00', 'empty.csv': '', 'long.csv': '0,'.repeat(50_000) };
  const packed = zipSync(Object.fromEntries(Object.entries(files).map(([name, body]) => [name, strToU8(body)])));

  it('gives what another program packed, stored and deflated', async () => {
    expect(await unpack(packed)).toEqual(files);
    expect(await unpack(zipSync({ 'a.csv': strToU8('1') }, { level: 0 }))).toEqual({ 'a.csv': '1' });
  });

  it('tells a zip by its first bytes', async () => {
    expect(await looksLikeZip(blobOf(packed))).toBe(true);
    expect(await looksLikeZip(blobOf(strToU8('PK,编码')))).toBe(false);
  });

  it('refuses what is no zip, and what is cut', async () => {
    await expect(listZip(blobOf(strToU8('年度,金额')), LIMITS)).rejects.toMatchObject({ problem: 'not-zip' });
    for (const cut of [1, 30, 200])
      await expect(unpack(packed.slice(0, -cut))).rejects.toMatchObject({ problem: 'damaged' });
  });

  it('refuses a member of which one bit is wrong', async () => {
    const wrong = packed.slice();
    const at = 30 + new DataView(wrong.buffer).getUint16(26, true) + 5;
    wrong[at] = (wrong[at] ?? 0) ^ 1;
    await expect(unpack(wrong)).rejects.toMatchObject({ problem: 'damaged' });
  });

  it('never unpacks more than a member says it holds', async () => {
    const bomb = zipSync({ 'bomb.csv': new Uint8Array(5_000_000) });
    const view = new DataView(bomb.buffer);
    view.setUint32(find(bomb, 0x02014b50) + 24, 10, true);
    await expect(unpack(bomb)).rejects.toMatchObject({ problem: 'damaged' });
  });

  it('refuses too much and too many before it unpacks anything', async () => {
    const big = blobOf(zipSync({ 'big.csv': new Uint8Array(2000), 'b.csv': new Uint8Array(2000) }));
    await expect(listZip(big, { members: 9, bytes: 3000 })).rejects.toMatchObject({ problem: 'too-large' });
    await expect(listZip(big, { members: 1, bytes: 9000 })).rejects.toMatchObject({ problem: 'too-many' });
  });

  it('refuses what is locked and what is packed in a way it does not know', async () => {
    for (const [field, value, problem] of [
      [8, 1, 'encrypted'],
      [10, 93, 'method'],
    ] as const) {
      const odd = zipSync({ 'a.csv': strToU8('1') });
      new DataView(odd.buffer).setUint16(find(odd, 0x02014b50) + field, value, true);
      await expect(unpack(odd)).rejects.toMatchObject({ problem });
    }
  });

  it('whatever one changes in the directory, it gives the content or refuses it', async () => {
    const small = zipSync({ 'a.csv': strToU8('年度,1'), 'b.csv': strToU8('0'.repeat(300)) });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: small.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = small.slice();
          changed[at] = (changed[at] ?? 0) ^ by;
          const found = await unpack(changed).catch((cause: unknown) => (cause as Error).name);
          if (typeof found === 'string') expect(found).toBe('ArchiveError');
          else for (const body of Object.values(found)) expect(['年度,1', '0'.repeat(300)]).toContain(body);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('names inside', () => {
  it('are UTF-8 where they say so or can be nothing else, else GB18030', () => {
    const gbk = Uint8Array.from([0xbe, 0xf6, 0xcb, 0xe3]);
    expect(decodeName(gbk, false)).toBe('决算');
    expect(decodeName(strToU8('决算'), false)).toBe('决算');
    expect(decodeName(strToU8('决算'), true)).toBe('决算');
  });

  it('lead nowhere and hide nothing', () => {
    expect(shownName('../../etc/passwd')).toBe('etc/passwd');
    expect(shownName('C:\\Users\\甲\\2021.csv')).toBe('Users/甲/2021.csv');
    expect(shownName('/a//./b\u202efdp.csv\0')).toBe('a/bfdp.csv');
    expect(shownName('..')).toBe('（无名）');
  });
});

describe('writing a zip', () => {
  it('is read by another program, byte for byte', async () => {
    const gzip = gzipSync(strToU8('编码\r\n001'));
    const zip = writeZip([storedMember('说明.json', strToU8('{}')), memberOfGzip('sources/a', gzip)]);
    const read = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    expect(Object.fromEntries(Object.entries(read).map(([name, bytes]) => [name, text(bytes)]))).toEqual({
      '说明.json': '{}',
      'sources/a': '编码\r\n001',
    });
  });

  it('changes a cover there and back', async () => {
    const member = memberOfGzip('a', gzipSync(strToU8('001')));
    const stream = blobOf(gzipOfMember(member.packed, member.crc32, member.size))
      .stream()
      .pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(stream).text()).toBe('001');
    expect(() => memberOfGzip('a', strToU8('not gzip at all, this'))).toThrow('damaged');
  });
});
