/** One cell of 目标值 or 完成值 → number, range, level word, date or sentence. Units and the other cell do not matter yet. */
import { Exact } from '../decimal';
import { isNone, LONGEST_NUMBER } from '../number';
import { normaliseText } from '../text';
import { isDate } from './dates';
import { cleanDust } from './dust';
import { fractionOf, type Fraction } from './fraction';
import { isCellUnit, isMoney, type Myriad } from './units';
import { BOUND_PREFIXES, LEADS, levelOf, NOT_APPLICABLE, NOTHING, PREFIXES, SUFFIXES, type Comparator } from './words';

export interface Figure {
  readonly value: Exact;
  /** The same in plain digits. */
  readonly digits: string;
  /** The same, as the quotient that comparisons are made with. */
  readonly exact: Fraction;
  readonly myriad: Myriad;
  readonly word: string | null;
}

export interface ValueCell {
  readonly kind: 'value';
  /** Every comparator that the cell itself states, bound words like 超 and 多 included. */
  readonly signs: readonly Comparator[];
  /** 介于 or 之间 stands in the cell. */
  readonly between: boolean;
  readonly low: Figure;
  /** Same as `low` where the cell is no range. */
  readonly high: Figure;
  readonly isRange: boolean;
}

export type Cell =
  | { readonly kind: 'none'; readonly nothing: boolean }
  | { readonly kind: 'not_applicable' }
  | { readonly kind: 'level'; readonly level: 1 | 2 | 3 }
  | { readonly kind: 'text' }
  | ValueCell;

export type Side = 'target' | 'achieved';

/** Numbers as files may write them, and what a number must not look like: both with one capture-free pattern. */
const DIGITS = '(?:(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)';
const SPOILT = '(?:#[A-Za-z/0-9]+[!?]?|[Nn]a[Nn]|[Ii]nfinity|\\d[\\d.,]*(?:[eE][-+−]?\\d+)?)';

function patterns(digits: string): { single: RegExp; range: RegExp } {
  const number = `([-+−]?${digits})`;
  return {
    single: new RegExp(`^${number}([多余]?)(万|亿)?([多余]?)(.*?)([多余]?)$`, 'su'),
    range: new RegExp(`^${number}(万|亿)?(.*?)[-~–—至到]${number}(万|亿)?(.*)$`, 'su'),
  };
}
const SOUND = patterns(DIGITS);
const ANY = patterns(`(?:${SPOILT}|${DIGITS})`);

/** Blanks go, save between two digits, where they may part thousands. */
export function cellKey(text: string): string {
  return normaliseText(text)
    .replace(/ (?!\d)/g, '')
    .replace(/(\D) /g, '$1');
}

/** A million rows hold few distinct cells: each is parsed once. */
const KNOWN_LIMIT = 50_000;
const known: Readonly<Record<Side, [Map<string, Cell>, Map<string, Cell>]>> = {
  target: [new Map<string, Cell>(), new Map<string, Cell>()],
  achieved: [new Map<string, Cell>(), new Map<string, Cell>()],
};

export function parseCell(text: string | null, side: Side, hasMeasureUnit: boolean): Cell {
  if (text === null) return { kind: 'none', nothing: false };
  const cells = known[side][hasMeasureUnit ? 1 : 0];
  const before = cells.get(text);
  if (before) return before;
  const cell = parseText(text, side, hasMeasureUnit);
  if (cells.size >= KNOWN_LIMIT) cells.clear();
  cells.set(text, cell);
  return cell;
}

function parseText(text: string, side: Side, hasMeasureUnit: boolean): Cell {
  const key = cellKey(text);
  if (isNone(text)) return { kind: 'none', nothing: key === NOTHING };
  if (key === NOT_APPLICABLE) return { kind: 'not_applicable' };
  const level = side === 'achieved' ? levelOf(key) : null;
  if (level !== null) return { kind: 'level', level };
  if (/约|左右/.test(key) || isDate(key, hasMeasureUnit)) return { kind: 'text' };
  return parseValue(key, side, SOUND) ?? { kind: 'text' };
}

/** Would be a number but for an Excel error, NaN, scientific notation, `12.3.4` or `12,34`. */
export function isSpoiltNumber(text: string): boolean {
  const key = cellKey(text);
  if (isDate(key, true) || isDate(key, false)) return false;
  return parseValue(key, 'achieved', SOUND) === null && parseValue(key, 'achieved', ANY) !== null;
}

function take<T>(text: string, list: readonly (readonly [string, T])[], end: 'start' | 'end'): [T | null, string] {
  for (const [word, meaning] of list) {
    if (end === 'start' ? text.startsWith(word) : text.endsWith(word)) {
      return [meaning, end === 'start' ? text.slice(word.length) : text.slice(0, -word.length)];
    }
  }
  return [null, text];
}

function parseValue(key: string, side: Side, shape: typeof SOUND): ValueCell | null {
  if (key.length > LONGEST_NUMBER) return null;
  let rest = key.replaceAll('(含)', '');
  const lead = LEADS.find((word) => rest.startsWith(word));
  if (lead !== undefined) rest = rest.slice(lead.length);
  const [prefix, behindPrefix] = take(rest, PREFIXES, 'start');
  rest = behindPrefix;
  let bound: Comparator | null = null;
  let suffix: Comparator | null;
  if (prefix === null && side === 'achieved') [bound, rest] = take(rest, BOUND_PREFIXES, 'start');
  const opens = rest.startsWith('介于');
  if (opens) rest = rest.slice(2);
  [suffix, rest] = take(rest, SUFFIXES, 'end');
  const closes = rest.endsWith('之间');
  if (closes) rest = rest.slice(0, -2);
  if (suffix === null && closes) [suffix, rest] = take(rest, SUFFIXES, 'end');
  const stated = [prefix, bound, suffix].filter((word) => word !== null);
  const between = opens || closes;
  return readRange(rest, stated, between, side, shape.range) ?? readSingle(rest, stated, between, side, shape.single);
}

function readRange(text: string, signs: Comparator[], between: boolean, side: Side, shape: RegExp): ValueCell | null {
  const match = shape.exec(text);
  if (!match) return null;
  const low = figure(match[1], match[2], match[3], side);
  const high = figure(match[4], match[5], match[6], side);
  return low && high && { kind: 'value', signs, between, ...lend(low, high), isRange: true };
}

function readSingle(text: string, stated: Comparator[], between: boolean, side: Side, shape: RegExp): ValueCell | null {
  const [body, negative] = unbracket(text);
  const match = shape.exec(body);
  if (!match) return null;
  const vague = [match[2], match[4], match[6]].filter(Boolean).length;
  if (vague > 1 || (vague === 1 && side === 'target')) return null;
  const read = figure(match[1], match[3], match[5], side);
  if (!read) return null;
  const only = negative ? figureOf(read.value.negated(), read.myriad, read.word) : read;
  const signs: Comparator[] = vague === 1 ? [...stated, '>'] : stated;
  return { kind: 'value', signs, between, low: only, high: only, isRange: false };
}

/** Bookkeepers' minus: (12.30) and (12.30)万元. */
function unbracket(text: string): [string, boolean] {
  const match = /^\(([^()+−-][^()]*)\)([^()]*)$/su.exec(text);
  return match ? [`${match[1]}${match[2]}`, true] : [text, false];
}

function figure(digits = '', myriad = '', word = '', side: Side): Figure | null {
  if (word !== '' && (!isCellUnit(word) || (side === 'target' && /[超近]/.test(word)))) return null;
  return figureOf(exactOf(digits), myriad as Myriad, word === '' ? null : word);
}

const figureOf = (value: Exact, myriad: Myriad, word: string | null): Figure => ({
  value,
  digits: value.toFixed(),
  exact: fractionOf(value),
  myriad,
  word,
});

/** A spoilt number has no value; only whether it is one is asked. */
function exactOf(digits: string): Exact {
  const plain = digits.replace(/[, +]/g, '').replace('−', '-');
  if (!/^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(plain)) return new Exact(0);
  const value = cleanDust(new Exact(plain));
  return value.isZero() ? new Exact(0) : value;
}

/** A unit, 万 or 亿 on one bound only is meant for both; 万 not where both carry a money word of their own. */
function lend(low: Figure, high: Figure): { low: Figure; high: Figure } {
  const bothMoney = isMoney(low.word) && isMoney(high.word);
  const myriad = bothMoney ? '' : low.myriad || high.myriad;
  const word = low.word ?? high.word;
  return {
    low: { ...low, myriad: low.myriad || myriad, word: low.word ?? word },
    high: { ...high, myriad: high.myriad || myriad, word: high.word ?? word },
  };
}
