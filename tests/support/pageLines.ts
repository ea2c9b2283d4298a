/**
 * The rules page, line by line: cells, and what each of its sentences makes of them (state and score). Weight 10, reported
 * score 7 where nothing else is said. What a rule set decides stands in groups of its own.
 */
import type { RuleSet } from '@/rules/ruleSet';

export type More = Readonly<
  Partial<
    Record<
      | 'weight'
      | 'reported_score'
      | 'comparator'
      | 'kind'
      | 'level1'
      | 'level2'
      | 'numerator'
      | 'denominator'
      | 'measure_unit',
      string | null
    >
  >
>;
export type Line = readonly [target: string | null, achieved: string | null, expected: string, more?: More];
export interface Group {
  readonly rules?: Partial<RuleSet>;
  readonly lines: readonly Line[];
}

const unit = (measure_unit: string): More => ({ measure_unit });
const parts = (numerator: string | null, denominator: string | null, more: More = {}): More => ({
  numerator,
  denominator,
  ...more,
});
const each = (words: readonly string[], line: (word: string) => Line): readonly Line[] => words.map(line);

// prettier-ignore
export const PAGE: Readonly<Record<string, Group>> = {
  'comparator words before the figure': {
    lines: [
      ...each(['≥', '≧', '>=', '大于等于', '不低于', '不少于', '不小于', '至少', '最少'], (word) => [`${word}8`, '4', 'computed 5']),
      ...each(['≤', '≦', '<=', '小于等于', '不超过', '不高于', '不大于', '不多于', '至多', '最多'], (word) => [`${word}4`, '8', 'computed 5']),
      ...each(['>', '大于', '超过', '高于', '多于'], (word) => [`${word}8`, '8', 'computed 10']),
      ...each(['<', '小于', '低于', '少于', '不到', '不足'], (word) => [`${word}8`, '8', 'computed 10']),
      ...each(['=', '＝', '等于'], (word) => [`${word}8`, '10', 'computed 8']),
    ],
  },
  'comparator words behind the figure': {
    lines: [
      ...each(['以上', '及以上', '（含）以上', '(含)以上'], (word) => [`8件${word}`, '4件', 'computed 5']),
      ...each(['以内', '以下', '及以下', '（含）以内'], (word) => [`4件${word}`, '8件', 'computed 5']),
    ],
  },
  'comparator from its column, from 指标性质, two that differ, none': {
    lines: [
      ['8', '4', 'computed 5', { comparator: '不少于' }],
      ['8', '16', 'computed 5', { kind: '≤' }],
      ['≥8', '4', 'computed 5', { comparator: '至少' }],
      ['≥8', '4', 'manual 7', { comparator: '≤' }],
      ['≥8', '4', 'computed 5', { comparator: '定性' }],
      ['≥8', '4', 'computed 5', { comparator: '' }],
      ['≥8', '4', 'computed 5', { comparator: '约等于' }],
      ['8', '4', 'computed 5'],
      ['8', '16', 'computed 5', { level1: '成本指标' }],
      ['8', '16', 'computed 5', { level2: '经济成本指标' }],
      ['≥8', '≤4', 'manual 7'],
    ],
  },
  'ranges': {
    lines: [
      ...each(['-', '~', '～', '－', '–', '—', '至', '到'], (sign) => [`10${sign}20`, '5', 'computed 5']),
      ['介于10至20之间', '40', 'computed 5'],
      ['10-20', '15', 'computed 10'],
      ['10-20', '10', 'computed 10'],
      ['10-20', '20', 'computed 10'],
      ['10-20', '5', 'computed 5', { comparator: '=' }],
      ['10-20', '5', 'computed 5', { comparator: '区间' }],
      ['10-20', '5', 'computed 5', { comparator: '介于' }],
      ['10-20%', '40%', 'computed 5'],
      ['10%-20%', '40%', 'computed 5'],
      ['1-2万件', '50000件', 'computed 4'],
      ['-20至-10', '-15', 'computed 10'],
      ['20-10', '15', 'manual 7'],
      ['10-20', '15', 'manual 7', { comparator: '≥' }],
      ['15', '15', 'manual 7', { comparator: '区间' }],
      ['15', '15', 'manual 7', { comparator: '介于' }],
      ['≥10', '20-10', 'manual 7'],
      ['≥10', '介于20', 'manual 7'],
    ],
  },
  'units of measure': {
    lines: [
      ['≥8元', '0.0004万元', 'computed 5'],
      ['≥1亿元', '5000万元', 'computed 5'],
      ['≥2百万元', '1000千元', 'computed 5'],
      ['≥2小时', '60分钟', 'computed 5'],
      ['≥2天', '1日', 'computed 5'],
      ['≥2工作日', '1个工作日', 'computed 5'],
      ['≥2月', '1个月', 'computed 5'],
      ['≥2百分点', '1个百分点', 'computed 5'],
      ['≥2%', '10‰', 'computed 5'],
      ['≥2百分比', '1%', 'computed 5'],
      ['≥3万人次', '15000人', 'computed 5'],
      ...each(
        '个 项 件 次 人 人次 户 家 份 篇 场 场次 期 批 批次 台 套 辆 处 条 宗 例 名 位 只 本 册 座 所 栋 间 株 头 支 幅 张 笔 起 类 种 门 节 队 组 村 社区 单 点'.split(' '),
        (word) => [`≥8${word}`, '4个', 'computed 5'],
      ),
      ['≥8公里', '4公里', 'computed 5'],
      ['≥8公里', '4里', 'manual 7'],
      ['≥8公里', '4米', 'manual 7'],
      ['≥8', '4', 'computed 5', unit('标准立方米')],
      ['≥8', '4标准立方米', 'reported 7'],
      ['≥8件', '328件已办结', 'reported 7'],
      ['≥8', '4%', 'computed 5', unit('%')],
      ['≥8%', '4', 'computed 5'],
      ['≥8万元', '4', 'computed 5'],
      ['≥8天', '4', 'computed 5'],
      ['≥8', '0.0004万', 'computed 5', unit('件')],
      ['≥8', '4万', 'computed 5', unit('万件')],
    ],
  },
  'quotients': {
    lines: [
      ['≥80%', null, 'computed 5', parts('2', '5')],
      ['≥80', null, 'computed 5', parts('2', '5', unit('%'))],
      ['≥800‰', null, 'computed 5', parts('2', '5')],
      ['≥4件', null, 'computed 5', parts('6', '3')],
      ['≥80%', '80%', 'computed 5', parts('2', '5')],
      ['≥80%', '达成', 'computed 5', parts('2', '5')],
      ['≥80%', null, 'computed 5', parts('2万件', '5万件')],
      ['≥80%', '40%', 'computed 5', parts('2', '0')],
      ['≥80%', '40%', 'computed 5', parts('2', null)],
      ['≥80%', '40%', 'computed 5', parts(null, '5')],
      ['≥3', null, 'computed 1.11', parts('1', '3', unit('件'))],
    ],
  },
  'bare numbers': {
    lines: [
      ['≥95%', '0.96', 'manual 7'],
      ['≥95%', '1', 'manual 7'],
      ['≥95%', '1.01', 'computed 0.11'],
      ['≥95%', '0', 'computed 0'],
      ['≤95%', '0.96', 'computed 10'],
      ['<95%', '0.96', 'computed 10'],
      ['=95%', '0.96', 'manual 7'],
      ['≥95‰', '0.96', 'manual 7'],
      ['≥95', '0.96', 'manual 7', unit('%')],
      ['≥95', null, 'manual 7', parts('96', '100')],
      ['≤95', null, 'computed 10', parts('96', '100')],
      ['≥95', null, 'computed 0.1', parts('96', '100', unit('件'))],
      ['≥0.95', '96%', 'manual 7'],
      ['≤0.95', '96%', 'manual 7'],
      ['≥1%', '0.5', 'computed 5'],
      ['80-95%', '0.96', 'manual 7'],
      ['≥95%', '0.90-0.96', 'manual 7'],
    ],
  },
  'bounds and vague words': {
    lines: [
      ...each(['多', '余'], (word) => ['≥95', `95${word}`, 'computed 10']),
      ...each(['多', '余'], (word) => ['≥95件', `95${word}件`, 'computed 10']),
      ...each(['超', '超过'], (word) => ['≥95', `${word}95`, 'computed 10']),
      ...each(['近', '不到'], (word) => ['≤95', `${word}95`, 'computed 10']),
      ...each(['近', '不到'], (word) => ['≥95', `${word}95`, 'manual 7']),
      ['≥95%', '92%-95%', 'reported 7'],
      ['≥92%', '92%-95%', 'computed 10'],
      ['≥96%', '92%-95%', 'manual 7'],
      ...each(['约96', '96左右', '约96件'], (word) => ['≥95', word, 'reported 7']),
      ...each(['达', '达到', '已达', '共'], (word) => ['≥8', `${word}4`, 'computed 5']),
      ...each(['达', '达到', '共'], (word) => [`${word}8`, '4', 'computed 5']),
      ...each(['8多', '8余', '超8多', '近8', '约8', '8左右'], (word) => [word, '9', 'reported 7']),
      ['≥90', '90以上', 'computed 10'],
      ['≥90', '≥80', 'reported 7'],
      ['≥3万件', '3多万件', 'computed 10'],
    ],
  },
  'level words': {
    lines: [
      ...each(
        ['达成', '已达成', '达成预期指标', '达成年度指标', '完全达成', '全部达成', '定性达成', '完成', '已完成'],
        (word) => ['做好', word, 'banded 8'],
      ),
      ...each(['部分达成', '部分达成预期指标并具有一定效果', '部分完成任务', '基本达成', '基本完成了'], (word) => ['做好', word, 'banded 7']),
      ...each(['未达成', '未达成且效果较差', '未完成', '未完成全部'], (word) => ['做好', word, 'banded 6']),
      ['做好', '达成', 'banded 10', { reported_score: '11' }],
      ['做好', '达成', 'missing 0', { reported_score: null }],
      ['做好', '已全部达成', 'reported 7'],
      ['≥8', '完成', 'banded 8', { kind: '定量' }],
    ],
  },
  'not applicable, 无, dates and sentences': {
    lines: [
      ['不适用', '5', 'not_applicable null'],
      ['≥5', '不适用', 'not_applicable null'],
      ['不适用', '达成', 'not_applicable null'],
      ['≤5', '无', 'manual 7'],
      ['<5', '无', 'manual 7'],
      ['≥5', '无', 'reported 7'],
      ['=5', '无', 'reported 7'],
      ...each(
        ['2023年12月', '2023年', '2023-12-31', '2023/6', '2023.6.30', '12月31日', '6月底', '6月前', '6月末', '30日前', '≤2023-12-31', '达2023年6月'],
        (word) => ['≥5', word, 'reported 7'],
      ),
      ['2023年12月底前', '2023年11月', 'reported 7'],
      ['≥5', '—', 'reported 7'],
      ['≥5', null, 'reported 7'],
      [null, '5', 'reported 7'],
      [null, null, 'missing 0', { reported_score: null }],
    ],
  },
  'reached, and the ratio where it is not': {
    lines: [
      ['≥8', '8', 'computed 10'],
      ['≥8', '9', 'computed 10'],
      ['≥8', '4', 'computed 5'],
      ['≤8', '8', 'computed 10'],
      ['≤8', '16', 'computed 5'],
      ['≤1', '0.17', 'computed 10'],
      ['≤1', '0', 'computed 10'],
      ['=8', '8', 'computed 10'],
      ['=8', '4', 'computed 5'],
      ['=8', '16', 'computed 5'],
      ['=100%', '0%', 'computed 0'],
      ['=0', '3', 'computed 0'],
      ['=0', '0', 'computed 10'],
      ['=8', '-4', 'computed 0'],
      ['=-8', '-4', 'computed 5'],
      ['10-20', '5', 'computed 5'],
      ['10-20', '40', 'computed 5'],
      ['>8', '8', 'computed 10'],
      ['<8', '8', 'computed 10'],
      ['>0', '0', 'computed 0'],
      ['≥3', '2', 'computed 6.67'],
    ],
  },
  'no meaning': {
    lines: [
      ['≤-5%', '-3%', 'manual 7'],
      ['≤-5%', '-6%', 'computed 10'],
      ['≥-3', '-5', 'manual 7'],
      ['≥8', '-4', 'manual 7'],
      ['≤-8', '4', 'manual 7'],
      ['≤0', '3', 'computed 0'],
      ['0-2', '-1', 'manual 7'],
      ['≥0', '-1', 'manual 7'],
      ['≥8', '0', 'computed 0'],
    ],
  },
  'filed scores: at least 0, at most the weight, as filed': {
    lines: [
      ['做好', '好', 'reported 0', { reported_score: '-3' }],
      ['做好', '好', 'reported 10', { reported_score: '12' }],
      ['做好', '好', 'reported 6.66667', { reported_score: '6.66667' }],
      ['≤-5%', '-3%', 'manual 10', { reported_score: '12' }],
      ['≤-5%', '-3%', 'manual null', { reported_score: null }],
    ],
  },
  'rounding is half-up, and of a score alone': {
    lines: [
      ['≥8', '1', 'computed 1.25'],
      ['≥800', '1', 'computed 0.01'],
      ['≥8', '4.004', 'computed 5.01'],
      ['≥8', '4.003', 'computed 5'],
      ['≥8', '8', 'computed 10.12345', { weight: '10.12345' }],
    ],
  },
  'equal_rule zero': { rules: { equal_rule: 'zero' }, lines: [['=8', '4', 'computed 0'], ['=8', '8', 'computed 10'], ['≥8', '4', 'computed 5'], ['10-20', '5', 'computed 5']] },
  'strict_rule deduct': {
    rules: { strict_rule: 'deduct', strict_share: 0.25 },
    lines: [['>8', '8', 'computed 7.5'], ['<8', '8', 'computed 7.5'], ['>8', '9', 'computed 10'], ['≥8', '8', 'computed 10'], ['>0', '0', 'computed 0'], ['>8', '8以上', 'reported 7'], ['>8', '8多', 'computed 10']],
  },
  'ratio_places and score_places': {
    rules: { ratio_places: 1, score_places: 3 },
    lines: [['=100%', null, 'computed 14.985', parts('37568', '37611', { weight: '15' })], ['≥3', '1', 'computed 3.33'], ['≥3', '2', 'computed 6.67'], ['≥8', '4', 'computed 5']],
  },
  'missing exclude': { rules: { missing: 'exclude' }, lines: [['做好', null, 'missing null', { reported_score: null }], ['≤-5%', '-3%', 'manual null', { reported_score: null }], ['做好', null, 'reported 7']] },
  'bands of 80 and 50': {
    rules: { bands: [[100, 80], [80, 50], [50, 0]] },
    lines: [['做好', '部分达成', 'banded 5', { reported_score: '4' }], ['做好', '部分达成', 'banded 5.5', { reported_score: '5.5' }], ['做好', '未达成', 'banded 5', { reported_score: '6' }], ['做好', '未达成', 'banded 5', { reported_score: '5' }]],
  },
  'overshoot tiers': {
    rules: { overshoot: [[1.5, 0.1], [3, 0.3]] },
    lines: [['≥10', '14.99', 'computed 10'], ['≥10', '15', 'computed 9'], ['≥10', '30', 'computed 7'], ['≤10', '5', 'computed 9'], ['≤10', '0', 'computed 10'], ['=10', '10', 'computed 10'], ['≥10', '12以上', 'reported 7'], ['≥10', '10-14', 'computed 10']],
  },
};
