/**
 * The checks of keys (data dictionary, "Rows"), as statements over the staging tables. Within one import: twice the same
 * content, the second is unchanged; twice with different content, all are rejected, each naming another. Against earlier
 * imports: same content unchanged, other content replaced.
 */
import type { StageKind } from './stageTypes';

export type RecordKind = Exclude<StageKind, 'finance'>;

const RECORD_KEYS: Readonly<Record<RecordKind, readonly string[]>> = {
  unit: ['unit_code'],
  indicator: ['fiscal_year', 'unit_code', "coalesce(indicator_no, '')", 'name_key'],
  conclusion: ['fiscal_year', 'unit_code'],
  unit_change: ['from_code', 'to_code'],
};
const FINANCE_KEY = ['fiscal_year', 'unit_code', 'item', 'stage'];

/** File, line and cell in one number that sorts like them. */
const PLACE_OF_ROW = '(file_id::BIGINT * 2147483648 + line) * 1024';
const PLACE_OF_CELL = `${PLACE_OF_ROW} + cell`;
export const FILE_OF_PLACE = '(other_place // 2199023255552)';
export const LINE_OF_PLACE = '((other_place // 1024) % 2147483648)';

const keyed = (keys: readonly string[]): string => keys.map((key, i) => `${key} AS key_${String(i)}`).join(', ');
const keyNames = (keys: readonly string[]): string => keys.map((_, i) => `key_${String(i)}`).join(', ');
const sameKey = (keys: readonly string[], own: string, other: string): string =>
  keys
    .map(
      (key, i) =>
        `${key.replace(/\b(fiscal_year|unit_code|indicator_no|name_key|from_code|to_code|item|stage|part)\b/g, `${own}.$1`)} = ${other}.key_${String(i)}`,
    )
    .join(' AND ');

/** Rows of one import that share a key. */
function twins(
  table: string,
  keys: readonly string[],
  content: string,
  place: string,
  where: string,
  name: string | null,
): string[] {
  const names = keyNames(keys);
  const unitName = name === null ? '' : `, arg_min(unit_name, place) FILTER (WHERE unit_name IS NOT NULL) AS unit_name`;
  const carried = name === null ? '' : ', unit_name';
  return [
    `CREATE OR REPLACE TEMP TABLE staging_twin AS
     WITH keyed AS (SELECT ${keyed(keys)}, ${content} AS said, ${place} AS place${carried} FROM ${table} WHERE ${where}),
     grouped AS (
       SELECT ${names}, min(place) AS first_place, arg_min(said, place) AS first_said, min(said) <> max(said) AS differs${unitName}
       FROM keyed GROUP BY ${names} HAVING count(*) > 1
     )
     SELECT g.*, (SELECT min(k.place) FROM keyed k WHERE ${keys.map((_, i) => `k.key_${String(i)} = g.key_${String(i)}`).join(' AND ')} AND k.said <> g.first_said) AS second_place
     FROM grouped g`,
    `UPDATE ${table} AS s SET
       state = CASE WHEN t.differs THEN 'rejected' WHEN ${place} <> t.first_place THEN 'unchanged' END,
       other_place = CASE WHEN NOT t.differs THEN NULL WHEN ${content} = t.first_said THEN t.second_place ELSE t.first_place END
     FROM staging_twin t WHERE ${where} AND ${sameKey(keys, 's', 't')}`,
    ...(name === null
      ? []
      : [
          // A repeated row changes nothing, but the name it carries is still a name of the unit.
          `UPDATE ${table} AS s SET unit_name = t.unit_name FROM staging_twin t
           WHERE s.unit_name IS NULL AND s.state IS NULL AND t.unit_name IS NOT NULL AND ${where} AND ${sameKey(keys, 's', 't')}`,
        ]),
    'DROP TABLE staging_twin',
  ];
}

export function recordChecks(kind: RecordKind): string[] {
  const table = `staging_${kind}`;
  const keys = RECORD_KEYS[kind];
  const named = kind === 'indicator' || kind === 'conclusion' ? 'unit_name' : null;
  return [
    ...(kind === 'unit_change' ? [CIRCLES] : []),
    ...twins(table, keys, 'content', PLACE_OF_ROW, 'state IS NULL', named),
    `UPDATE ${table} AS s SET state = CASE WHEN s.content = b.content THEN 'unchanged' ELSE 'replaced' END,
       old_file = b.file_id, old_line = b.line
     FROM (SELECT ${keyed(keys)}, content, file_id, line FROM ${kind} JOIN row_mark USING (file_id, line)) b
     WHERE s.state IS NULL AND ${sameKey(keys, 's', 'b')}`,
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

export function financeChecks(): string[] {
  const key = [...FINANCE_KEY, 'part'].map((name) => (name === 'part' ? "coalesce(part, '')" : name));
  const here = (own: string, other: string): string =>
    FINANCE_KEY.map((name) => `${own}.${name} = ${other}.${name}`).join(' AND ');
  const figure = 'amount IS NOT NULL';
  return [
    // A row that states no figure neither contradicts nor repeats one that does.
    ...twins('staging_finance', key, 'amount', PLACE_OF_CELL, figure, 'unit_name'),
    ...twins('staging_finance', key, '0', PLACE_OF_CELL, 'amount IS NULL', 'unit_name'),
    `UPDATE staging_finance AS s SET state = 'aside'
     FROM (
       SELECT DISTINCT fiscal_year, unit_code, item, stage FROM (
         SELECT fiscal_year, unit_code, item, stage FROM staging_finance
         WHERE part IS NULL AND ${figure} AND state IS DISTINCT FROM 'rejected'
         UNION ALL
         SELECT fiscal_year, unit_code, item, stage FROM finance WHERE ${figure} AND NOT ends_with(item_name, '总计')
       )
     ) total
     WHERE s.part = '总计' AND s.${figure} AND s.state IS DISTINCT FROM 'rejected' AND ${here('s', 'total')}`,
    // What an earlier import states of an item, all names of it together.
    `CREATE OR REPLACE TEMP TABLE staging_before AS
     SELECT b.fiscal_year, b.unit_code, b.item, b.stage, any_value(b.file_id) AS file_id,
            string_agg(said, '|' ORDER BY said) FILTER (WHERE ${figure}) AS said
     FROM (
       SELECT *, CASE WHEN item = 'income.other' OR ends_with(item_name, '总计') THEN item_name ELSE '' END || '=' || amount AS said FROM finance
     ) b
     WHERE EXISTS (SELECT 1 FROM staging_finance s WHERE ${here('s', 'b')})
     GROUP BY ALL`,
    `UPDATE staging_finance AS s SET state = CASE WHEN n.said = b.said THEN 'unchanged' ELSE 'replaced' END, old_file = b.file_id
     FROM (
       SELECT fiscal_year, unit_code, item, stage, string_agg(coalesce(CASE WHEN item = 'income.other' OR part IS NOT NULL THEN item_name END, '') || '=' || amount, '|'
                ORDER BY coalesce(CASE WHEN item = 'income.other' OR part IS NOT NULL THEN item_name END, '') || '=' || amount) AS said
       FROM staging_finance WHERE state IS NULL AND ${figure} GROUP BY ALL
     ) n, staging_before b
     WHERE s.state IS NULL AND s.${figure} AND b.said IS NOT NULL AND ${here('s', 'n')} AND ${here('s', 'b')}`,
    `UPDATE staging_finance AS s SET state = 'unchanged' FROM staging_before b
     WHERE s.state IS NULL AND s.amount IS NULL AND ${here('s', 'b')}`,
    'DROP TABLE staging_before',
  ];
}

/** How each row ended, cells of a wide row taken together. */
export function rowStates(kind: StageKind): string {
  const state = `CASE WHEN bool_or(state = 'replaced') THEN 'replaced' WHEN bool_or(state IS NULL) THEN 'imported'
    WHEN bool_or(state = 'unchanged') THEN 'unchanged' WHEN bool_or(state = 'aside') THEN 'aside' ELSE 'rejected' END`;
  return `INSERT INTO staging_row SELECT '${kind}', file_id, line, ${state} FROM staging_${kind} GROUP BY file_id, line`;
}

const REMEDY = "'只留一行，删去其余'";

/** What the keys showed, for the reject list. */
export function keyRejects(kind: StageKind): string[] {
  const isFinance = kind === 'finance';
  const column = isFinance ? 's.column_name' : "CASE WHEN s.state = 'circle' THEN '新单位编码' END";
  const value = isFinance
    ? 's.value'
    : kind === 'unit_change'
      ? "CASE WHEN s.state = 'circle' THEN s.to_code END"
      : 'NULL';
  const year = ['unit', 'unit_change'].includes(kind) ? 'NULL' : 's.fiscal_year';
  const code = kind === 'unit_change' ? 's.from_code' : 's.unit_code';
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
            ${isCell}, '${kind}', ${year}, ${code}
     FROM staging_${kind} s
     JOIN staging_row r ON r.kind = '${kind}' AND r.file_id = s.file_id AND r.line = s.line
     JOIN staging_file f ON f.file_id = s.file_id
     LEFT JOIN staging_file o ON o.file_id = ${FILE_OF_PLACE}
     WHERE s.state IN ('rejected', 'circle')`,
  ];
}
