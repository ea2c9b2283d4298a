/** Text → bytes in the encodings that files come in. The platform decodes all of them and writes only UTF-8. */
import type { Encoding } from '@/import/encoding';

export type Written = Exclude<Encoding, 'big5'>;

const MARKS: Readonly<Record<Written, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [],
};

/** `marked`: with a byte order mark, where the encoding has one. */
export function encode(text: string, encoding: Written, marked: boolean): Uint8Array {
  const mark = marked ? MARKS[encoding] : [];
  return Uint8Array.from([...mark, ...bytesOf(text, encoding)]);
}

function bytesOf(text: string, encoding: Written): Iterable<number> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'gb18030') return [...text].flatMap((character) => gb18030(character));
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    bytes.push(...(encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]));
  }
  return bytes;
}

let known: Map<string, readonly number[]> | null = null;

function gb18030(character: string): readonly number[] {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  if (code > 0xffff) return fourBytes(code - 0x10000 + 189_000);
  const bytes = (known ??= basicPlane()).get(character);
  if (!bytes) throw new Error(`GB18030 has no ${JSON.stringify(character)}`);
  return bytes;
}

const fourBytes = (index: number): number[] => [
  0x81 + Math.floor(index / 12_600),
  0x30 + (Math.floor(index / 1260) % 10),
  0x81 + (Math.floor(index / 10) % 126),
  0x30 + (index % 10),
];

/** What the decoder gives for each sequence, turned round: two bytes first, then four. */
function basicPlane(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0x81; first < 0xff; first += 1)
    for (let second = 0x40; second < 0xff; second += 1) if (second !== 0x7f) add([first, second]);
  for (let index = 0; index < 4 * 12_600; index += 1) add(fourBytes(index));
  return table;
}
