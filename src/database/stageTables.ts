/**
 * Where staged rows stand. Bulky kinds have rows of numbers (`staging_indicator_row`) beside tables of what the numbers
 * stand for, and a view that puts both together under the name that other kinds' rows have (`staging_indicator`).
 */
import type { StageKind } from './stageTypes';

const VERDICT = 'r.state, r.other_place, r.old_file, r.old_line';

export const STAGING_VIEWS: Readonly<Partial<Record<StageKind, string>>> = {
  indicator: `CREATE TEMP VIEW staging_indicator AS
    SELECT r.rowid AS row_id, r.head_id, r.file_id, r.line, ${VERDICT}, h.* EXCLUDE (id), s.* EXCLUDE (id),
           g.weight, g.reported_score, d.* EXCLUDE (id, content), xor(d.content, g.content) AS content
    FROM staging_indicator_row r
    JOIN staging_indicator_head h ON h.id = r.head_id
    JOIN staging_indicator_subject s ON s.id = r.subject_id
    JOIN staging_indicator_grade g ON g.id = r.grade_id
    JOIN staging_indicator_reading d ON d.id = r.reading_id`,
  finance: `CREATE TEMP VIEW staging_finance AS
    SELECT r.rowid AS row_id, r.head_id, r.amount, coalesce(r.value, rtrim(rtrim(CAST(r.amount AS VARCHAR), '0'), '.')) AS value, r.file_id, r.line, ${VERDICT}, h.* EXCLUDE (id), s.* EXCLUDE (id)
    FROM staging_finance_row r
    JOIN staging_finance_head h ON h.id = r.head_id
    JOIN staging_finance_subject s ON s.id = r.subject_id`,
};

const PARENTS: Readonly<Partial<Record<StageKind, readonly string[]>>> = {
  indicator: ['head', 'subject', 'grade', 'reading'],
  finance: ['head', 'subject'],
};

const isBulky = (kind: StageKind): boolean => STAGING_VIEWS[kind] !== undefined;

/** The table that verdicts are written into. */
export const rowsOf = (kind: StageKind): string => (isBulky(kind) ? `staging_${kind}_row` : `staging_${kind}`);

/** Rows with all that they say; `row_id` is the rowid in `rowsOf`. */
export const sourceOf = (kind: StageKind): string =>
  isBulky(kind) ? `staging_${kind}` : `(SELECT *, rowid AS row_id FROM staging_${kind})`;

export function dropStatements(kinds: readonly StageKind[]): string[] {
  const views = kinds.filter(isBulky).map((kind) => `DROP VIEW IF EXISTS staging_${kind}`);
  const tables = kinds.flatMap((kind) => [
    rowsOf(kind),
    ...(PARENTS[kind] ?? []).map((parent) => `staging_${kind}_${parent}`),
  ]);
  const others = ['file', 'row', 'reject', 'mend', 'twin', 'before', 'stale'].map((name) => `staging_${name}`);
  return [...views, ...[...tables, ...others].map((name) => `DROP TABLE IF EXISTS ${name}`)];
}
