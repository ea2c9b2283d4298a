/** gzip through the browser's own streams, which are there on plain http:// too. They run on the thread that asks. */

async function through(bytes: Uint8Array, transform: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const gzip = (bytes: Uint8Array): Promise<Uint8Array> => through(bytes, new CompressionStream('gzip'));

const known = new WeakMap<Uint8Array, Promise<Uint8Array>>();

function remember(bytes: Uint8Array, packed: Promise<Uint8Array>): Promise<Uint8Array> {
  known.set(bytes, packed);
  packed.catch(() => known.delete(bytes));
  return packed;
}

/** The same bytes are compressed once: whoever asks early, while others work on them, need not wait later. */
export function compress(bytes: Uint8Array): Promise<Uint8Array> {
  const before = known.get(bytes);
  if (before) return before;
  return remember(bytes, gzip(bytes));
}

/** Another thread compresses these bytes: `compress` need not, unless that fails. */
export function compressedBy(bytes: Uint8Array, packing: Promise<Uint8Array>): void {
  if (known.has(bytes)) packing.catch(() => undefined);
  else
    void remember(
      bytes,
      packing.catch(() => gzip(bytes)),
    );
}

export const decompress = (bytes: Uint8Array): Promise<Uint8Array> => through(bytes, new DecompressionStream('gzip'));
