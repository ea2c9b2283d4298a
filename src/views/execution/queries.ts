/**
 * The questions of the execution page. Three stand on the same lines (line.sql), so its text goes before theirs;
 * the table and the CSV are the view's own query, the table narrowed to one item.
 */
import { EXECUTION_COLUMNS } from './columns';
import executionSql from './execution.sql?raw';
import heatSql from './heat.sql?raw';
import lineSql from './line.sql?raw';
import unitsSql from './units.sql?raw';
import yearsSql from './years.sql?raw';

export const YEARS_QUERY = lineSql + yearsSql;
export const UNITS_QUERY = lineSql + unitsSql;
export const HEAT_QUERY = lineSql + heatSql;

/** Only the columns that are shown: a table of 3,000 units and many years stays light that way. */
export const TABLE_QUERY = `SELECT fiscal_year, unit_code, unit_name, initial_budget, adjusted_budget, actual, difference, rate, base_word, origin
FROM (${executionSql}) WHERE item = $7 ORDER BY fiscal_year, unit_code`;

export const EXPORT_QUERY = `SELECT ${EXECUTION_COLUMNS.map((column) => column.key).join(', ')}
FROM (${executionSql}) ORDER BY fiscal_year, unit_code, item_order`;
