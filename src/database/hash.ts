/**
 * SHA-256 by the engine: `crypto.subtle` does not exist on plain http:// intranet hosts.
 * The bytes are copied, so the caller keeps its own.
 */
import type { Engine } from './engine';

let counter = 0;

/** Lower-case hexadecimal SHA-256 of the bytes. Source of a file's identity in the workspace. */
export async function sha256(engine: Engine, bytes: Uint8Array): Promise<string> {
  counter += 1;
  const name = `hash-${counter}.bin`;
  await engine.registerFile(name, bytes.slice());
  try {
    const [row] = await engine.query<{ digest: string }>(`SELECT sha256(content) AS digest FROM read_blob('${name}')`);
    if (!row) throw new Error('the engine gave no digest');
    return row.digest;
  } finally {
    await engine.dropFile(name);
  }
}
