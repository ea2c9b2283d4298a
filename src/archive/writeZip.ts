/**
 * Writing a zip from members that are packed already: the parts of the blob are those bytes themselves, so that nothing
 * is unpacked or copied. Names are UTF-8 and marked so; there are no times in it, so that the same content gives the
 * same file.
 */
import { ArchiveError } from './archiveError';
import { crc32 } from './crc32';

export interface PackedMember {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly packed: Uint8Array;
  readonly crc32: number;
  readonly size: number;
}

const UTF8_NAMES = 0x800;
/** 1 January 1980, the first day there is. */
const NO_DATE = 0x21;
const MOST_BYTES = 0xffff_fffe;
const MOST_MEMBERS = 0xfffe;

export const storedMember = (name: string, bytes: Uint8Array): PackedMember => ({
  name,
  method: 0,
  packed: bytes,
  crc32: crc32(bytes),
  size: bytes.length,
});

export function writeZip(members: readonly PackedMember[]): Blob {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const member of members) {
    const name = new TextEncoder().encode(member.name);
    const local = headerOf(member, name, offset, false);
    directory.push(headerOf(member, name, offset, true));
    parts.push(local, member.packed);
    offset += local.length + member.packed.length;
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0);
  if (offset + directorySize > MOST_BYTES || members.length > MOST_MEMBERS) throw new ArchiveError('too-large');
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, members.length, true);
  end.setUint16(10, members.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  return new Blob([...parts, ...directory, new Uint8Array(end.buffer)] as Uint8Array<ArrayBuffer>[], {
    type: 'application/zip',
  });
}

/** The header before a member's bytes, or its entry in the directory at the end: the same fields a few bytes on. */
function headerOf(member: PackedMember, name: Uint8Array, offset: number, inDirectory: boolean): Uint8Array {
  const length = inDirectory ? 46 : 30;
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  const shift = inDirectory ? 2 : 0;
  view.setUint32(0, inDirectory ? 0x02014b50 : 0x04034b50, true);
  if (inDirectory) view.setUint16(4, 20, true);
  view.setUint16(4 + shift, 20, true);
  view.setUint16(6 + shift, UTF8_NAMES, true);
  view.setUint16(8 + shift, member.method, true);
  view.setUint16(12 + shift, NO_DATE, true);
  view.setUint32(14 + shift, member.crc32, true);
  view.setUint32(18 + shift, member.packed.length, true);
  view.setUint32(22 + shift, member.size, true);
  view.setUint16(26 + shift, name.length, true);
  if (inDirectory) view.setUint32(42, offset, true);
  bytes.set(name, length);
  return bytes;
}
