/** Why a field of a rule set is refused, in English: the Chinese words are those of the schema (ruleSet.ts and its parts). */

/** Fields by the name that their reasons carry. */
const NAMES: Readonly<Record<string, string>> = {
  档次上限: 'the upper end',
  档次下限: 'the lower end',
  等级下限: 'the lower bound of a grade',
  等级名称: 'the name of a grade',
  完成比: 'the attainment',
  扣减比例: 'the share deducted',
  执行率下限: 'the execution rate',
  得分比例: 'the share of the points',
  执行率分值: 'the weight of the execution rate',
  得分容差: 'the tolerance of scores',
  超额完成倍数: 'the factor of overshooting',
  资金变动倍数: 'the factor of funds',
  收支差额: 'the gap of income and expenditure',
  编号: 'the id',
  名称: 'the title',
  依据: 'the source',
  版本: 'the version',
  比率位数: 'the places of ratios',
  得分位数: 'the places of scores',
  总分位数: 'the places of totals',
  最低可重算比重: 'the least coverage',
  分数: 'the points',
  界限: 'the limit',
  每档幅度: 'the size of a step',
  目标: 'the target',
  满分: 'the full points',
  指标名称: 'the indicator’s name',
};

const PLAIN: Readonly<Record<string, string>> = {
  缺少此项: 'is missing',
  '没有这一项，请删去': 'there is no such field; remove it',
  '每档须是 [上限, 下限]': 'each band must be [upper end, lower end]',
  档次的下限不得大于上限: 'the lower end of a band must not be above its upper end',
  '每级须是 [下限, 名称]': 'each grade must be [lower bound, name]',
  '须是 [下限, 名称] 的列表': 'must be a list of [lower bound, name]',
  至少要有一级: 'there must be at least one grade',
  '最后一级的下限须为 null，以便任何总分都有等级':
    'the lower bound of the last grade must be null, so that every total has a grade',
  '除最后一级外，下限不得为空': 'only the last grade may be without a lower bound',
  下限须由高到低: 'lower bounds must fall from one to the next',
  '每级须是 [完成比, 扣减比例]': 'each tier must be [attainment, share deducted]',
  '每档须是 [执行率下限, 得分比例]': 'each tier must be [execution rate, share of the points]',
  多余的字段: 'has a field too many',
  至少要有一档: 'there must be at least one tier',
  '须有 weight、base、scoring': 'must have weight, base and scoring',
  '阈值的字段不全，或有多余的字段': 'thresholds are missing, or there are too many',
  '编号只能用字母、数字、- 和 _': 'the id may hold letters, digits, - and _ only',
  须恰有三档: 'there must be exactly three bands',
  须是列表: 'must be a list',
  '须是 别名: 等级': 'must be alias: grade',
  '字段不全，或有多余的字段': 'fields are missing, or there are too many',
  '每行须有 points': 'each row must have points',
  至少要有一行: 'there must be at least one row',
  '须有 rows': 'must have rows',
  '须有 limit、per、deduct': 'must have limit, per and deduct',
  '须有 deduct': 'must have deduct',
  '须有 target': 'must have target',
  '须有 of': 'must have of',
  '目标不得为 0': 'the target must not be 0',
  须恰有两种计法: 'there must be exactly two ways of scoring',
  须是名称的列表: 'must be a list of names',
  至少要有一个名称: 'there must be at least one name',
  '须有 names、measure、full、scoring': 'must have names, measure, full and scoring',
  '编号 draft 留作试算，请换一个': 'the id draft is kept for trials; choose another',
  '不是一份完整的 JSON': 'is not complete JSON',
};

const name = (word: string): string => NAMES[word] ?? word;
/** Lists of words that may stand: `须为 a、b 或 c`. */
const choices = (words: string): string => words.replaceAll('、', ', ').replaceAll(' 或 ', ' or ');

const SHAPES: readonly (readonly [RegExp, (...words: string[]) => string])[] = [
  [/^(.+)须是数$/u, (field = '') => `${name(field)} must be a number`],
  [/^(.+)须是有限的数$/u, (field = '') => `${name(field)} must be a finite number`],
  [/^(.+)不得小于 (.+)$/u, (field = '', low = '') => `${name(field)} must not be below ${low}`],
  [/^(.+)不得大于 (.+)$/u, (field = '', high = '') => `${name(field)} must not be above ${high}`],
  [/^(.+)至多 (\d+) 位小数$/u, (field = '', most = '') => `${name(field)} may have ${most} decimals at most`],
  [/^(.+)须是整数$/u, (field = '') => `${name(field)} must be a whole number`],
  [/^(.+)须在 0 到 6 之间$/u, (field = '') => `${name(field)} must be between 0 and 6`],
  [/^(.+)须是文字$/u, (field = '') => `${name(field)} must be text`],
  [/^(.+)不得为空$/u, (field = '') => `${name(field)} must not be empty`],
  [/^(.+)至多 (\d+) 字$/u, (field = '', most = '') => `${name(field)} may have ${most} characters at most`],
  [/^(.+)须大于 0$/u, (field = '') => `${name(field)} must be above 0`],
  [/^(?:kind )?须为 (.+)$/u, (words = '') => `must be ${choices(words)}`],
  [
    /^编号 (.+) 是随程序的规则集，不能覆盖，请换一个$/u,
    (id = '') => `the id ${id} is of a rule set that ships with the program and cannot be replaced; choose another`,
  ],
];

/** In the language of the interface; a reason without English words here stays as it is. */
export function faultWords(reason: string, locale: string): string {
  if (locale !== 'en') return reason;
  const plain = PLAIN[reason];
  if (plain !== undefined) return plain;
  for (const [shape, say] of SHAPES) {
    const match = shape.exec(reason);
    if (match) return say(...match.slice(1));
  }
  return reason;
}
