/**
 * Bytes → coded rows, without making texts of them. No byte of a delimiter, quote or line end is ever part of another
 * character in UTF-8 or GB18030, and a decoder gives such a byte back after whatever broken character stands before it; so
 * rows and cells are found among the bytes. (The exception is `|` in GB18030.)
 *
 * A cell is quoted where a quote begins it, as for PapaParse. What that reader has to puzzle out (text behind a closing
 * quote, a quote that never closes) is left to it: null.
 */
import { ByteColumn } from './byteColumn';
import { emptyChunk, type Chunk, type CodedRows, type Watch } from './coded';
import type { FilePlan } from './plan';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SEED = 0x811c9dc5 | 0;
/** A header of more columns than this is no table of ours: each column keeps numbers of its own. */
const MOST_COLUMNS = 400;
/** Rows between two reports of progress. */
const REPORT_ROWS = 8192;

export function codeBytes(plan: FilePlan, bytes: Uint8Array, watch: Watch): CodedRows | null {
  const { encoding, start } = plan.reading;
  const width = plan.header.titles.length;
  if (encoding !== 'utf-8' && encoding !== 'gb18030') return null;
  if (width > MOST_COLUMNS || (encoding === 'gb18030' && plan.delimiter === '|')) return null;
  const delimiter = plan.delimiter.charCodeAt(0);
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const columns = Array.from({ length: width }, () => new ByteColumn(bytes, decoder));
  const outside = new ByteColumn(bytes, decoder);
  // Where the value above stands, or first stood. Every other cell says what the cell above says, and to see that takes no
  // more than to compare the two. Length 0: there is nothing to compare with.
  const above = new Int32Array(width);
  const aboveLengths = new Int32Array(width);
  const aboveCodes = new Int32Array(width);
  const chunks: Chunk[] = [];
  const end = bytes.length;
  let chunk = emptyChunk(0, 0);
  let at = start;
  let line = 1;

  while (at < end) {
    if (chunk.rowCount === chunk.lines.length) chunks.push((chunk = emptyChunk(width, end - at)));
    const row = chunk.rowCount;
    chunk.lines[row] = line;
    let beyond: string[] | null = null;
    for (let index = 0; ; index += 1) {
      const length = aboveLengths[index] ?? 0;
      if (length > 0) {
        const known = above[index] ?? 0;
        let same = 0;
        while (same < length && bytes[at + same] === bytes[known + same]) same += 1;
        const next = bytes[at + same];
        const codes = chunk.codes[index];
        if (codes && same === length && (next === delimiter || next === LF || next === CR)) {
          codes[row] = aboveCodes[index] ?? 0;
          at += length;
          if (next !== delimiter) break;
          at += 1;
          continue;
        }
      }
      let from = at;
      let to: number;
      let isQuoted = false;
      let hash = SEED;
      let escaped = false;
      if (bytes[at] === QUOTE) {
        isQuoted = true;
        from += 1;
        for (at = from; ; at += 1) {
          if (at >= end) return null;
          const byte = bytes[at] ?? 0;
          if (byte === QUOTE) {
            if (bytes[at + 1] !== QUOTE) break;
            escaped = true;
            hash = Math.imul(hash ^ QUOTE, 0x01000193);
            at += 1;
          } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) line += 1;
          hash = Math.imul(hash ^ byte, 0x01000193);
        }
        to = at;
        at += 1;
        const next = bytes[at];
        if (at < end && next !== delimiter && next !== LF && next !== CR) return null;
      } else {
        for (; at < end; at += 1) {
          const byte = bytes[at] ?? 0;
          if (byte === delimiter || byte === LF || byte === CR) break;
          hash = Math.imul(hash ^ byte, 0x01000193);
        }
        to = at;
      }
      const codes = chunk.codes[index];
      if (codes) {
        const code = columns[index]?.codeOf(from, to, hash, escaped) ?? 0;
        codes[row] = code;
        above[index] = from;
        aboveLengths[index] = isQuoted ? 0 : to - from;
        aboveCodes[index] = code;
      } else if (from !== to || beyond) {
        beyond ??= Array.from({ length: index - width }, () => '');
        beyond.push(outside.text(outside.codeOf(from, to, hash, escaped)));
      }
      if (at >= end || bytes[at] !== delimiter) break;
      at += 1;
    }
    if (beyond) chunk.beyond.set(row, beyond);
    if (bytes[at] === CR && bytes[at + 1] === LF) at += 1;
    at += 1;
    line += 1;
    chunk.rowCount += 1;
    if (chunk.rowCount % REPORT_ROWS === 0) watch(Math.min(1, at / end));
  }
  watch(1);
  return { columns, chunks };
}
