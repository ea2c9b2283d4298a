/** A line of a stored file that can be looked at. */
export interface LineRef {
  readonly fileId: number;
  readonly fileName: string;
  readonly line: number;
}
