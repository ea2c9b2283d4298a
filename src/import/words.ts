/** Fixed words of values and headers, matched without blanks, width, bracket style and quotes. */
import { ITEMS, type ItemCode } from '../domain/items';
import { STAGES, type Stage } from '../domain/stages';
import { wordKey } from '../domain/text';

export interface ItemWord {
  readonly code: ItemCode;
  /** Different names of one item that count apart: the kinds of other income, and 总计 beside 合计. Else empty. */
  readonly part: string;
  /** The name in its normal form. */
  readonly name: string;
}

/** A 总计 is set aside where its 合计 stands. */
export const GRAND_TOTAL = '总计';
export const ADDED_UP: ItemCode = 'income.other';

const ITEM_WORDS = new Map<string, ItemWord>();
for (const item of ITEMS) {
  for (const name of [item.code, item.label, ...item.aliases]) {
    const grand = /^(?:收入|支出)总计$/.test(name);
    const own = name === item.code ? item.label : name;
    const part = item.code === ADDED_UP ? own : grand ? GRAND_TOTAL : '';
    ITEM_WORDS.set(wordKey(name), { code: item.code, part, name: part === '' ? item.label : own });
  }
}

const STAGE_WORDS = new Map<string, Stage>();
for (const stage of STAGES) {
  for (const name of [stage.code, stage.label, ...stage.aliases]) STAGE_WORDS.set(wordKey(name), stage.code);
}

/** `一、`, `（二）`, `3.` before a name, and `其中：`: marks of the printed form. */
const NUMBERING = /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.](?!\d))/;
const AMONG = /^其中[:：]/;
/** `「三公」经费` (corner quotes count as brackets) and `一般公共预算财政拨款(收入)`. */
const BRACKETED = /\((三公|收入)\)/;

export function itemOf(text: string): ItemWord | null {
  const key = wordKey(text);
  return (
    ITEM_WORDS.get(key) ??
    ITEM_WORDS.get(key.replace(NUMBERING, '').replace(AMONG, '').replace(NUMBERING, '').replace(BRACKETED, '$1')) ??
    null
  );
}

export const stageOf = (text: string): Stage | null => STAGE_WORDS.get(wordKey(text)) ?? null;

const TOTAL_WORDS: ReadonlySet<string> = new Set(['合计', '总计', '小计']);
export const isTotalWord = (text: string): boolean => text.length < 16 && TOTAL_WORDS.has(wordKey(text));
/** The words share a character: looked for first, because every row is asked. */
export const isTotal = (text: string): boolean => text.includes('计') && isTotalWord(text);
/** Columns in which such a word makes the row a total. */
export const TOTAL_COLUMNS = ['unit_code', 'from_code', 'unit_name', 'item', 'indicator'];

const NOTE_START =
  /^(?:注|备注|附注|说明|填表说明|编制说明|数据来源|资料来源|来源|填表人|填报人|制表人?|审核人?|复核人?|(?:单位)?负责人|联系人|联系电话|(?:填报|填表|打印|制表|导出)(?:日期|时间|单位)?|编制(?:部门|单位))(?:\d{1,2}|[一二三四五六七八九十])?[.、]?:/;
const NOTE_NUMBER = /^注(?:\d{1,2}|[一二三四五六七八九十])?[.、]/;
/** First cell of the row that numbers the columns of a printed form. */
const COLUMN_NUMBERS: ReadonlySet<string> = new Set(['栏次', '行次']);

/** A foot note: by its first words; a lone cell also by being a sentence. */
export function isNote(first: string, alone: boolean): boolean {
  const key = wordKey(first);
  if (NOTE_START.test(key) || NOTE_NUMBER.test(key) || COLUMN_NUMBERS.has(key)) return true;
  return alone && /\p{Script=Han}/u.test(key) && (/[。:；;]/.test(key) || key.includes('空表') || key.length >= 16);
}
