/** Files that were read before anybody asked for it: what `read` gives, if it comes to be asked for the same. */
import type { Answers, ReadResult, SourceFile } from './protocol';

interface Kept {
  readonly files: readonly SourceFile[];
  readonly answers: string;
  readonly result: ReadResult;
}

export class Ahead {
  #kept: Kept | null = null;

  keep(files: readonly SourceFile[], answers: Answers, result: ReadResult): void {
    this.#kept = { files, answers: answersAbout(files, answers), result };
  }

  forget(): void {
    this.#kept = null;
  }

  /** Once: its bytes are handed on. Null where other files were read, or under other answers. */
  take(files: readonly SourceFile[], answers: Answers): ReadResult | null {
    const kept = this.#kept;
    this.forget();
    const isSame =
      kept?.answers === answersAbout(files, answers) &&
      kept.files.length === files.length &&
      kept.files.every(({ name, bytes }, index) => name === files[index]?.name && bytes === files[index].bytes);
    return isSame ? kept.result : null;
  }
}

/** Those answers that are about these files: the key of each ends with its file's name. */
function answersAbout(files: readonly SourceFile[], answers: Answers): string {
  const own = Object.entries(answers).filter(([key]) => files.some(({ name }) => key.endsWith(`:${name}`)));
  return JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}
