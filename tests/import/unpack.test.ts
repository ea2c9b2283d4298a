import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpack, type DroppedFile } from '@/import/unpack/unpack';

const dropped = (name: string, body: Uint8Array | string): DroppedFile => ({
  name,
  file: new Blob([typeof body === 'string' ? body : (body as Uint8Array<ArrayBuffer>)]),
});
const zip = (members: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(members).map(([name, body]) => [name, typeof body === 'string' ? strToU8(body) : body]),
    ),
  );

describe('a drop', () => {
  it('gives the tables of folders and zips under their paths, and says what it leaves aside', async () => {
    const { files, skipped } = await unpack([
      dropped('送审/单位表.csv', 'a'),
      dropped('送审/说明.docx', 'x'),
      dropped(
        '2021.zip',
        zip({
          '2021/决算.csv': 'b',
          '2021/附件/图.png': 'x',
          '__MACOSX/2021/._决算.csv': 'x',
          '2021/.DS_Store': 'x',
          '2021/内层.zip': zip({ 'c.csv': 'c' }),
          '2021/表.xlsx': 'x',
        }),
      ),
    ]);
    expect(files.map((file) => [file.name, new TextDecoder().decode(file.bytes)])).toEqual([
      ['送审/单位表.csv', 'a'],
      ['2021/决算.csv', 'b'],
    ]);
    expect(skipped.map(({ file, isFault }) => [file, isFault])).toEqual([
      ['送审/说明.docx', false],
      ['2021/附件/图.png', false],
      ['2021/内层.zip', true],
      ['2021/表.xlsx', true],
    ]);
    expect(skipped[2]?.reason).toContain('不展开');
    expect(skipped[3]?.reason).toContain('另存为');
  });

  it('keeps good neighbours of a bad zip, and good members beside a bad one', async () => {
    const bad = zip({ '好.csv': '1', '坏.csv': '2'.repeat(300) });
    const at = Buffer.from(bad).indexOf('坏.csv') + 9 + 1;
    bad[at] = (bad[at] ?? 0) ^ 0xff;
    const { files, skipped } = await unpack([
      dropped('a.csv', 'a'),
      dropped('半个.zip', zip({ 'x.csv': 'x' }).slice(0, -9)),
      dropped('b.zip', bad),
    ]);
    expect(files.map((file) => file.name)).toEqual(['a.csv', '好.csv']);
    expect(skipped.map(({ file }) => file)).toEqual(['半个.zip', 'b.zip/坏.csv']);
    for (const each of skipped)
      expect(each).toMatchObject({ isFault: true, reason: expect.stringContaining('损坏') as string });
  });

  it('refuses more than there is room for, over all zips together', async () => {
    const one = dropped('1.zip', zip({ 'a.csv': '0'.repeat(600) }));
    const two = dropped('2.zip', zip({ 'b.csv': '0'.repeat(600) }));
    const limits = { members: 5000, bytes: 1000 };
    const { files, skipped } = await unpack([one, two], limits);
    expect(files.map((file) => file.name)).toEqual(['a.csv']);
    expect(skipped[0]).toMatchObject({ file: '2.zip', reason: expect.stringContaining('超过 1 GB') as string });
  });

  it('numbers files of one name, and looks into a file chosen alone whatever it is called', async () => {
    const twice = await unpack([dropped('1.zip', zip({ 'a.csv': '1' })), dropped('2.zip', zip({ 'a.csv': '2' }))]);
    expect(twice.files.map((file) => file.name)).toEqual(['a.csv', 'a (2).csv']);
    expect((await unpack([dropped('导出.dat', 'x')])).files).toHaveLength(1);
  });
});
