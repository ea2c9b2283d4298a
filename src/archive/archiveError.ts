/** Why an archive cannot be used. The words are made where they are shown. */
export type ArchiveProblem = 'not-zip' | 'damaged' | 'encrypted' | 'method' | 'too-large' | 'too-many';

export class ArchiveError extends Error {
  constructor(
    readonly problem: ArchiveProblem,
    options?: ErrorOptions,
  ) {
    super(`archive: ${problem}`, options);
    this.name = 'ArchiveError';
  }
}
