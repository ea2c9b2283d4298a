import { afterEach, expect, it } from 'vitest';
import { DatabaseError, type Engine } from '@/database/engine';
import { problemOf } from '@/stores/problem';
import { openEngine } from '../support/engine';

let engine: Engine;
afterEach(() => engine.close());

it('a full engine says so in words of its own, and keeps what it had', async () => {
  engine = await openEngine({ schema: false });
  await engine.run('CREATE TABLE kept AS SELECT range AS n FROM range(1000)');
  await engine.run("SET memory_limit = '20MB'");
  const failure = await engine
    .run("CREATE TABLE more AS SELECT 'row ' || range || ' of a table that does not fit' AS words FROM range(2000000)")
    .then(
      () => null,
      (cause: unknown) => cause,
    );
  expect(failure).toBeInstanceOf(DatabaseError);
  expect(problemOf(failure as DatabaseError)).toBe('memory');
  await engine.run("SET memory_limit = '3GB'");
  expect(await engine.query('SELECT CAST(count(*) AS INTEGER) AS n FROM kept')).toEqual([{ n: 1000 }]);
  expect(await engine.query("SELECT table_name FROM information_schema.tables WHERE table_name = 'more'")).toEqual([]);
});

it('other failures have only their own message', async () => {
  engine = await openEngine({ schema: false });
  const failure = await engine.run('SELECT nothing FROM nowhere').catch((cause: unknown) => cause);
  expect(problemOf(failure as DatabaseError)).toBeNull();
});
