/** Macros and views of the app as statements, and back. */
import { sqlName } from '@/domain/sqlText';
import type { Asking } from './engine';
import { HERE } from './snapshot';

/** A macro or a view, and the statement that makes it. */
export interface Definition {
  readonly name: string;
  readonly sql: string;
}

/** Macros and views, in the order in which they were made. */
export async function readDefinitions(engine: Asking): Promise<Definition[]> {
  const macros = await engine.query<{ name: string; is_table: boolean; parameters: string; body: string }>(
    `SELECT function_name AS name, function_type = 'table_macro' AS is_table, macro_definition AS body,
            array_to_string(list_transform(parameters, lambda p : '"' || p || '"'), ', ') AS parameters
     FROM duckdb_functions() WHERE ${HERE} AND function_type IN ('macro', 'table_macro') ORDER BY function_oid`,
  );
  const views = await engine.query<{ name: string; sql: string }>(
    `SELECT view_name AS name, sql FROM duckdb_views() WHERE NOT temporary AND ${HERE} ORDER BY view_oid`,
  );
  return [
    ...macros.map(({ name, is_table, parameters, body }) => ({
      name,
      sql: `CREATE OR REPLACE MACRO ${sqlName(name)}(${parameters}) AS ${is_table ? 'TABLE ' : ''}${body}`,
    })),
    ...views.map(({ name, sql }) => ({ name, sql: sql.replace(/^CREATE VIEW/, 'CREATE OR REPLACE VIEW') })),
  ];
}

/** Makes them; one that needs another that was made anew later waits for it. Rejects where some cannot be made. */
export async function restoreDefinitions(engine: Asking, definitions: readonly Definition[]): Promise<void> {
  let left = definitions;
  while (left.length > 0) {
    const failed: Definition[] = [];
    let reason: unknown;
    for (const definition of left) {
      try {
        await engine.run(definition.sql);
      } catch (cause) {
        failed.push(definition);
        reason = cause;
      }
    }
    if (failed.length === left.length) throw reason;
    left = failed;
  }
}
