/** One cell → the value that is stored, or why it cannot be read. Pure; callers remember results by cell text. */
import { Exact } from '../domain/decimal';
import { isNone, readNumber, SCIENTIFIC, NOT_A_NUMBER, type NumberStyle } from '../domain/number';
import { cleanDust } from '../domain/reading/dust';
import { asFiled, matchKey, normaliseText } from '../domain/text';

export interface Cell {
  /** What is stored; null: nothing. */
  readonly value: string | null;
  /** Equal for cells that say the same: what "same content" compares. */
  readonly same: string;
  readonly fault: string | null;
}

export const MISSING = '必填项为空';
export const YEAR_FAULT = '年度不能识别，或不在 1950–2100 之间';
export const EMPTY: Cell = { value: null, same: '', fault: null };
const bad = (fault: string): Cell => ({ value: null, same: '', fault });

/** A leading `'` guards exported text from being computed by a spreadsheet: it is no part of the text. */
export function unguard(cell: string): string {
  return /^'[=＝+\-@\t\r\n]/.test(cell) && !/^'[-+]?[\d.]+%?$/.test(cell) ? cell.slice(1) : cell;
}

export function readText(text: string): Cell {
  if (isNone(text)) return EMPTY;
  return { value: asFiled(text), same: matchKey(text), fault: null };
}

/** `="002001"` is how spreadsheets are made to keep leading zeros. */
const AS_FORMULA = /^=\s*"([^"]*)"$/;
const LOST_DIGITS = /^\d(?:\.\d+)?[eE]\+\d+$|^\d\.\d+[eE]\d+$/;

export function readCode(text: string): Cell {
  const code = plainCode(text);
  if (isNone(code)) return EMPTY;
  if (LOST_DIGITS.test(code)) return bad(SCIENTIFIC);
  if (!/[\p{L}\d]/u.test(code) || code.startsWith('#')) return bad('编码不能识别');
  return { value: code, same: code, fault: null };
}

export function plainCode(text: string): string {
  return normaliseText(AS_FORMULA.exec(text.trim())?.[1] ?? text).replace(/ /g, '');
}

/** `219001-某某镇人民政府`: code and name, split at the first hyphen after letters and digits. */
export function splitCodeAndName(text: string): { code: string; name: string } | null {
  const match = /^([A-Za-z0-9Ａ-Ｚａ-ｚ０-９]+) ?[-－﹣—] ?(.+)$/s.exec(asFiled(text));
  return match ? { code: normaliseText(match[1] ?? ''), name: match[2] ?? '' } : null;
}

export interface Year extends Cell {
  /** A year of the Republic of China calendar, such as 113年. */
  readonly roc: boolean;
}

export function readYear(text: string): Year {
  if (isNone(text)) return { ...EMPTY, roc: false };
  const plain = normaliseText(AS_FORMULA.exec(text.trim())?.[1] ?? text).replace(/ /g, '');
  const match = /^(民国|民國)?(\d{2,4})(?:年度?)?$/.exec(plain);
  const number = match ? Number.parseInt(match[2] ?? '', 10) : Number.NaN;
  const short = match?.[2]?.length !== 4;
  if (short && number >= 90 && number <= 150) return { ...yearCell(number + 1911), roc: true };
  if (match && !short && match[1] === undefined && number >= 1950 && number <= 2100)
    return { ...yearCell(number), roc: false };
  return { ...bad(YEAR_FAULT), roc: false };
}

const yearCell = (year: number): Cell => ({ value: String(year), same: String(year), fault: null });

export interface DecimalRule {
  /** Units that the cell may carry behind its number. */
  readonly units: readonly string[];
  readonly style: NumberStyle;
  readonly negative: boolean;
  /** Without it: those of scores. */
  readonly digits?: Digits;
}

/** How long a number may be: what the column of the database holds, and adds up, exactly. */
export interface Digits {
  readonly whole: number;
  readonly places: number;
}
/** DECIMAL(38,16): weights, scores and totals; a million of the largest can still be added up. */
export const POINTS: Digits = { whole: 16, places: 16 };
/** DECIMAL(28,10). */
export const HEADS: Digits = { whole: 18, places: 10 };

export function readDecimal(text: string, rule: DecimalRule): Cell {
  const reading = readNumber(text, rule.style);
  if (reading.kind === 'none') return EMPTY;
  if (reading.kind === 'bad') return bad(reading.reason);
  if (reading.unit !== '' && !rule.units.includes(reading.unit)) return bad(NOT_A_NUMBER);
  const value = cleanDust(reading.value);
  if (value.isNegative() && !value.isZero() && !rule.negative) return bad('不能为负');
  const { whole, places } = rule.digits ?? POINTS;
  if (value.decimalPlaces() > places) return bad(`小数超过 ${String(places)} 位，超出精确计算的范围`);
  return fitting(value, whole);
}

export function fitting(value: Exact, integerDigits: number): Cell {
  if (value.abs().greaterThanOrEqualTo(new Exact(10).pow(integerDigits))) {
    return bad(`整数部分超过 ${String(integerDigits)} 位，超出精确计算的范围`);
  }
  const plain = value.toFixed();
  return { value: plain, same: plain, fault: null };
}
