/**
 * The questions of the three-public page. Four stand on the same lines (line.sql), so its text goes before theirs;
 * the table and the CSV are the view's own query, the table narrowed to one item.
 */
import baseYearSql from './base-year.sql?raw';
import { THREE_PUBLIC_COLUMNS } from './columns';
import lineSql from './line.sql?raw';
import seriesSql from './series.sql?raw';
import threePublicSql from './three-public.sql?raw';
import unitsSql from './units.sql?raw';
import yearsSql from './years.sql?raw';

export const YEARS_QUERY = lineSql + yearsSql;
export const BASE_YEAR_QUERY = lineSql + baseYearSql;
export const UNITS_QUERY = lineSql + unitsSql;
export const SERIES_QUERY = lineSql + seriesSql;

/** Only the columns that are shown: a table of 3,000 units and many years stays light that way. */
export const TABLE_QUERY = `SELECT fiscal_year, unit_code, unit_name, budget, actual, control_rate, last_actual, change_rate, base_word, origin
FROM (${threePublicSql}) WHERE item = $7 ORDER BY fiscal_year, unit_code`;

export const EXPORT_QUERY = `SELECT ${THREE_PUBLIC_COLUMNS.map((column) => column.key).join(', ')}
FROM (${threePublicSql}) ORDER BY fiscal_year, unit_code, item_order`;
