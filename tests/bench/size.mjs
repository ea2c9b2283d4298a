/** JavaScript that is asked for before the first paint, in kB after gzip. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export function scriptsBeforePaint(dist, addresses) {
  const bytes = addresses.map((address) =>
    gzipSync(readFileSync(join(dist, 'assets', basename(address))), { level: 9 }),
  );
  return bytes.reduce((sum, each) => sum + each.length, 0) / 1000;
}
