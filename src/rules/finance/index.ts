/**
 * The finance data as every view reads it. The statements derive, from the tables as imported:
 *  - `unit_year` and the macro `unit_year_in_view`: units by year, with their names;
 *  - `unit_predecessor`: the one code that a unit came of;
 *  - `finance_given`: amounts as filed; `finance_amount`: the same with the totals that are summed;
 *  - `finance_line`: budget, actual, rates and last year's actual of each year, unit and item.
 * They depend on no rule set and may be run again at any time.
 */
import { ITEMS, type Item } from '@/domain/items';
import { nameKeyMacro } from '../expr/nameKey';
import { EXPR_MACROS } from '../expr/toSql';
import inViewSql from '../in-view.sql?raw';
import fileOrderSql from './file-order.sql?raw';
import financeAmountSql from './finance-amount.sql?raw';
import financeLineSql from './finance-line.sql?raw';
import financeSumSql from './finance-sum.sql?raw';
import lastYearSql from './last-year.sql?raw';
import moneyMacrosSql from './money-macros.sql?raw';
import predecessorSql from './predecessor.sql?raw';
import { ratesSql } from './rates';
import unitYearSql from './unit-year.sql?raw';

/** 0 for an item without parts, else one more than its highest part. */
function heightOf(item: Item): number {
  const parts = ITEMS.filter((entry) => entry.parent === item.code);
  return parts.reduce((height, part) => Math.max(height, heightOf(part) + 1), 0);
}

const HEIGHT = new Map(ITEMS.map((item) => [item.code, heightOf(item)]));

function itemTableStatement(): string {
  const rows = ITEMS.map((item, index) => {
    const parent = item.parent === null ? 'NULL' : `'${item.parent}'`;
    return `('${item.code}', '${item.label}', '${item.group}', ${String(index + 1)}, ${parent}, ${String(HEIGHT.get(item.code))})`;
  });
  return `CREATE OR REPLACE TABLE finance_item AS
SELECT * FROM (VALUES ${rows.join(', ')}) AS t(item, label, item_group, item_order, parent, height)`;
}

/** Lower totals first, so that a sum may stand on sums. */
function sumStatements(): string[] {
  const highest = Math.max(...HEIGHT.values());
  return Array.from({ length: highest }, (_, index) => financeSumSql.replaceAll('/*height*/1', String(index + 1)));
}

/** Without the checks: what scores and most views read. */
export function moneyStatements(): string[] {
  return [
    ...EXPR_MACROS,
    itemTableStatement(),
    fileOrderSql,
    nameKeyMacro(),
    inViewSql,
    unitYearSql,
    predecessorSql,
    moneyMacrosSql,
    financeAmountSql,
    ...sumStatements(),
    lastYearSql,
    financeLineSql.replace('/*rates*/', ratesSql()),
  ];
}
