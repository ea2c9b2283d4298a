/** One indicator's state and score, and a unit-year's totals, by the page's text. */
import type { Record_ } from './csvText';
import { HUNDRED, ZERO, clamp, num, round, sum, type Num } from './exact';
import { readCell, type Quantity, type Sign } from './reading';

export interface RuleSet {
  id: string;
  title: string;
  ratioPlaces: number | null;
  scorePlaces: number;
}
export const RULE_SETS: readonly RuleSet[] = [
  { id: 'national-2020', title: '全国默认', ratioPlaces: null, scorePlaces: 2 },
  { id: 'ratio-1', title: '比率保留一位', ratioPlaces: 1, scorePlaces: 3 },
];

export interface Scored {
  state: '已重算' | '分档核定' | '采用自评' | '规则无法判定' | '缺失' | '不适用';
  score: Num | null;
  weight: Num;
  target: string;
  achieved: string;
}

const BANDS: readonly [RegExp, number, number][] = [
  [/^(达成|已达成|达成预期指标|达成年度指标|完全达成|全部达成|定性达成|完成|已完成)$/, 100, 80],
  [/^(部分达成|部分完成|基本达成|基本完成)/, 80, 60],
  [/^(未达成|未完成)/, 60, 0],
];

/** The share of the weight for a shortfall: null where dividing has no meaning. */
function shortfall(sign: Sign, achieved: Num, lo: Num, hi: Num): Num | null {
  const ratio = (part: Num, whole: Num): Num | null => (part.lte(0) || whole.lte(0) ? null : part.div(whole));
  if (lo.eq(hi)) {
    if (sign === '≥' || sign === '>') return ratio(achieved, lo);
    if (sign === '≤' || sign === '<') return ratio(lo, achieved);
    if (achieved.lte(0)) return ZERO;
    return achieved.lt(lo) ? achieved.div(lo) : lo.div(achieved);
  }
  return achieved.lt(lo) ? ratio(achieved, lo) : ratio(hi, achieved);
}

function reached(sign: Sign, achieved: Num, lo: Num, hi: Num): boolean {
  if (!lo.eq(hi)) return achieved.gte(lo) && achieved.lte(hi);
  if (sign === '≥' || sign === '>') return achieved.gte(lo);
  if (sign === '≤' || sign === '<') return achieved.lte(lo);
  return achieved.eq(lo);
}

export function scoreIndicator(row: Record_, rules: RuleSet): Scored {
  const weight = num(row.分值 ?? '');
  const filed = row.自评得分 ? num(row.自评得分) : null;
  const measureUnit = row.计量单位 ?? '';
  const target = readCell(row.目标值 ?? '', measureUnit);
  const achieved = readCell(row.完成值 ?? '', measureUnit);
  const column = (row.比较符 ?? '') as Sign | '';
  const hasQuotient = !!row.完成分子 && !!row.完成分母 && row.完成分母 !== '0';
  const inTarget = target.kind === 'quantity' ? target.sign : null;
  const filedSign: Sign | null = column === '' ? inTarget : column;

  const printedSign = filedSign === '=' ? '等于' : (filedSign ?? '');
  const forms = {
    target:
      target.kind === 'text' ? target.text : target.kind === 'none' ? '' : `${printedSign}${target.quantity.form}`,
    achieved: hasQuotient
      ? `${num(row.完成分子 ?? '').toFixed()}/${num(row.完成分母 ?? '').toFixed()}`
      : achieved.kind === 'text'
        ? achieved.text
        : achieved.kind === 'none'
          ? ''
          : `${achieved.quantity.bound}${achieved.quantity.form}`,
  };
  const result = (state: Scored['state'], score: Num | null): Scored => ({ state, score, weight, ...forms });
  const ownScore = filed === null ? null : clamp(filed, ZERO, weight);
  const unverified = (): Scored => (filed === null ? result('缺失', ZERO) : result('采用自评', ownScore));

  if (forms.target === '不适用' || forms.achieved === '不适用') return result('不适用', null);
  if (achieved.kind === 'text' && !hasQuotient) {
    const band = BANDS.find(([words]) => words.test(achieved.text));
    if (band) {
      if (filed === null) return result('缺失', ZERO);
      const end = (share: number): Num => weight.times(share).div(100);
      const [, top, bottom] = band;
      if (filed.gt(end(top))) return result('分档核定', round(end(top), rules.scorePlaces));
      if (filed.lt(end(bottom))) return result('分档核定', round(end(bottom), rules.scorePlaces));
      return result('分档核定', filed);
    }
  }
  if (target.kind !== 'quantity') return unverified();
  const inCost = /成本/.test(`${row.一级指标 ?? ''}${row.二级指标 ?? ''}`);
  const inAchieved = achieved.kind === 'quantity' ? achieved.sign : null;
  const sign: Sign = filedSign ?? inAchieved ?? (inCost ? '≤' : '≥');
  if (achieved.kind !== 'quantity' && !hasQuotient) {
    return row.完成值 === '无' && sign === '≤' ? result('规则无法判定', ownScore) : unverified();
  }

  const { lo, hi } = target.quantity;
  let value: Num;
  let bound: Quantity['bound'] = '';
  if (hasQuotient) {
    if (target.quantity.unit !== '%') throw new Error('a quotient against no percentage is not in the sample');
    value = num(row.完成分子 ?? '')
      .div(num(row.完成分母 ?? ''))
      .times(HUNDRED);
  } else {
    const { quantity } = achieved as { quantity: Quantity };
    if (quantity.unit !== target.quantity.unit) throw new Error(`two units: ${quantity.unit} ${target.quantity.unit}`);
    value = quantity.lo;
    bound = quantity.bound;
    // 0.96 against 95 %: a spreadsheet's fraction.
    const bare = quantity.ownUnit === '' && target.quantity.unit === '%' && value.gt(0) && value.lte(1) && hi.gt(1);
    if (bare && !((sign === '≤' || sign === '<') && value.lte(lo))) return result('规则无法判定', ownScore);
  }
  if (reached(sign, value, lo, hi)) {
    if (bound !== '' && sign !== '≥' && sign !== '>')
      throw new Error('a bound against another comparator is not in the sample');
    return result('已重算', weight);
  }
  if (bound !== '') throw new Error('a bound that does not decide is not in the sample');
  const exact = shortfall(sign, value, lo, hi);
  if (exact === null) return result('规则无法判定', ownScore);
  const ratio = rules.ratioPlaces === null ? exact : round(exact.times(100), rules.ratioPlaces).div(100);
  return result('已重算', round(weight.times(clamp(ratio, ZERO, num(1))), rules.scorePlaces));
}

export interface UnitScore {
  total: Num | null;
  coverage: Num | null;
}

export function scoreUnit(rows: readonly Scored[]): UnitScore {
  const applicable = rows.filter((row) => row.state !== '不适用');
  const kept = sum(applicable.map((row) => row.weight));
  if (rows.length === 0 || kept.isZero()) return { total: null, coverage: null };
  const computed = sum(applicable.filter((row) => row.state === '已重算').map((row) => row.weight));
  const coverage = round(computed.times(100).div(kept), 2);
  const anyScore = applicable.some((row) => row.state !== '缺失' && row.score !== null);
  if (!anyScore) return { total: null, coverage };
  const scores = sum(applicable.map((row) => row.score ?? ZERO));
  const all = sum(rows.map((row) => row.weight));
  return { total: round(scores.times(all).div(kept), 2), coverage };
}

export function gradeOf(total: Num): string {
  return total.gte(90) ? '优' : total.gte(80) ? '良' : total.gte(60) ? '中' : '差';
}
