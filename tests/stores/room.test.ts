import { expect, it } from 'vitest';
import { ENGINE_SETTINGS, MEMORY_LIMIT } from '@/database/settings';
import { roomFor } from '@/stores/room';

const MB = 1_000_000;
const imported = (...sizes: number[]) => ({
  files: sizes.map((byteLength) => ({ name: 'a.csv', sha256: '', byteLength })),
});

it('five provinces have room, twice five provinces have not, also one after the other', () => {
  const fits = (kept: readonly number[], added: number): boolean => {
    const { needed, most } = roomFor(kept.length > 0 ? [imported(...kept)] : [], added);
    return needed <= most;
  };
  expect(fits([], 126 * MB)).toBe(true);
  expect(fits([], 637 * MB)).toBe(true);
  expect(fits([], 1274 * MB)).toBe(false);
  expect(fits([486 * MB, 151 * MB], 637 * MB)).toBe(false);
  expect(fits([486 * MB, 151 * MB], 10 * MB)).toBe(true);
});

it('tells what is in already, and the limit that the engine is given', () => {
  expect(roomFor([imported(1, 2), imported(4)], 3)).toMatchObject({ kept: 7, needed: 40, most: MEMORY_LIMIT });
  expect(ENGINE_SETTINGS).toContain(`memory_limit = '${String(MEMORY_LIMIT / 1_000_000)}MB'`);
});
