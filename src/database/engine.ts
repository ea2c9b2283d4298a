/**
 * The only door to DuckDB. `Engine` is the same in the browser (worker) and in Node (blocking, for tests),
 * so that every query of the app is tested in the engine it runs in.
 *
 * Values out: INTEGER and BIGINT as number (a BIGINT beyond 2^53 as string), DECIMAL and HUGEINT as plain
 * decimal strings (exact), VARCHAR as string, BOOLEAN as boolean, NULL as null.
 */
export type SqlValue = string | number | boolean | null;
export type Row = Record<string, SqlValue>;

export class DatabaseError extends Error {
  constructor(
    message: string,
    readonly sql: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DatabaseError';
  }

  /** The engine's memory is used up: the statement was not done, and what was there before still is. */
  get isOutOfMemory(): boolean {
    return /out of memory|bad_alloc|memory access out of bounds|enlarge memory/i.test(this.message);
  }
}

/** One connection: a transaction begun here is nobody else's. */
export interface Asking {
  /** Runs statements that return nothing; several may stand in one text, parted by `;`. */
  run(sql: string): Promise<void>;
  /** One SELECT. Values are bound as `$1…`, never spliced in. */
  query<T extends Row = Row>(sql: string, params?: readonly SqlValue[]): Promise<T[]>;
}

export interface Beside extends Asking {
  /** Ends the connection, and what is temporary in it; else it ends with the engine. */
  end(): Promise<void>;
}

export interface Engine extends Asking {
  /** Makes bytes readable as `name` in `read_csv('name')`; `dropFile` frees them. */
  registerFile(name: string, bytes: Uint8Array): Promise<void>;
  dropFile(name: string): Promise<void>;
  /** The bytes of a registered file as they stand now. */
  readFile(name: string): Promise<Uint8Array>;
  /** Another connection to the same data, for work in the background. */
  beside(): Promise<Beside>;
  /** Ends the engine and frees its memory. */
  close(): Promise<void>;
}
