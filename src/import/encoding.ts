/**
 * Which encoding a file is in: byte order mark first, then UTF-16 by its zeros, then strict UTF-8 over the whole file,
 * then GB18030. No statistical guess: short Chinese files have been taken for Shift_JIS by such.
 */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const;
/** Big5 is never found, only set by hand: its bytes are GB18030 as well. */
export type Encoding = (typeof ENCODINGS)[number];

export interface BytesReading {
  readonly encoding: Encoding;
  /** Length of the byte order mark. */
  readonly start: number;
}

const PIECE = 1 << 20;
/** Of a large file the first piece is small: who only looks at its head need not take in more. */
const FIRST_PIECE = 1 << 15;
const PROBE = 1 << 16;

export function detectEncoding(bytes: Uint8Array): BytesReading {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', start: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', start: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', start: 2 };
  const wide = wideByZeros(bytes);
  if (wide) return { encoding: wide, start: 0 };
  return { encoding: isUtf8(bytes) ? 'utf-8' : 'gb18030', start: 0 };
}

/** Read as somebody says: a byte order mark counts only where it is that encoding's own. */
export function readingAs(bytes: Uint8Array, encoding: Encoding): BytesReading {
  const found = detectEncoding(bytes);
  return found.encoding === encoding ? found : { encoding, start: 0 };
}

/** Digits, delimiters and line ends of UTF-16 text have a zero beside them, always on the same side. */
function wideByZeros(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, PROBE) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const enough = (length / 2) * 0.12;
  if (odd > enough && even * 10 < odd) return 'utf-16le';
  if (even > enough && odd * 10 < even) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    // A file cut inside its last character is still UTF-8: the open end is not flushed.
    for (let i = 0; i < bytes.length; i += PIECE) decoder.decode(bytes.subarray(i, i + PIECE), { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The text in pieces, every line end as `\n`. What cannot be decoded becomes U+FFFD, which rejects its row. */
export function* decodePieces(bytes: Uint8Array, { encoding, start }: BytesReading): Generator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let heldReturn = '';
  let end = bytes.length > PIECE ? start + FIRST_PIECE : start + PIECE;
  for (let i = start; i < bytes.length; i = end, end += PIECE) {
    const last = end >= bytes.length;
    let text = heldReturn + decoder.decode(bytes.subarray(i, end), { stream: !last });
    heldReturn = '';
    if (!last && text.endsWith('\r')) {
      heldReturn = '\r';
      text = text.slice(0, -1);
    }
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
}

const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], '这是 Excel 工作簿或压缩包，不是 CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], '这是旧版 Excel 工作簿，不是 CSV'],
  [[0x25, 0x50, 0x44, 0x46], '这是 PDF，不是 CSV'],
  [[0x89, 0x50, 0x4e, 0x47], '这是图片，不是 CSV'],
  [[0xff, 0xd8, 0xff], '这是图片，不是 CSV'],
];

/** Why the bytes are no table at all, or null. */
export function foreignFormat(bytes: Uint8Array, reading: BytesReading): string | null {
  for (const [magic, reason] of MAGIC) if (magic.every((byte, i) => bytes[i] === byte)) return reason;
  const head = new TextDecoder(reading.encoding).decode(bytes.subarray(reading.start, reading.start + 4096));
  if (/^\s*<(?:!doctype|html|head|meta|table|body|\?xml|!--)/i.test(head)) return '这是网页（HTML），不是 CSV';
  const controls = head.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls > 8 && controls * 50 > head.length ? '这是二进制文件，不是 CSV' : null;
}
