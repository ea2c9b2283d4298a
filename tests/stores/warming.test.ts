/** The rehearsal of an import in an empty workspace: all of its statements, and nothing left of it, wherever it is stopped. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine } from '@/database/engine';
import { Pipeline } from '@/import/pipeline';
import type { SourceFile } from '@/import/protocol';
import { moneyStatements } from '@/rules/finance';
import { dataCheckStatements, findingStatements } from '@/rules/findings';
import { RULE_SETS } from '@/rules/ruleSet';
import { caseStatements, scoringStatements } from '@/rules/scoring';
import { rehearsalFiles, rehearse } from '@/stores/rehearsal';
import { useWarming } from '@/stores/warming';
import { importConformance } from '../support/importedConformance';
import { openEngine } from '../support/engine';

const read = (files: readonly SourceFile[]) => Promise.resolve(new Pipeline().read(files));
const rows = new Pipeline().read(rehearsalFiles());
const never = new AbortController().signal;
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 50));

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  await importConformance(engine);
});
afterAll(() => engine.close());

/** Everything that can be seen of an engine by name; of rows their number and the sum of their hashes. */
async function everything(): Promise<unknown> {
  const tables = await engine.query<{ database_name: string; table_name: string; temporary: boolean; oid: number }>(
    'SELECT database_name, table_name, temporary, table_oid AS oid FROM duckdb_tables() ORDER BY ALL',
  );
  const contents: unknown[] = [];
  for (const { table_name: name } of tables)
    contents.push(
      await engine.query(`SELECT '${name}' AS name, count(*) AS n, sum(hash(t)) AS content FROM memory.main.${name} t`),
    );
  const lists = [
    'SELECT database_name FROM duckdb_databases() ORDER BY 1',
    'SELECT database_name, view_name FROM duckdb_views() WHERE NOT internal ORDER BY ALL',
    'SELECT database_name, function_name FROM duckdb_functions() WHERE NOT internal ORDER BY ALL',
  ];
  return [tables, contents, ...(await Promise.all(lists.map((sql) => engine.query(sql))))];
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
    await rehearse(seen, rows, never);
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
    await rehearse(seen, rows, never);
    const within = asked.indexOf('BEGIN TRANSACTION') + 3;
    for (const last of [0, 3, 12, within, within + 8, asked.length - 12]) {
      const stop = new AbortController();
      const stopped = watched((so) => {
        if (so.length === last) stop.abort();
      });
      await expect(rehearse(stopped.seen, rows, stop.signal)).rejects.toThrow();
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
    await aWhile();
    expect(asked).toHaveLength(then);
  });

  /** A rehearsal that has come as far as its files: `go` lets it have them. */
  async function reading(isEmpty: () => boolean) {
    const { seen, asked } = watched();
    let [heard, go] = [(): void => undefined, (): void => undefined];
    const begun = new Promise<void>((resolve) => (heard = resolve));
    const held = new Promise<void>((resolve) => (go = resolve));
    const warming = useWarming(
      () => seen,
      isEmpty,
      (files) => (heard(), held.then(() => read(files))),
    );
    warming.begin();
    await begun;
    return { warming, asked, go };
  }

  it('leaves the engine alone where something has come meanwhile', async () => {
    let empty = true;
    const { asked, go } = await reading(() => empty);
    empty = false;
    go();
    await aWhile();
    expect(asked).toEqual([]);
  });

  it('keeps nobody waiting for what it fetches and reads, and does not begin behind their back', async () => {
    const { warming, asked, go } = await reading(() => true);
    await warming.end();
    go();
    await aWhile();
    expect(asked).toEqual([]);
  });

  it('is not begun where it was over before its code came', async () => {
    const { seen, asked } = watched();
    let reads = 0;
    const warming = useWarming(
      () => seen,
      () => true,
      (files) => ((reads += 1), read(files)),
    );
    warming.begin();
    await warming.end();
    await aWhile();
    expect([reads, asked]).toEqual([0, []]);
    // Another time it is.
    warming.begin();
    await vi.waitFor(() => expect(asked).not.toEqual([]));
    await warming.end();
  });
});
