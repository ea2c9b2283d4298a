/**
 * An engine whose tables come back one after the other. A question is put once everything that it names is there; whatever
 * may change something waits for the whole. So nobody ever sees half of a table, nor a view over one.
 */
import type { Engine, Row, SqlValue } from './engine';

export interface Arriving {
  readonly engine: Engine;
  /** Of these names (of tables, views and macros) all are there. */
  has(names: Iterable<string>): boolean;
  arrived(names: Iterable<string>): void;
  /** Everything is there. */
  whole(): void;
  /** What has come is no good: whoever waits is refused, and so is whoever asks from now on. */
  refuse(reason: Error): void;
}

/** What SQL may name. More than it does name (columns, words in comments): then a question only waits longer. */
export const namesIn = (sql: string): string[] => sql.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];

/** `absent`: names of all that is to come, in lower case. */
export function arrivingEngine(engine: Engine, absent: Iterable<string>): Arriving {
  const missing = new Set(absent);
  let isWhole = false;
  let refusal: Error | null = null;
  let waiting: (() => void)[] = [];

  function wake(): void {
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  }

  const has = (names: Iterable<string>): boolean => {
    for (const name of names) if (missing.has(name)) return false;
    return true;
  };

  async function until(isThere: () => boolean): Promise<void> {
    while (!isWhole && refusal === null && !isThere()) await new Promise<void>((go) => waiting.push(go));
    if (refusal !== null) throw refusal;
  }
  const untilWhole = (): Promise<void> => until(() => false);

  function refuse(reason: Error): void {
    refusal ??= reason;
    wake();
  }

  return {
    engine: {
      run: async (sql) => {
        await untilWhole();
        await engine.run(sql);
      },
      query: async <T extends Row>(sql: string, params?: readonly SqlValue[]) => {
        const names = namesIn(sql);
        await until(() => has(names));
        return engine.query<T>(sql, params);
      },
      registerFile: async (name, bytes) => {
        await untilWhole();
        await engine.registerFile(name, bytes);
      },
      dropFile: async (name) => {
        await untilWhole();
        await engine.dropFile(name);
      },
      readFile: async (name) => {
        await untilWhole();
        return engine.readFile(name);
      },
      beside: async () => {
        await untilWhole();
        return engine.beside();
      },
      close: async () => {
        refuse(new Error('the engine was closed'));
        await engine.close();
      },
    },
    has,
    arrived(names) {
      for (const name of names) missing.delete(name);
      wake();
    },
    whole() {
      isWhole = true;
      wake();
    },
    refuse,
  };
}
