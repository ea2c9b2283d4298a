/**
 * Where staged rows stand. Bulky kinds have rows of numbers (`staging_indicator_row`) beside tables of what the numbers
 * stand for, as in the base tables, and a view that puts both together under the name that other kinds' rows have
 * (`staging_indicator`).
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

/** Kinds whose rows name others by number, and what they name. */
export const PARENTS = {
  indicator: ['head', 'subject', 'grade', 'reading'],
  finance: ['head', 'subject'],
} as const;

export type BulkyKind = keyof typeof PARENTS;

export const isBulky = (kind: StageKind): kind is BulkyKind => kind in PARENTS;

/** The base table of a kind's rows; `rowsOf` is where they are staged, and where verdicts are written. */
export const baseOf = (kind: StageKind): string => (isBulky(kind) ? `${kind}_row` : kind);
export const rowsOf = (kind: StageKind): string => `staging_${baseOf(kind)}`;

/** All tables of a kind, as the base has them. */
export const tablesOf = (kind: StageKind): readonly string[] => [
  baseOf(kind),
  ...(isBulky(kind) ? PARENTS[kind].map((parent) => `${kind}_${parent}`) : []),
];

/** Rows with all that they say; `row_id` is the rowid in `rowsOf`. */
export const sourceOf = (kind: StageKind): string =>
  isBulky(kind) ? `staging_${kind}` : `(SELECT *, rowid AS row_id FROM staging_${kind})`;

export function dropStatements(kinds: readonly StageKind[]): string[] {
  const views = kinds.filter(isBulky).map((kind) => `DROP VIEW IF EXISTS staging_${kind}`);
  const tables = kinds.flatMap((kind) => tablesOf(kind).map((table) => `staging_${table}`));
  const others = ['file', 'row', 'reject', 'mend', 'twin', 'before', 'stale'].map((name) => `staging_${name}`);
  return [...views, ...[...tables, ...others].map((name) => `DROP TABLE IF EXISTS ${name}`)];
}
