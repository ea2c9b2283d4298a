/** Settings of every engine, in the browser and in Node. */

/** Exact values leave the engine as decimals, never as doubles. */
export const QUERY_CONFIG = { castBigIntToDouble: false, castDecimalToDouble: false } as const;

/**
 * WebAssembly ends at 4 GB, and past it the instance breaks: the engine refuses before, with an error that leaves the
 * data as they were.
 *
 * Extensions would be fetched from a public host at first use: nothing leaves the machine, and a failed fetch
 * leaves the instance broken. So none is ever loaded.
 *
 * A checkpoint after every 16 MB of changes, the default, makes nothing durable where there is no disk: it only writes
 * tables anew, a third of the time of an import.
 */
export const ENGINE_SETTINGS = `
SET memory_limit = '3GB';
SET autoinstall_known_extensions = false;
SET autoload_known_extensions = false;
SET wal_autocheckpoint = '1TB';
`;
