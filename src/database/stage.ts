/**
 * One import's way into the base tables: `stage` loads and judges its rows, `commitStage` merges them in one transaction,
 * `dropStage` leaves the data as they were. Nothing but temporary tables is touched before the commit.
 */
import type { Engine } from './engine';
import { financeChecks, GRAND_TOTAL, keyRejects, recordChecks, rowStates } from './stageKeys';
import { loadMends } from './mended';
import { loadRejects, loadTable } from './stageLoad';
import { columnsOf, stagedTables } from './stageColumns';
import { mergeStatements, type Arrival } from './stageMerge';
import { countStaged, mergeStale, NOTHING_STALE, STAGE_STALE } from './stale';
import { baseOf, dropStatements, rowsOf } from './stageTables';
import type { StageCounts, StageInput, StageKind, StageReject, StageReport, StageTable } from './stageTypes';

export type { StageInput, StageReport } from './stageTypes';

const KINDS: readonly StageKind[] = ['unit', 'unit_change', 'finance', 'indicator', 'conclusion'];

export interface StageOptions {
  readonly importId: number;
  /** SHA-256 of the files as given; may also be handed to `commitStage`. */
  readonly digests?: readonly string[];
}

export async function stage(engine: Engine, input: StageInput, options: StageOptions): Promise<StageReport> {
  await dropStage(engine);
  const firstFileId = await stageFiles(engine, input, options);
  await loadRejects(engine, input, firstFileId);
  await loadMends(engine, input.mends, firstFileId);
  await engine.run('CREATE TEMP TABLE staging_row (kind VARCHAR, file_id INTEGER, line INTEGER, state VARCHAR)');
  const columns = await columnsOf(engine);
  const kinds: StageKind[] = [];
  for (const table of input.staging) {
    if (table.rowCount === 0) continue;
    kinds.push(table.kind);
    await loadTable(engine, table, columns, firstFileId);
    await judge(engine, table);
  }
  if (kinds.includes('indicator'))
    await engine.run((await hasRows(engine, 'indicator_row')) ? STAGE_STALE : NOTHING_STALE);
  return {
    counts: await countRows(engine, input),
    replacing: await replacing(engine, kinds),
    stale: kinds.includes('indicator') ? await countStaged(engine) : { rows: 0, units: 0 },
    rejects: await allRejects(engine),
  };
}

async function judge(engine: Engine, { kind, hasTwins }: StageTable): Promise<void> {
  const hasEarlier = await hasRows(engine, baseOf(kind));
  const circumstances = { hasTwins, hasEarlier };
  const checks =
    kind === 'finance'
      ? financeChecks({
          ...circumstances,
          hasGrandTotals: await hasRows(engine, `staging_finance_subject WHERE part = '${GRAND_TOTAL}'`),
        })
      : recordChecks(kind, circumstances);
  if (checks.length === 0) return;
  for (const check of [...checks, rowStates(kind)]) await engine.run(check);
  if (!(await isTouched(engine, kind))) return;
  for (const statement of keyRejects(kind)) await engine.run(statement);
}

/** Whether a check has touched any row: the others simply go in. */
const isTouched = (engine: Engine, kind: StageKind): Promise<boolean> =>
  hasRows(engine, `staging_row WHERE kind = '${kind}'`);

async function hasRows(engine: Engine, table: string): Promise<boolean> {
  const rows = await engine.query(`SELECT 1 AS one FROM ${table} LIMIT 1`);
  return rows.length > 0;
}

async function stageFiles(
  engine: Engine,
  input: StageInput,
  { importId, digests = [] }: StageOptions,
): Promise<number> {
  const [last] = await engine.query<{ id: number }>('SELECT coalesce(max(file_id), 0)::INTEGER AS id FROM source_file');
  const firstFileId = (last?.id ?? 0) + 1;
  await engine.run('CREATE TEMP TABLE staging_file AS SELECT *, 0 AS given_index FROM source_file LIMIT 0');
  for (const [position, file] of input.files.entries()) {
    await engine.query(
      `INSERT INTO staging_file SELECT $1::INTEGER, $2::INTEGER, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $6::INTEGER`,
      [firstFileId + position, importId, file.name, file.kind, digests[file.index] ?? '', file.index],
    );
  }
  return firstFileId;
}

async function countRows(engine: Engine, input: StageInput): Promise<StageCounts> {
  const rows = await engine.query<{ state: string; n: number }>(
    'SELECT state, count(*) AS n FROM staging_row GROUP BY state',
  );
  const [cells] = await engine.query<{ n: number }>('SELECT count(*) AS n FROM staging_reject WHERE is_cell');
  const of = (state: string): number => rows.find((row) => row.state === state)?.n ?? 0;
  return {
    // Whatever no check has touched goes in as it is.
    imported:
      input.staging.reduce((sum, table) => sum + table.sourceRows, 0) -
      sum(rows.filter(({ state }) => state !== 'imported')),
    replaced: of('replaced'),
    unchanged: of('unchanged'),
    aside: of('aside') + input.counts.aside,
    rejected: of('rejected') + input.counts.rejected,
    cells: cells?.n ?? 0,
    refused: input.refused.length,
  };
}

const sum = (rows: readonly { readonly n: number }[]): number => rows.reduce((all, { n }) => all + n, 0);

async function replacing(engine: Engine, kinds: readonly StageKind[]): Promise<StageReport['replacing']> {
  const [rows] = await engine.query<{ n: number }>("SELECT count(*) AS n FROM staging_row WHERE state = 'replaced'");
  if (!rows || rows.n === 0) return { rows: 0, files: [] };
  const old = kinds.map((kind) => `SELECT old_file FROM ${rowsOf(kind)} WHERE state = 'replaced'`).join(' UNION ');
  const files = await engine.query<{ file_name: string }>(
    `SELECT DISTINCT file_name FROM source_file WHERE file_id IN (${old}) ORDER BY file_name`,
  );
  return { rows: rows.n, files: files.map((file) => file.file_name) };
}

async function allRejects(engine: Engine): Promise<StageReject[]> {
  const rows = await engine.query<{
    file_name: string;
    line: number;
    column_name: string | null;
    value: string | null;
    reason: string;
    remedy: string | null;
    is_cell: boolean;
    kind: StageKind;
    fiscal_year: number | null;
    unit_code: string | null;
    row_key: string | null;
  }>('SELECT * EXCLUDE (file_id) FROM staging_reject ORDER BY file_id, line, column_name');
  return rows.map((row) => ({
    file: row.file_name,
    line: row.line,
    column: row.column_name ?? '',
    value: row.value ?? '',
    reason: row.reason,
    remedy: row.remedy ?? '',
    isCell: row.is_cell,
    kind: row.kind,
    fiscalYear: row.fiscal_year,
    unitCode: row.unit_code,
    rowKey: row.row_key,
  }));
}

/** All or nothing. `digests`: of the files as given, where `stage` did not have them yet. */
export async function commitStage(
  engine: Engine,
  { digests = [] }: { digests?: readonly string[] } = {},
): Promise<void> {
  for (const [index, digest] of digests.entries()) {
    await engine.query('UPDATE staging_file SET sha256 = $1 WHERE given_index = $2::INTEGER', [digest, index]);
  }
  const columns = await columnsOf(engine);
  const arrivals: Arrival[] = [];
  for (const kind of KINDS.filter((each) => columns.has(rowsOf(each)))) {
    const isWhole = !(await isTouched(engine, kind)) && !(await hasRows(engine, baseOf(kind)));
    arrivals.push({ kind, tables: stagedTables(kind, columns), isWhole });
  }
  const hasIndicators = arrivals.some(({ kind }) => kind === 'indicator');
  const hasRejects = await hasRows(engine, 'reject');
  const hasStale = await hasRows(engine, 'stale_indicator');
  await engine.run('BEGIN TRANSACTION');
  try {
    const stale = hasIndicators ? mergeStale(hasStale) : [];
    for (const statement of [...stale, ...mergeStatements(arrivals, hasRejects)]) await engine.run(statement);
    await engine.run('COMMIT');
  } catch (error) {
    await engine.run('ROLLBACK');
    throw error;
  }
  await dropStage(engine);
}

/** Forgets what is staged. The base tables are as they were. */
export async function dropStage(engine: Engine): Promise<void> {
  await engine.run(dropStatements(KINDS).join(';\n'));
}
