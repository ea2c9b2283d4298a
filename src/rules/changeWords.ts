/** What changed between two states of a rule set, one line each: what the history keeps and a reader checks. */
import type { RuleSet } from './ruleSet';
import { executionWords, stepWords } from './stepWords';

type Words = (ruleSet: RuleSet) => string;

const places = (count: number | null): string => (count === null ? '不取整' : `${String(count)}位小数`);
const share = (value: number): string => `分值的${String(value)}`;

const TIER_NAMES = ['达成', '部分达成', '未达成'] as const;

/** Parameters of one value each, in the order of the clauses. */
const SINGLE: readonly (readonly [name: string, words: Words])[] = [
  ['编号', (set) => set.id],
  ['名称', (set) => set.title],
  ['依据', (set) => set.source],
  ['版本', (set) => set.version],
  ['“＞”“＜”恰等于目标', (set) => (set.strict_rule === 'as_reached' ? '视为达到' : '扣分')],
  ['恰等于目标的扣减', (set) => share(set.strict_share)],
  ['“＝”未达到', (set) => (set.equal_rule === 'ratio' ? '按较小比' : '得0分')],
  ['比率取整', (set) => places(set.ratio_places)],
  ['得分取整', (set) => places(set.score_places)],
  ['总分取整', (set) => places(set.total_places)],
  ['预算执行指标', (set) => executionWords(set.execution)],
  ...TIER_NAMES.flatMap((name, index): [string, Words][] => [
    [`定性“${name}”上限`, (set) => `${String(set.bands[index]?.[0] ?? '')}%`],
    [`定性“${name}”下限`, (set) => `${String(set.bands[index]?.[1] ?? '')}%`],
  ]),
  ['超额提示', (set) => `目标的${String(set.thresholds.overshoot_note)}倍`],
  ['超额扣分', (set) => overshootWords(set.overshoot)],
  ['缺失的指标', (set) => (set.missing === 'zero' ? '得0分' : '剔除')],
  ['分值合计', (set) => (set.weights === 'as_reported' ? '按填报' : '折成100分')],
  ['等级', (set) => gradeWords(set.grades)],
  ['等级别名', (set) => aliasWords(set.grade_aliases)],
  ['并列名次', (set) => (set.ranking === 'competition' ? '1、2、2、4' : '1、2、2、3')],
  ['最低可重算比重', (set) => `${String(set.least_coverage)}%`],
  ['执行率偏低的界限', (set) => `${String(set.thresholds.low_execution)}%`],
  ['得分容差', (set) => `${String(set.thresholds.score_tolerance)}分`],
  ['资金规模悬殊的倍数', (set) => `${String(set.thresholds.fund_shift)}倍`],
  ['收支相差的容许额', (set) => `${String(set.thresholds.income_gap)}万元`],
];

function overshootWords(tiers: RuleSet['overshoot']): string {
  if (tiers.length === 0) return '只提示，不扣分';
  return tiers.map(([from, part]) => `达到${String(from)}倍扣${share(part)}`).join('，');
}

const gradeWords = (grades: RuleSet['grades']): string =>
  grades.map(([from, name]) => (from === null ? `以下${name}` : `${name}≥${String(from)}`)).join('，');

function aliasWords(aliases: RuleSet['grade_aliases']): string {
  const pairs = Object.entries(aliases).map(([alias, grade]) => `${alias}=${grade}`);
  return pairs.length === 0 ? '没有' : pairs.join('，');
}

/** Step tables are told apart by their first name; what has neither come nor gone may have changed inside. */
function stepChanges(before: RuleSet['steps'], after: RuleSet['steps']): string[] {
  const nameOf = (step: RuleSet['steps'][number]): string => step.names[0] ?? '';
  const added = after.filter((step) => !before.some((old) => nameOf(old) === nameOf(step)));
  const removed = before.filter((step) => !after.some((now) => nameOf(now) === nameOf(step)));
  const changed = after.filter((step) => {
    const old = before.find((each) => nameOf(each) === nameOf(step));
    return old !== undefined && JSON.stringify(old) !== JSON.stringify(step);
  });
  const words = [
    ...removed.map((step) => `删去计分表“${nameOf(step)}”`),
    ...added.map((step) => `增加计分表：${stepWords(step)}`),
    ...changed.map((step) => `改动计分表：${stepWords(step)}`),
  ];
  // A new order counts too: the first table that names an indicator is the one that is used.
  return words.length === 0 && JSON.stringify(before) !== JSON.stringify(after) ? ['计分表的先后改变'] : words;
}

/** `“＝”未达到：按较小比 → 得0分`. Empty where both say the same. */
export function changeWords(before: RuleSet, after: RuleSet): string[] {
  const single = SINGLE.flatMap(([name, words]) => {
    const [old, now] = [words(before), words(after)];
    return old === now ? [] : [`${name}：${old} → ${now}`];
  });
  return [...single, ...stepChanges(before.steps, after.steps)];
}
