/** Settings of every engine, in the browser and in Node. */

/** Exact values leave the engine as decimals, never as doubles. */
export const QUERY_CONFIG = { castBigIntToDouble: false, castDecimalToDouble: false } as const;

/** Bytes. WebAssembly ends at 4 GB, and past it the instance breaks. */
export const MEMORY_LIMIT = 3_000_000_000;

/**
 * The engine refuses before its memory ends, with an error that leaves the data as they were.
 *
 * Extensions would be fetched from a public host at first use: nothing leaves the machine, and a failed fetch
 * leaves the instance broken. So none is ever loaded.
 *
 * A checkpoint after every 16 MB of changes, the default, makes nothing durable where there is no disk: it only writes
 * tables anew, which takes longer than scoring. What it would give back, the room of deleted rows, worn.ts does.
 */
export const ENGINE_SETTINGS = `
SET memory_limit = '${String(MEMORY_LIMIT / 1_000_000)}MB';
SET autoinstall_known_extensions = false;
SET autoload_known_extensions = false;
SET wal_autocheckpoint = '1TB';
`;
