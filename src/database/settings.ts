/** Settings of every engine, in the browser and in Node. */

/** Exact values leave the engine as decimals, never as doubles. */
export const QUERY_CONFIG = { castBigIntToDouble: false, castDecimalToDouble: false } as const;

/**
 * Extensions would be fetched from a public host at first use: nothing leaves the machine, and a failed fetch
 * leaves the instance broken. So none is ever loaded.
 */
export const ENGINE_SETTINGS = `
SET autoinstall_known_extensions = false;
SET autoload_known_extensions = false;
`;
