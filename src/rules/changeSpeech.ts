/** The words in which a change of a rule set is told, in Chinese and in English. */
import type { RuleSet } from './ruleSet';

const NAMES = [
  ['id', '编号', 'Id'],
  ['title', '名称', 'Title'],
  ['source', '依据', 'Source'],
  ['version', '版本', 'Version'],
  ['strict_rule', '“＞”“＜”恰等于目标', '“>” and “<” met exactly'],
  ['strict_share', '恰等于目标的扣减', 'Deduction where met exactly'],
  ['equal_rule', '“＝”未达到', '“=” not met'],
  ['ratio_places', '比率取整', 'Rounding of ratios'],
  ['score_places', '得分取整', 'Rounding of scores'],
  ['total_places', '总分取整', 'Rounding of totals'],
  ['execution', '预算执行指标', 'Execution indicator'],
  ['band_0_high', '定性“达成”上限', 'Upper end of “reached”'],
  ['band_0_low', '定性“达成”下限', 'Lower end of “reached”'],
  ['band_1_high', '定性“部分达成”上限', 'Upper end of “partly reached”'],
  ['band_1_low', '定性“部分达成”下限', 'Lower end of “partly reached”'],
  ['band_2_high', '定性“未达成”上限', 'Upper end of “not reached”'],
  ['band_2_low', '定性“未达成”下限', 'Lower end of “not reached”'],
  ['overshoot_note', '超额提示', 'Note on overshooting'],
  ['overshoot', '超额扣分', 'Deduction for overshooting'],
  ['missing', '缺失的指标', 'Missing indicators'],
  ['weights', '分值合计', 'Sum of weights'],
  ['grades', '等级', 'Grades'],
  ['grade_aliases', '等级别名', 'Other words for grades'],
  ['ranking', '并列名次', 'Ties'],
  ['least_coverage', '最低可重算比重', 'Least coverage'],
  ['low_execution', '执行率偏低的界限', 'Low execution rate'],
  ['score_tolerance', '得分容差', 'Tolerance of scores'],
  ['fund_shift', '资金规模悬殊的倍数', 'Funds far off their budget'],
  ['income_gap', '收支相差的容许额', 'Allowed gap of income and expenditure'],
] as const;

const VALUES = [
  ['as_reached', '视为达到', 'counts as reached'],
  ['deduct', '扣分', 'costs points'],
  ['ratio', '按较小比', 'by the smaller ratio'],
  ['zero', '得0分', 'no points'],
  ['missing_zero', '得0分', 'score 0'],
  ['exclude', '剔除', 'left out'],
  ['as_reported', '按填报', 'as filed'],
  ['normalise_to_100', '折成100分', 'scaled to 100'],
  ['competition', '1、2、2、4', '1, 2, 2, 4'],
  ['dense', '1、2、2、3', '1, 2, 2, 3'],
] as const;

type NameKey = (typeof NAMES)[number][0];
type ValueKey = (typeof VALUES)[number][0];

export interface ChangeSpeech {
  readonly names: Readonly<Record<NameKey, string>>;
  readonly values: Readonly<Record<ValueKey, string>>;
  readonly places: (count: number | null) => string;
  readonly share: (of: number) => string;
  readonly times: (factor: number) => string;
  readonly timesTarget: (factor: number) => string;
  readonly points: (count: number) => string;
  readonly money: (amount: number) => string;
  readonly overshoot: (tiers: RuleSet['overshoot']) => string;
  readonly grades: (grades: RuleSet['grades']) => string;
  readonly aliases: (pairs: readonly (readonly [alias: string, grade: string])[]) => string;
  readonly change: (name: string, old: string, now: string) => string;
  readonly stepRemoved: (name: string) => string;
  readonly stepAdded: (words: string) => string;
  readonly stepChanged: (words: string) => string;
  readonly stepsMoved: string;
}

const inLanguage = <K extends string>(rows: readonly (readonly [K, string, string])[], at: 1 | 2): Record<K, string> =>
  Object.fromEntries(rows.map((row) => [row[0], row[at]])) as Record<K, string>;

export const ZH: ChangeSpeech = {
  names: inLanguage(NAMES, 1),
  values: inLanguage(VALUES, 1),
  places: (count) => (count === null ? '不取整' : `${String(count)}位小数`),
  share: (of) => `分值的${String(of)}`,
  times: (factor) => `${String(factor)}倍`,
  timesTarget: (factor) => `目标的${String(factor)}倍`,
  points: (count) => `${String(count)}分`,
  money: (amount) => `${String(amount)}万元`,
  overshoot: (tiers) =>
    tiers.length === 0
      ? '只提示，不扣分'
      : tiers.map(([from, part]) => `达到${String(from)}倍扣分值的${String(part)}`).join('，'),
  grades: (grades) =>
    grades.map(([from, name]) => (from === null ? `以下${name}` : `${name}≥${String(from)}`)).join('，'),
  aliases: (pairs) => (pairs.length === 0 ? '没有' : pairs.map(([alias, grade]) => `${alias}=${grade}`).join('，')),
  change: (name, old, now) => `${name}：${old} → ${now}`,
  stepRemoved: (name) => `删去计分表“${name}”`,
  stepAdded: (words) => `增加计分表：${words}`,
  stepChanged: (words) => `改动计分表：${words}`,
  stepsMoved: '计分表的先后改变',
};

export const EN: ChangeSpeech = {
  names: inLanguage(NAMES, 2),
  values: inLanguage(VALUES, 2),
  places: (count) => (count === null ? 'none' : `${String(count)} decimals`),
  share: (of) => `${String(of)} of the weight`,
  times: (factor) => `${String(factor)} times`,
  timesTarget: (factor) => `${String(factor)} times the target`,
  points: (count) => `${String(count)} points`,
  money: (amount) => `${String(amount)} 万元`,
  overshoot: (tiers) =>
    tiers.length === 0
      ? 'a note only'
      : tiers.map(([from, part]) => `${String(part)} of the weight from ${String(from)} times`).join(', '),
  grades: (grades) =>
    grades.map(([from, name]) => (from === null ? `below ${name}` : `${name} ≥ ${String(from)}`)).join(', '),
  aliases: (pairs) => (pairs.length === 0 ? 'none' : pairs.map(([alias, grade]) => `${alias} = ${grade}`).join(', ')),
  change: (name, old, now) => `${name}: ${old} → ${now}`,
  stepRemoved: (name) => `Step table “${name}” removed`,
  stepAdded: (words) => `Step table added: ${words}`,
  stepChanged: (words) => `Step table changed: ${words}`,
  stepsMoved: 'Step tables in another order',
};
