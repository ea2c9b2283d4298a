import { describe, expect, it } from 'vitest';
import { droppedEntries } from '@/views/data/droppedEntries';

const fileEntry = (fullPath: string): FileSystemEntry =>
  ({
    isFile: true,
    fullPath,
    file: (done: (file: File) => void) => done(new File(['x'], fullPath.slice(fullPath.lastIndexOf('/') + 1))),
  }) as unknown as FileSystemEntry;

/** Gives its children two at a time, as browsers give a hundred. */
function folderEntry(children: FileSystemEntry[]): FileSystemEntry {
  const createReader = () => {
    let at = 0;
    return {
      readEntries: (done: (entries: FileSystemEntry[]) => void) => {
        done(children.slice(at, at + 2));
        at += 2;
      },
    };
  };
  return { isFile: false, createReader } as unknown as FileSystemEntry;
}

const transfer = (entries: (FileSystemEntry | null)[], files: File[] = []): DataTransfer =>
  ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files }) as unknown as DataTransfer;

describe('what a drop holds', () => {
  it('is every file of every folder, to any depth, under its path', async () => {
    const inner = folderEntry(['/卷/2021/a.csv', '/卷/2021/b.csv', '/卷/2021/c.csv'].map(fileEntry));
    const found = await droppedEntries(
      transfer([fileEntry('/单位表.csv'), folderEntry([fileEntry('/卷/x.csv'), inner])]),
    );
    expect(found.map((each) => each.name)).toEqual([
      '单位表.csv',
      '卷/x.csv',
      '卷/2021/a.csv',
      '卷/2021/b.csv',
      '卷/2021/c.csv',
    ]);
  });

  it('is the plain files where the browser knows no folders', async () => {
    const found = await droppedEntries(transfer([null], [new File(['x'], 'a.csv')]));
    expect(found.map((each) => each.name)).toEqual(['a.csv']);
  });
});
