/** The distinct values of one column as ranges of the file's bytes: a text is made of one only when it is asked for. */
import type { CodedColumn } from './coded';

/** Longer values are left to the decoder. */
const SHORT = 32;

export class ByteColumn implements CodedColumn {
  size = 1;
  #starts = new Int32Array(256);
  /** Where `""` within stands for `"`, the length is kept as its complement. */
  #lengths = new Int32Array(256);
  #hashes = new Int32Array(256);
  #slots = new Int32Array(1024);
  #mask = 1023;
  readonly #texts: string[] = [''];

  constructor(
    readonly bytes: Uint8Array,
    readonly decoder: TextDecoder,
  ) {}

  /** `hash` is of the bytes. */
  codeOf(start: number, end: number, hash: number, escaped: boolean): number {
    if (start === end) return 0;
    const length = escaped ? ~(end - start) : end - start;
    let slot = spread(hash) & this.#mask;
    for (;;) {
      const code = this.#slots[slot] ?? 0;
      if (code === 0) return this.#enter(start, length, hash, slot);
      if (this.#hashes[code] === hash && this.#lengths[code] === length && this.#same(code, start, end)) return code;
      slot = (slot + 1) & this.#mask;
    }
  }

  #same(code: number, start: number, end: number): boolean {
    const { bytes } = this;
    let known = this.#starts[code] ?? 0;
    for (let i = start; i < end; i += 1, known += 1) if (bytes[i] !== bytes[known]) return false;
    return true;
  }

  #enter(start: number, length: number, hash: number, slot: number): number {
    const code = this.size;
    if (code === this.#starts.length) {
      this.#starts = longer(this.#starts);
      this.#lengths = longer(this.#lengths);
      this.#hashes = longer(this.#hashes);
    }
    this.#starts[code] = start;
    this.#lengths[code] = length;
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    this.size += 1;
    if (this.size * 2 > this.#mask) this.#widen();
    return code;
  }

  #widen(): void {
    this.#mask = this.#mask * 4 + 3;
    this.#slots = new Int32Array(this.#mask + 1);
    for (let code = 1; code < this.size; code += 1) {
      let slot = spread(this.#hashes[code] ?? 0) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = code;
    }
  }

  text(code: number): string {
    const known = this.#texts[code];
    if (known !== undefined) return known;
    const start = this.#starts[code] ?? 0;
    const length = this.#lengths[code] ?? 0;
    const end = start + (length < 0 ? ~length : length);
    let text = this.#plain(start, end) ?? this.#decode(start, end);
    if (length < 0) text = text.replaceAll('""', '"');
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    this.#texts[code] = text;
    return text;
  }

  /** With the byte behind it, which is a sign of its own: a character that breaks off there ends as it does in the file. */
  #decode(start: number, end: number): string {
    if (end === this.bytes.length) return this.decoder.decode(this.bytes.subarray(start));
    return this.decoder.decode(this.bytes.subarray(start, end + 1)).slice(0, -1);
  }

  #plain(start: number, end: number): string | null {
    if (end - start > SHORT) return null;
    let text = '';
    for (let i = start; i < end; i += 1) {
      const byte = this.bytes[i] ?? 0;
      if (byte >= 0x80) return null;
      text += String.fromCharCode(byte);
    }
    return text;
  }
}

const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 9;

function longer(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(array.length * 2);
  more.set(array);
  return more;
}
