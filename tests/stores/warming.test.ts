/** The rehearsal of an import in an empty workspace: all of its statements, and nothing left of it, wherever it is stopped. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { Pipeline } from '@/import/pipeline';
import type { SourceFile } from '@/import/protocol';
import { moneyStatements } from '@/rules/finance';
import { dataCheckStatements, findingStatements } from '@/rules/findings';
import { RULE_SETS } from '@/rules/ruleSet';
import { caseStatements, scoringStatements } from '@/rules/scoring';
import { rehearse } from '@/stores/rehearsal';
import { useWarming } from '@/stores/warming';
import { importConformance } from '../support/importedConformance';
import { openEngine } from '../support/engine';

const read = (files: readonly SourceFile[]) => Promise.resolve(new Pipeline().read(files));
const never = new AbortController().signal;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  await importConformance(engine);
});
afterAll(() => engine.close());

/** Everything that can be seen of an engine by name, rows counted. */
async function everything(): Promise<unknown> {
  const tables = await engine.query<{ database_name: string; table_name: string; temporary: boolean; oid: number }>(
    'SELECT database_name, table_name, temporary, table_oid AS oid FROM duckdb_tables() ORDER BY ALL',
  );
  const counts: unknown[] = [];
  for (const { table_name } of tables)
    counts.push(await engine.query(`SELECT '${table_name}' AS name, count(*) AS n FROM memory.main.${table_name}`));
  const lists = [
    'SELECT database_name FROM duckdb_databases() ORDER BY 1',
    'SELECT database_name, view_name FROM duckdb_views() WHERE NOT internal ORDER BY ALL',
    'SELECT database_name, function_name FROM duckdb_functions() WHERE NOT internal ORDER BY ALL',
  ];
  return [tables, counts, ...(await Promise.all(lists.map((sql) => engine.query(sql))))];
}

/** The engine, with what is asked over its other connections, and what is registered. `at`: before each question. */
function watched(at: (asked: readonly string[]) => void = () => undefined) {
  const asked: string[] = [];
  const registered = new Set<string>();
  const note = (sql: string): void => {
    at(asked);
    asked.push(sql);
  };
  const seen: Engine = {
    ...engine,
    run: () => Promise.reject(new Error('asked of the data')),
    query: () => Promise.reject(new Error('asked of the data')),
    registerFile: async (name, bytes) => {
      await engine.registerFile(name, bytes);
      registered.add(name);
    },
    dropFile: async (name) => {
      await engine.dropFile(name);
      registered.delete(name);
    },
    beside: async () => {
      const beside = await engine.beside();
      return {
        run: (sql) => (note(sql), beside.run(sql)),
        query: (sql, params) => (note(sql), beside.query(sql, params)),
        end: () => beside.end(),
      };
    },
  };
  return { seen, asked, registered };
}

describe('a rehearsal', () => {
  it('passes through the statements of an import, its scores and its findings, and leaves nothing behind', async () => {
    const before = await everything();
    const { seen, asked, registered } = watched();
    await rehearse(seen, read, never);
    const [ruleSet] = RULE_SETS;
    const expected = [
      ...[...moneyStatements(), ...caseStatements(), ...scoringStatements(ruleSet!)],
      ...[...dataCheckStatements(), ...findingStatements(ruleSet!)],
    ];
    expect(expected.filter((sql) => !asked.includes(sql))).toEqual([]);
    for (const part of ['read_csv(', 'INSERT INTO staging_indicator_reading', 'RENAME TO finance_row', 'COMMIT'])
      expect(
        asked.some((sql) => sql.includes(part)),
        part,
      ).toBe(true);
    expect(asked.some((sql) => sql.includes('INSERT INTO staging_reject'))).toBe(true);
    expect([...registered]).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('leaves nothing behind wherever it is stopped, within a transaction too', async () => {
    const before = await everything();
    const { seen, asked } = watched();
    await rehearse(seen, read, never);
    const within = asked.indexOf('BEGIN TRANSACTION') + 3;
    for (const last of [0, 3, 12, within, within + 8, asked.length - 12]) {
      const stop = new AbortController();
      const stopped = watched((so) => {
        if (so.length === last) stop.abort();
      });
      await expect(rehearse(stopped.seen, read, stop.signal)).rejects.toThrow();
      // Beyond the last question it only cleans up.
      expect(stopped.asked.slice(last + 1).filter((sql) => !/^(?:ROLLBACK|USE )/.test(sql))).toEqual([]);
      expect([...stopped.registered]).toEqual([]);
      expect(await everything()).toEqual(before);
    }
  });
});

describe('warming', () => {
  it('asks nothing where something is in the workspace', async () => {
    const { seen, asked } = watched();
    const warming = useWarming(
      () => seen,
      () => false,
      read,
    );
    warming.begin();
    await warming.end();
    expect(asked).toEqual([]);
  });

  it('is over once `end` says so', async () => {
    const before = await everything();
    let heard = (): void => undefined;
    const begun = new Promise<void>((resolve) => (heard = resolve));
    const { seen, asked } = watched((so) => {
      if (so.length === 10) heard();
    });
    const warming = useWarming(
      () => seen,
      () => true,
      read,
    );
    warming.begin();
    await begun;
    await warming.end();
    const then = asked.length;
    expect(await everything()).toEqual(before);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toHaveLength(then);
  });
});
