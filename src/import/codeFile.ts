/** All rows of a file, head included, as numbers. Bytes are read where they can be; the rest is PapaParse's. */
import { codeBytes } from './codeBytes';
import type { CodedRows, Watch } from './coded';
import { codeTexts } from './codeTexts';
import type { FilePlan } from './plan';

export const codeFile = (plan: FilePlan, bytes: Uint8Array, watch: Watch): CodedRows =>
  codeBytes(plan, bytes, watch) ?? codeTexts(plan, bytes, watch);
