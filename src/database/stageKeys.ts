/**
 * The checks of keys (data dictionary, "Rows"), as statements over the staging tables. Within one import: twice the same
 * content, the second is unchanged; twice with different content, all are rejected, each naming another. Against earlier
 * imports: same content unchanged, other content replaced.
 */
import { ROW_KEYS } from './mended';
import { rowsOf, sourceOf } from './stageTables';
import type { StageKind } from './stageTypes';

export type RecordKind = Exclude<StageKind, 'finance'>;

/** Within an import; year and unit, number and name of an indicator have numbers of their own. */
const TWIN_KEYS: Readonly<Record<StageKind, readonly string[]>> = {
  unit: ['unit_code'],
  indicator: ['place_id', 'key_id'],
  conclusion: ['fiscal_year', 'unit_code'],
  unit_change: ['from_code', 'to_code'],
  finance: ['place_id', 'key_id'],
};
/** Against earlier imports. */
const RECORD_KEYS: Readonly<Record<RecordKind, readonly string[]>> = {
  ...TWIN_KEYS,
  indicator: ['fiscal_year', 'unit_code', 'indicator_no', 'name_key'],
};
const FINANCE_KEY = ['fiscal_year', 'unit_code', 'item', 'stage'];

/** File, line and cell in one number that sorts like them. */
const PLACE_OF_ROW = '(file_id::BIGINT * 2147483648 + line) * 1024';
const PLACE_OF_CELL = `${PLACE_OF_ROW} + cell`;
export const FILE_OF_PLACE = '(other_place // 2199023255552)';
export const LINE_OF_PLACE = '((other_place // 1024) % 2147483648)';

/** Rows of one import that share a key; `said` is what they say under it. */
function twins(kind: StageKind, said: string, place: string, where: string): string[] {
  const keys = TWIN_KEYS[kind].join(', ');
  const isNamed = kind !== 'unit' && kind !== 'unit_change';
  const name = kind === 'conclusion' ? 'unit_name' : 'head_id';
  const named = isNamed ? `, arg_min(${name}, place) FILTER (WHERE unit_name IS NOT NULL) AS named` : '';
  return [
    `CREATE OR REPLACE TEMP TABLE staging_twin AS
     WITH keyed AS MATERIALIZED (
       SELECT row_id, ${keys}, ${said} AS said, ${place} AS place${isNamed ? `, unit_name${name === 'unit_name' ? '' : `, ${name}`}` : ''}
       FROM ${sourceOf(kind)} WHERE ${where}
     ),
     grouped AS MATERIALIZED (
       SELECT ${keys}, min(place) AS first_place, arg_min(said, place) AS first_said, min(said) <> max(said) AS differs${named}
       FROM keyed GROUP BY ${keys} HAVING count(*) > 1
     ),
     other AS (
       SELECT ${keys}, min(place) AS second_place FROM keyed JOIN grouped USING (${keys}) WHERE said <> first_said GROUP BY ${keys}
     )
     SELECT k.row_id, k.place, k.said${isNamed ? ', k.unit_name' : ''}, g.* EXCLUDE (${keys}), o.second_place
     FROM keyed k JOIN grouped g USING (${keys}) LEFT JOIN other o USING (${keys})`,
    `UPDATE ${rowsOf(kind)} AS s SET
       state = CASE WHEN t.differs THEN 'rejected' WHEN t.place <> t.first_place THEN 'unchanged' END,
       other_place = CASE WHEN NOT t.differs THEN NULL WHEN t.said = t.first_said THEN t.second_place ELSE t.first_place END
     FROM staging_twin t WHERE s.rowid = t.row_id`,
    ...(isNamed
      ? [
          // A repeated row changes nothing, but the name it carries is still a name of the unit.
          `UPDATE ${rowsOf(kind)} AS s SET ${name} = t.named FROM staging_twin t
           WHERE s.rowid = t.row_id AND s.state IS NULL AND t.unit_name IS NULL AND t.named IS NOT NULL`,
        ]
      : []),
    'DROP TABLE staging_twin',
  ];
}

/** What the earlier imports' rows say. */
const before = (kind: RecordKind): string =>
  kind === 'indicator' ? 'indicator' : `(SELECT k.*, m.content FROM ${kind} k JOIN row_mark m USING (file_id, line))`;

/** What can be passed over: rows of one import without a key in common, and a base table without rows. */
export interface Circumstances {
  readonly hasTwins: boolean;
  readonly hasEarlier: boolean;
}

export function recordChecks(kind: RecordKind, { hasTwins, hasEarlier }: Circumstances): string[] {
  const same = RECORD_KEYS[kind].map((key) =>
    key === 'indicator_no' ? "coalesce(s.indicator_no, '') = coalesce(b.indicator_no, '')" : `s.${key} = b.${key}`,
  );
  return [
    ...(kind === 'unit_change' ? [CIRCLES] : []),
    ...(hasTwins ? twins(kind, 'content', PLACE_OF_ROW, 'state IS NULL') : []),
    ...(hasEarlier
      ? [
          `UPDATE ${rowsOf(kind)} AS r SET state = v.state, old_file = v.old_file, old_line = v.old_line
           FROM (
             SELECT s.row_id, CASE WHEN s.content = b.content THEN 'unchanged' ELSE 'replaced' END AS state,
                    b.file_id AS old_file, b.line AS old_line
             FROM ${sourceOf(kind)} s JOIN ${before(kind)} b ON ${same.join(' AND ')}
             WHERE s.state IS NULL
           ) v
           WHERE r.rowid = v.row_id`,
        ]
      : []),
  ];
}

/** Every row of a circle is rejected: a code cannot become itself by way of others. */
const CIRCLES = `
UPDATE staging_unit_change AS s SET state = 'circle'
FROM (
  WITH RECURSIVE edge AS (
    SELECT from_code, to_code FROM staging_unit_change UNION SELECT from_code, to_code FROM unit_change
  ),
  reach AS (
    SELECT from_code, to_code FROM edge
    UNION
    SELECT r.from_code, e.to_code FROM reach r JOIN edge e ON e.from_code = r.to_code
  )
  SELECT from_code, to_code FROM reach
) back
WHERE back.from_code = s.to_code AND back.to_code = s.from_code`;

/** What an earlier import states of an item, all names of it together. */
const FINANCE_BEFORE = [
  `CREATE OR REPLACE TEMP TABLE staging_before AS
   SELECT b.fiscal_year, b.unit_code, b.item, b.stage, any_value(b.file_id) AS file_id,
          string_agg(said, '|' ORDER BY said) FILTER (WHERE amount IS NOT NULL) AS said
   FROM (
     SELECT *, CASE WHEN item = 'income.other' OR ends_with(item_name, '总计') THEN item_name ELSE '' END || '=' || amount AS said FROM finance
   ) b
   WHERE EXISTS (SELECT 1 FROM staging_finance s WHERE ${sameItem('s', 'b')})
   GROUP BY ALL`,
  `UPDATE staging_finance_row AS r SET state = v.state, old_file = v.old_file
   FROM (
     SELECT s.row_id, CASE WHEN n.said = b.said THEN 'unchanged' ELSE 'replaced' END AS state, b.file_id AS old_file
     FROM staging_finance s,
     (
       SELECT fiscal_year, unit_code, item, stage, string_agg(coalesce(CASE WHEN item = 'income.other' OR part IS NOT NULL THEN item_name END, '') || '=' || amount, '|'
                ORDER BY coalesce(CASE WHEN item = 'income.other' OR part IS NOT NULL THEN item_name END, '') || '=' || amount) AS said
       FROM staging_finance WHERE state IS NULL AND amount IS NOT NULL GROUP BY ALL
     ) n, staging_before b
     WHERE s.state IS NULL AND s.amount IS NOT NULL AND b.said IS NOT NULL AND ${sameItem('s', 'n')} AND ${sameItem('s', 'b')}
   ) v
   WHERE r.rowid = v.row_id`,
  `UPDATE staging_finance_row AS r SET state = 'unchanged'
   FROM (SELECT s.row_id FROM staging_finance s JOIN staging_before b ON ${sameItem('s', 'b')} WHERE s.state IS NULL AND s.amount IS NULL) v
   WHERE r.rowid = v.row_id`,
  'DROP TABLE staging_before',
];

function sameItem(own: string, other: string): string {
  return FINANCE_KEY.map((name) => `${own}.${name} = ${other}.${name}`).join(' AND ');
}

export const GRAND_TOTAL = '总计';
/** A 总计 is set aside where its 合计 stands. */
const GRAND_TOTALS = `
UPDATE staging_finance_row AS r SET state = 'aside'
FROM (
  SELECT s.row_id
  FROM staging_finance s,
  (
    SELECT DISTINCT fiscal_year, unit_code, item, stage FROM (
      SELECT fiscal_year, unit_code, item, stage FROM staging_finance
      WHERE part IS NULL AND amount IS NOT NULL AND state IS DISTINCT FROM 'rejected'
      UNION ALL
      SELECT fiscal_year, unit_code, item, stage FROM finance WHERE amount IS NOT NULL AND NOT ends_with(item_name, '总计')
    )
  ) total
  WHERE s.part = '${GRAND_TOTAL}' AND s.amount IS NOT NULL AND s.state IS DISTINCT FROM 'rejected' AND ${sameItem('s', 'total')}
) v
WHERE r.rowid = v.row_id`;

export function financeChecks({
  hasTwins,
  hasEarlier,
  hasGrandTotals,
}: Circumstances & { hasGrandTotals: boolean }): string[] {
  return [
    // A row that states no figure neither contradicts nor repeats one that does.
    ...(hasTwins ? twins('finance', 'amount', PLACE_OF_CELL, 'amount IS NOT NULL') : []),
    ...(hasTwins ? twins('finance', '0', PLACE_OF_CELL, 'amount IS NULL') : []),
    ...(hasGrandTotals ? [GRAND_TOTALS] : []),
    ...(hasEarlier ? FINANCE_BEFORE : []),
  ];
}

/** How each row ended that does not simply go in, cells of a wide row taken together. */
export function rowStates(kind: StageKind): string {
  const touched = `FROM ${rowsOf(kind)} WHERE state IS NOT NULL`;
  if (kind !== 'finance')
    return `INSERT INTO staging_row SELECT '${kind}', file_id, line, CASE state WHEN 'circle' THEN 'rejected' ELSE state END ${touched}`;
  const state = `CASE WHEN bool_or(state = 'replaced') THEN 'replaced' WHEN bool_or(state IS NULL) THEN 'imported'
    WHEN bool_or(state = 'unchanged') THEN 'unchanged' WHEN bool_or(state = 'aside') THEN 'aside' ELSE 'rejected' END`;
  return `INSERT INTO staging_row SELECT 'finance', file_id, line, ${state} FROM staging_finance_row
    WHERE (file_id, line) IN (SELECT (file_id, line) ${touched}) GROUP BY file_id, line`;
}

const CIRCLE_COLUMN = "CASE WHEN s.state = 'circle' THEN s.column_name END";
const REMEDY = "'只留一行，删去其余'";

/** What the keys showed, for the reject list. */
export function keyRejects(kind: StageKind): string[] {
  const isFinance = kind === 'finance';
  const column = isFinance ? 's.column_name' : kind === 'unit_change' ? CIRCLE_COLUMN : 'NULL';
  const value = isFinance
    ? 's.value'
    : kind === 'unit_change'
      ? "CASE WHEN s.state = 'circle' THEN s.to_code END"
      : 'NULL';
  const year = ['unit', 'unit_change'].includes(kind) ? 'NULL' : 's.fiscal_year';
  const code = kind === 'unit_change' ? 's.from_code' : 's.unit_code';
  const key = ROW_KEYS[kind];
  const isCell = isFinance ? "s.is_wide AND r.state <> 'rejected'" : 'false';
  return [
    // A lost row has no lost cells: it is listed for what costs it. Of a wide row every amount was bad.
    isFinance
      ? `UPDATE staging_reject AS j SET is_cell = false FROM staging_row r
         WHERE r.kind = 'finance' AND r.state = 'rejected' AND j.file_id = r.file_id AND j.line = r.line`
      : `DELETE FROM staging_reject AS j USING staging_row r
         WHERE r.kind = '${kind}' AND r.state = 'rejected' AND j.file_id = r.file_id AND j.line = r.line AND j.is_cell`,
    `INSERT INTO staging_reject
     SELECT s.file_id, f.file_name, s.line, ${column}, ${value},
            CASE WHEN s.state = 'circle' THEN '沿革成环' ELSE '与 ' || o.file_name || ' 第' || ${LINE_OF_PLACE} || '行重复而内容不同' END,
            CASE WHEN s.state = 'circle' THEN '核对新旧编码和生效年度' ELSE ${REMEDY} END,
            ${isCell}, '${kind}', ${year}, ${code}, ${key}
     FROM ${sourceOf(kind)} s
     JOIN staging_row r ON r.kind = '${kind}' AND r.file_id = s.file_id AND r.line = s.line
     JOIN staging_file f ON f.file_id = s.file_id
     LEFT JOIN staging_file o ON o.file_id = ${FILE_OF_PLACE}
     WHERE s.state IN ('rejected', 'circle')`,
  ];
}
