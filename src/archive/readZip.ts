/**
 * Reading a zip that may be hostile. Only the directory at the end is believed, and it only as far as it is checked:
 * what a member says of its size bounds what is unpacked, and its CRC must hold. Members are read one at a time from the
 * blob, so that the whole archive need not be in memory.
 */
import { ArchiveError } from './archiveError';
import { crc32 } from './crc32';
import { decodeName } from './memberName';

export interface ZipMember {
  /** As the archive has it; see `shownName`. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

export interface ZipLimits {
  readonly members: number;
  /** Bytes of all members, unpacked, as they say themselves. */
  readonly bytes: number;
}

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

const bytesOf = async (blob: Blob, from: number, to: number): Promise<Uint8Array> =>
  new Uint8Array(await blob.slice(from, to).arrayBuffer());
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** `PK` and two bytes that a zip begins with; an empty one begins with its end. */
export async function looksLikeZip(blob: Blob): Promise<boolean> {
  const [a, b, c, d] = await bytesOf(blob, 0, 4);
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6));
}

export async function listZip(blob: Blob, limits: ZipLimits): Promise<ZipMember[]> {
  const { start, end, count } = await findDirectory(blob);
  if (count > limits.members) throw new ArchiveError('too-many');
  const directory = await bytesOf(blob, start, end);
  const view = viewOf(directory);
  const members: ZipMember[] = [];
  let at = 0;
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > directory.length || view.getUint32(at, true) !== DIRECTORY_SIGNATURE)
      throw new ArchiveError('damaged');
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > directory.length) throw new ArchiveError('damaged');
    const name = decodeName(directory.subarray(at + 46, nameEnd), (flags & 0x800) !== 0);
    const member = {
      name,
      isFolder: /[\\/]$/.test(name),
      isEncrypted: (flags & 0x41) !== 0,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    total += member.size;
    // 0xffffffff is how a zip of more than 4 GB points elsewhere: over every limit.
    if (total > limits.bytes || member.offset === 0xffffffff) throw new ArchiveError('too-large');
    members.push(member);
    at = next;
  }
  return members;
}

async function findDirectory(blob: Blob): Promise<{ start: number; end: number; count: number }> {
  const tailStart = Math.max(0, blob.size - END_SIZE - LONGEST_COMMENT);
  const tail = await bytesOf(blob, tailStart, blob.size);
  const view = viewOf(tail);
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) > tail.length) continue;
    const start = view.getUint32(at + 16, true);
    const end = start + view.getUint32(at + 12, true);
    const count = view.getUint16(at + 10, true);
    if (start === 0xffffffff || count === 0xffff) throw new ArchiveError('too-large');
    if (end > tailStart + at || count !== view.getUint16(at + 8, true)) throw new ArchiveError('damaged');
    return { start, end, count };
  }
  throw new ArchiveError((await looksLikeZip(blob)) ? 'damaged' : 'not-zip');
}

/** The bytes of a member as they are packed. */
export async function readPacked(blob: Blob, member: ZipMember): Promise<Uint8Array> {
  const header = await bytesOf(blob, member.offset, member.offset + 30);
  if (header.length < 30 || viewOf(header).getUint32(0, true) !== LOCAL_SIGNATURE) throw new ArchiveError('damaged');
  const start = member.offset + 30 + viewOf(header).getUint16(26, true) + viewOf(header).getUint16(28, true);
  const packed = await bytesOf(blob, start, start + member.packedSize);
  if (packed.length !== member.packedSize) throw new ArchiveError('damaged');
  return packed;
}

/** A member unpacked: never more than it said it would be, and exactly what was packed. */
export async function readMember(blob: Blob, member: ZipMember): Promise<Uint8Array> {
  if (member.isEncrypted) throw new ArchiveError('encrypted');
  if (member.method !== STORED && member.method !== DEFLATED) throw new ArchiveError('method');
  const packed = await readPacked(blob, member);
  const bytes = member.method === STORED ? packed : await inflate(packed, member.size);
  if (bytes.length !== member.size || crc32(bytes) !== member.crc32) throw new ArchiveError('damaged');
  return bytes;
}

async function inflate(packed: Uint8Array, size: number): Promise<Uint8Array> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const bytes = new Uint8Array(size);
  let filled = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (filled + piece.value.length > size) throw new ArchiveError('damaged');
      bytes.set(piece.value, filled);
      filled += piece.value.length;
    }
  } catch (cause) {
    void reader.cancel().catch(() => undefined);
    throw cause instanceof ArchiveError ? cause : new ArchiveError('damaged', { cause });
  }
  return bytes.subarray(0, filled);
}
