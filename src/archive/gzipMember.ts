/**
 * gzip and zip hold the same deflated bytes in different covers. Changing the cover moves a stored source into a zip and
 * back without packing it again.
 */
import { ArchiveError } from './archiveError';
import type { PackedMember } from './writeZip';

const HEAD = 10;
const TAIL = 8;

export function memberOfGzip(name: string, gzip: Uint8Array): PackedMember {
  const view = new DataView(gzip.buffer, gzip.byteOffset, gzip.byteLength);
  // The browser's own gzip has no optional fields; anything else was not written by this program.
  const isOwn = gzip.length >= HEAD + TAIL && gzip[0] === 0x1f && gzip[1] === 0x8b && gzip[2] === 8 && gzip[3] === 0;
  if (!isOwn) throw new ArchiveError('damaged');
  return {
    name,
    method: 8,
    packed: gzip.subarray(HEAD, gzip.length - TAIL),
    crc32: view.getUint32(gzip.length - TAIL, true),
    size: view.getUint32(gzip.length - 4, true),
  };
}

export function gzipOfMember(packed: Uint8Array, crc32: number, size: number): Uint8Array {
  const gzip = new Uint8Array(HEAD + packed.length + TAIL);
  gzip.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
  gzip.set(packed, HEAD);
  const view = new DataView(gzip.buffer);
  view.setUint32(gzip.length - TAIL, crc32, true);
  view.setUint32(gzip.length - 4, size, true);
  return gzip;
}
