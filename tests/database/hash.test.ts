import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { engineDigest, sha256 } from '@/database/hash';
import { openEngine } from '../support/engine';

it('the browser’s and the engine’s SHA-256 are that of Node, for empty, text and binary bytes', async () => {
  const engine = await openEngine();
  const all = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 256);
  for (const bytes of [new Uint8Array(0), new TextEncoder().encode('绩览,年度\r\n'), all]) {
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect(await sha256(engine, bytes)).toBe(digest);
    expect(await engineDigest(engine, bytes)).toBe(digest);
  }
  await engine.close();
});
