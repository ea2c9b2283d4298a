/**
 * SHA-256 by the browser, which takes a fifth of the time, or where it has none (`crypto.subtle` does not exist on plain
 * http:// intranet hosts) by the engine. The bytes are copied, so the caller keeps its own.
 */
import type { Engine } from './engine';

let counter = 0;

const known = new WeakMap<Uint8Array, Promise<string>>();

/**
 * Lower-case hexadecimal SHA-256 of the bytes. Source of a file's identity in the workspace. The same bytes are digested
 * once: whoever asks early, while the engine is idle, need not wait later.
 */
export function sha256(engine: Engine, bytes: Uint8Array): Promise<string> {
  const before = known.get(bytes);
  if (before) return before;
  const digest = browserDigest(bytes) ?? engineDigest(engine, bytes);
  known.set(bytes, digest);
  digest.catch(() => known.delete(bytes));
  return digest;
}

function browserDigest(bytes: Uint8Array): Promise<string> | null {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle) return null;
  return subtle
    .digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
    .then((digest) => [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
}

export async function engineDigest(engine: Engine, bytes: Uint8Array): Promise<string> {
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
