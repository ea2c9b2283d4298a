/** PapaParse's own test cases, loaded from its package as its own runner would load them; nothing is copied. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';

export interface PapaCase {
  readonly description: string;
  readonly input: unknown;
  readonly config?: { readonly delimiter?: unknown; readonly [option: string]: unknown };
  readonly expected: unknown;
}

const GROUPS = ['CORE_PARSER_TESTS', 'PARSE_TESTS', 'PARSE_ASYNC_TESTS', 'UNPARSE_TESTS', 'CUSTOM_TESTS'] as const;
export type PapaGroup = (typeof GROUPS)[number];

const require = createRequire(import.meta.url);
export const pathInPackage = (name: string): string => require.resolve(`papaparse/tests/${name}`);

export function papaSuite(): Readonly<Record<PapaGroup, readonly PapaCase[]>> {
  const source = `${readFileSync(pathInPackage('test-cases.js'), 'utf8')}\nreturn { ${GROUPS.join(', ')} };`;
  const describe = Object.assign((): void => undefined, { skip: (): void => undefined });
  const load = compileFunction(source, ['module', 'require', 'describe', 'it', 'document']) as (
    ...globals: unknown[]
  ) => Record<PapaGroup, PapaCase[]>;
  const packages = (name: string): unknown => (name === 'chai' ? { assert: {} } : require('papaparse'));
  return load({ exports: {} }, packages, describe, () => undefined, undefined);
}
