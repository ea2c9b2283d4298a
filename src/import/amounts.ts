/** One amount of a finance file → 万元, exact to 分. */
import { Exact, roundHalfUp } from '../domain/decimal';
import { NOT_A_NUMBER, readNumber } from '../domain/number';
import { EMPTY, fitting, unguard, type Cell } from './cells';
import { inWan, moneyUnit, type MoneyUnit } from './money';

export interface Amount extends Cell {
  /** Excel's float dust was taken off. */
  readonly cleaned: boolean;
}

export const TOO_FINE = '金额细于 0.01 元';
export const UNIT_MISSING = '没有金额单位';
export const UNIT_CONTRADICTS = '金额自带的单位与表头、单位行或金额单位列不一致';

const DUSTY_DIGITS = 14;
/** 万元 → 分, and the part of a 分 that is still dust. */
const FEN_IN_WAN = new Exact(1_000_000);
const DUST = new Exact('0.01');
/** DECIMAL(38,6) of the database, with room for sums of many units. */
const INTEGER_DIGITS = 22;

const plain = (cell: Cell): Amount => ({ ...cell, cleaned: false });
const bad = (fault: string): Amount => plain({ value: null, same: '', fault });

/** `unit`: what header, line, column or answer say; null: nothing does. */
export function readAmount(text: string, unit: MoneyUnit | null): Amount {
  const reading = readNumber(unguard(text));
  if (reading.kind === 'none') return plain(EMPTY);
  if (reading.kind === 'bad') return bad(reading.reason);
  const own = reading.unit === '' ? null : moneyUnit(reading.unit);
  if (reading.unit !== '' && own === null) return bad(NOT_A_NUMBER);
  if (own !== null && unit !== null && (own === '万' ? '万元' : own) !== unit) return bad(UNIT_CONTRADICTS);
  const counts = unit ?? (own === '万' ? null : own);
  if (counts === null) return bad(UNIT_MISSING);
  const fen = inWan(reading.value, counts).times(FEN_IN_WAN);
  if (fen.isInteger()) return plain(fitting(fen.dividedBy(FEN_IN_WAN), INTEGER_DIGITS));
  const whole = roundHalfUp(fen, 0);
  const isDust = reading.value.precision() >= DUSTY_DIGITS && fen.minus(whole).abs().lessThanOrEqualTo(DUST);
  return isDust ? { ...fitting(whole.dividedBy(FEN_IN_WAN), INTEGER_DIGITS), cleaned: true } : bad(TOO_FINE);
}
