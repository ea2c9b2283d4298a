import { describe, expect, it, vi } from 'vitest';
import { collect, type DroppedFile } from '@/stores/collect';

const { signal } = new AbortController();
const dropped = (name: string, file: Blob = new Blob([name])): DroppedFile => ({ name, file });

describe('files that are dropped', () => {
  it('are held by the workers for as long as they can be read', async () => {
    const release = vi.fn();
    const hold = vi.fn(() => release);
    const { files } = await collect([dropped('a.csv')], signal, hold);
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['a.csv', 'a.csv']]);
    expect(hold).toHaveBeenCalledOnce();
    expect(release).not.toHaveBeenCalled();
  });

  it('are given up by the workers where one of them cannot be read', async () => {
    const gone = Object.assign(new Blob(['b']), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    const release = vi.fn();
    await expect(collect([dropped('a.csv'), dropped('b.csv', gone)], signal, () => release)).rejects.toThrow('gone');
    expect(release).toHaveBeenCalledOnce();
  });
});
