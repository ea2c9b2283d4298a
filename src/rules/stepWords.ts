/** Step tables and execution tiers in words, as a report's annex would print them; in English for that interface. */
import type { RuleSet } from './ruleSet';
import type { SimpleScoring, Step, StepScoring } from './ruleSteps';

/** Of the interface; anything but `en` is Chinese. */
export type Locale = string;

type TableRow = Extract<SimpleScoring, { kind: 'table' }>['rows'][number];
type Figures = Readonly<Record<string, string>>;

interface Speech {
  readonly rest: string;
  readonly and: string;
  readonly comma: string;
  readonly equal: (bound: string) => string;
  readonly above: string;
  readonly below: string;
  readonly row: (bounds: string, points: string) => string;
  readonly points: string;
  readonly excess: (of: Figures) => string;
  readonly shortfall: (of: Figures) => string;
  readonly faults: (of: Figures) => string;
  readonly proportion: (of: Figures) => string;
  readonly better: (ways: readonly string[]) => string;
  readonly also: (names: readonly string[]) => string;
  readonly lastYear: string;
  readonly step: (name: string, full: string, how: string) => string;
  readonly none: string;
  readonly base: Readonly<Record<'adjusted_budget' | 'initial_budget', string>>;
  readonly linear: string;
  readonly tiers: (tiers: readonly (readonly [from: number, part: number])[]) => string;
  readonly execution: (of: Figures) => string;
}

const ZH: Speech = {
  rest: '其余',
  and: '且',
  comma: '，',
  equal: (bound) => `等于${bound}`,
  above: '＞',
  below: '＜',
  row: (bounds, points) => `${bounds}得${points}分`,
  points: '个百分点',
  excess: (of) => `不超过${of.limit ?? ''}得${of.full ?? ''}分，每超${of.per ?? ''}扣${of.deduct ?? ''}分，扣完为止`,
  shortfall: (of) => `达到${of.limit ?? ''}得${of.full ?? ''}分，每低${of.per ?? ''}扣${of.deduct ?? ''}分，扣完为止`,
  faults: (of) => `没有差错得${of.full ?? ''}分，每处扣${of.deduct ?? ''}分，扣完为止`,
  proportion: (of) => `达到${of.target ?? ''}得${of.full ?? ''}分，未达到的按比例`,
  better: (ways) => `取较高的一种：${ways.join('；或')}`,
  also: (names) => `（又名${names.join('、')}）`,
  lastYear: '与上年相比（本年÷上年），',
  step: (name, full, how) => `${name}，满分${full}分：${how}。`,
  none: '不加',
  base: { adjusted_budget: '调整预算', initial_budget: '年初预算' },
  linear: '按比例',
  tiers: (tiers) =>
    `分档（${tiers.map(([from, part]) => `≥${String(from)}%得${String(part)}`).join('，')}，以下不得分）`,
  execution: (of) => `加${of.weight ?? ''}分，以${of.base ?? ''}为分母，${of.how ?? ''}`,
};

const EN: Speech = {
  rest: 'the rest',
  and: ' and ',
  comma: ', ',
  equal: (bound) => `exactly ${bound}`,
  above: '> ',
  below: '< ',
  row: (bounds, points) => `${bounds}: ${points}`,
  points: ' pp',
  excess: (of) =>
    `${of.full ?? ''} up to ${of.limit ?? ''}, ${of.deduct ?? ''} less for each ${of.per ?? ''} above, down to 0`,
  shortfall: (of) =>
    `${of.full ?? ''} from ${of.limit ?? ''} on, ${of.deduct ?? ''} less for each ${of.per ?? ''} below, down to 0`,
  faults: (of) => `${of.full ?? ''} without a fault, ${of.deduct ?? ''} less for each, down to 0`,
  proportion: (of) => `${of.full ?? ''} at ${of.target ?? ''}, in proportion where it is not reached`,
  better: (ways) => `the better of two ways: ${ways.join('; or ')}`,
  also: (names) => ` (also ${names.join(', ')})`,
  lastYear: 'this year as a share of last year, ',
  step: (name, full, how) => `${name}, out of ${full} points: ${how}.`,
  none: 'none',
  base: { adjusted_budget: 'the adjusted budget', initial_budget: 'the initial budget' },
  linear: 'in proportion',
  tiers: (tiers) =>
    `by tiers (${tiers.map(([from, part]) => `${String(part)} from ${String(from)}%`).join(', ')}, nothing below)`,
  execution: (of) => `${of.weight ?? ''} points added, measured against ${of.base ?? ''}, ${of.how ?? ''}`,
};

const speechOf = (locale: Locale): Speech => (locale === 'en' ? EN : ZH);

function boundsWords(row: TableRow, sign: string, say: Speech): string {
  const low = row.at_least ?? row.above;
  const high = row.at_most ?? row.below;
  if (low !== undefined && low === high) return say.equal(`${String(low)}${sign}`);
  const bound = (mark: string, value: number | undefined): string =>
    value === undefined ? '' : `${mark}${String(value)}${sign}`;
  const parts = [
    bound('≥', row.at_least),
    bound(say.above, row.above),
    bound('≤', row.at_most),
    bound(say.below, row.below),
  ].filter((part) => part !== '');
  return parts.length === 0 ? say.rest : parts.join(say.and);
}

function simpleWords(scoring: SimpleScoring, full: number, sign: string, say: Speech): string {
  const of = { full: String(full) };
  switch (scoring.kind) {
    case 'table':
      return scoring.rows.map((row) => say.row(boundsWords(row, sign, say), String(row.points))).join(say.comma);
    case 'excess':
    case 'shortfall': {
      const per = `${String(scoring.per)}${sign === '' ? '' : say.points}`;
      return say[scoring.kind]({
        ...of,
        limit: `${String(scoring.limit)}${sign}`,
        per,
        deduct: String(scoring.deduct),
      });
    }
    case 'faults':
      return say.faults({ ...of, deduct: String(scoring.deduct) });
    case 'proportion':
      return say.proportion({ ...of, target: `${String(scoring.target)}${sign}` });
  }
}

function scoringWords(scoring: StepScoring, full: number, sign: string, say: Speech): string {
  if (scoring.kind !== 'better') return simpleWords(scoring, full, sign, say);
  return say.better(scoring.of.map((each) => simpleWords(each, full, sign, say)));
}

/** `预算调整率（满分3分）：等于0%得3分，…`. */
export function stepWords(step: Step, locale: Locale = 'zh-CN'): string {
  const say = speechOf(locale);
  const sign = step.measure === 'number' ? '' : '%';
  const [name = '', ...aliases] = step.names;
  const also = aliases.length === 0 ? '' : say.also(aliases);
  const how = scoringWords(step.scoring, step.full, sign, say);
  return say.step(name + also, String(step.full), (step.measure === 'last_year' ? say.lastYear : '') + how);
}

export function executionWords(execution: RuleSet['execution'], locale: Locale = 'zh-CN'): string {
  const say = speechOf(locale);
  if (!execution) return say.none;
  const { scoring, weight, base } = execution;
  const how = scoring.kind === 'linear' ? say.linear : say.tiers(scoring.tiers);
  return say.execution({ weight: String(weight), base: say.base[base], how });
}
