/**
 * An empty DuckDB database file. The engine makes none where there is no file system, and refuses a file without bytes;
 * so here are the three headers with which one begins, as core 1.4 writes them (blocks of 256 kB). Newer cores read it.
 */
const HEADER_LENGTH = 4096;
const MAIN =
  '67fd9328818d2eb34455434b4000000000000000000000000000000000000000000000000000000000000000000000000000000076312e342e33000000000000000000000000000000000000000000000000000064316463383866393530';
const STATE =
  'c48025b08a4e3fd20000000000000000ffffffffffffffffffffffffffffffff0000000000000000000004000000000000080000000000000100000000000000000000000000000000000000000000000000000064316463383866393530';

export function emptyDatabase(): Uint8Array {
  const bytes = new Uint8Array(3 * HEADER_LENGTH);
  for (const [index, header] of [MAIN, STATE, STATE].entries()) {
    for (let at = 0; at < header.length; at += 2) {
      bytes[index * HEADER_LENGTH + at / 2] = Number.parseInt(header.slice(at, at + 2), 16);
    }
  }
  return bytes;
}
