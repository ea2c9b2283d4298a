import type { Fault, SourceText } from './javascript.mjs';

export function checkStyles(files: readonly SourceText[]): Fault[];
