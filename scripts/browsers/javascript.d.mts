export interface SourceText {
  path: string;
  text: string;
}
export interface Fault {
  what: string;
  why: string;
  where: string;
}
export function checkScripts(files: readonly SourceText[]): Fault[];
