/** Why a `.jilan` file cannot be used. Apart from what reads one, which is fetched only when there is one to read. */
export type JilanProblem = 'foreign' | 'damaged' | 'newer';

export class JilanError extends Error {
  constructor(
    readonly problem: JilanProblem,
    options?: ErrorOptions,
  ) {
    super(`.jilan: ${problem}`, options);
    this.name = 'JilanError';
  }
}
