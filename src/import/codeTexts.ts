/** Rows as PapaParse reads them → coded rows: for encodings and quoting that are not read as bytes, and to compare with. */
import { emptyChunk, type Chunk, type CodedColumn, type CodedRows, type Watch } from './coded';
import type { FilePlan } from './plan';
import { readBatches } from './rows';

class TextColumn implements CodedColumn {
  readonly #codes = new Map([['', 0]]);
  readonly #texts = [''];

  get size(): number {
    return this.#texts.length;
  }

  codeOf(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  text(code: number): string {
    return this.#texts[code] ?? '';
  }
}

export function codeTexts(plan: FilePlan, bytes: Uint8Array, watch: Watch): CodedRows {
  const width = plan.header.titles.length;
  const columns = Array.from({ length: width }, () => new TextColumn());
  const chunks: Chunk[] = [];
  let chunk = emptyChunk(0, 0);
  for (const batch of readBatches(bytes, plan.reading, plan.delimiter)) {
    batch.rows.forEach((cells, i) => {
      if (chunk.rowCount === chunk.lines.length) chunks.push((chunk = emptyChunk(width, bytes.length)));
      const row = chunk.rowCount;
      chunk.lines[row] = batch.lines[i] ?? 0;
      columns.forEach((column, index) => {
        const codes = chunk.codes[index];
        if (codes) codes[row] = column.codeOf(cells[index] ?? '');
      });
      const beyond = cells.slice(width);
      if (beyond.some((cell) => cell !== '')) chunk.beyond.set(row, beyond);
      chunk.rowCount += 1;
    });
    watch(batch.share);
  }
  return { columns, chunks };
}
