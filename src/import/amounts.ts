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
  const bare = bareAmount(text, unit);
  if (bare !== null) return plain({ value: bare, same: bare, fault: null });
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

const BARE_FIGURE = /^(0|[1-9]\d{0,14})(?:\.(\d{1,6}))?$/;
/** Places of 万元 that 元 and 分 of a bare figure take. */
const FEN_PLACES = 6;

/** In 万元 such a figure is the amount as it stands. */
const IN_PLACE = /^(?:0|[1-9]\d{0,14})(?:\.\d{0,5}[1-9])?$/;

/** Most amounts of a large file are figures without ornament: their digits are moved, no more. Null: to be read. */
export function bareAmount(text: string, unit: MoneyUnit | null): string | null {
  if (unit !== '万元' && unit !== '元') return null;
  if (unit === '万元' && IN_PLACE.test(text)) return text;
  const match = BARE_FIGURE.exec(text);
  if (!match) return null;
  const [, whole = '', places = ''] = match;
  if (unit === '万元') return joined(whole, places);
  if (places.length > 2) return null;
  const fen = (whole + places.padEnd(2, '0')).replace(/^0+/, '').padStart(FEN_PLACES + 1, '0');
  return joined(fen.slice(0, -FEN_PLACES), fen.slice(-FEN_PLACES));
}

function joined(whole: string, places: string): string {
  const kept = places.replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}
