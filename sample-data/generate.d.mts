/** All files of the made sample by name, as text. */
export function generateSample(): Map<string, string>;
