/** Dates are no numbers: 2023年12月底前, 2023-12-31, 12月31日. */
import { BOUND_PREFIXES, LEADS, PREFIXES } from './words';

const YEAR = '(?:19|20)\\d\\d';
const YEAR_MONTH_DAY = new RegExp(`^${YEAR}([-/.])(\\d{1,2})(?:[-/.](\\d{1,2}))?$`);
const YEAR_WORD = new RegExp(`^${YEAR}年`);
const MONTH_WORD = /^\d+(?:\.\d+)?(?:月底|月前|月末|日前|月\d+日)/;
/** 2012.5 may be a number: it is one behind a comparator, or where a unit of measure is stated. */
const YEAR_POINT_MONTH = new RegExp(`^${YEAR}\\.\\d{1,2}$`);

const PASSED_OVER = [...PREFIXES, ...BOUND_PREFIXES].map(([word]) => word).concat(LEADS);

function isPlainDate(key: string): boolean {
  if (YEAR_WORD.test(key) || MONTH_WORD.test(key)) return true;
  const match = YEAR_MONTH_DAY.exec(key);
  if (!match) return false;
  const [, , month, day] = match;
  return Number(month) >= 1 && Number(month) <= 12 && (day === undefined || (Number(day) >= 1 && Number(day) <= 31));
}

export function isDate(key: string, hasMeasureUnit: boolean): boolean {
  if (isPlainDate(key)) return !(hasMeasureUnit && YEAR_POINT_MONTH.test(key));
  for (const word of PASSED_OVER) {
    if (!key.startsWith(word)) continue;
    const rest = key.slice(word.length);
    if (isPlainDate(rest)) return !YEAR_POINT_MONTH.test(rest);
    if (isDate(rest, true)) return true;
  }
  return false;
}
