/** What changed between two states of a rule set, one line each: what the history keeps and a reader checks. */
import { EN, ZH, type ChangeSpeech } from './changeSpeech';
import type { RuleSet } from './ruleSet';
import { executionWords, stepWords, type Locale } from './stepWords';

type Words = (ruleSet: RuleSet, say: ChangeSpeech, locale: Locale) => string;

/** Parameters of one value each, in the order of the clauses. */
const SINGLE: readonly (readonly [name: keyof ChangeSpeech['names'], words: Words])[] = [
  ['id', (set) => set.id],
  ['title', (set) => set.title],
  ['source', (set) => set.source],
  ['version', (set) => set.version],
  ['strict_rule', (set, say) => say.values[set.strict_rule]],
  ['strict_share', (set, say) => say.share(set.strict_share)],
  ['equal_rule', (set, say) => say.values[set.equal_rule]],
  ['ratio_places', (set, say) => say.places(set.ratio_places)],
  ['score_places', (set, say) => say.places(set.score_places)],
  ['total_places', (set, say) => say.places(set.total_places)],
  ['execution', (set, _, locale) => executionWords(set.execution, locale)],
  ...([0, 1, 2] as const).flatMap(
    (tier) =>
      [
        [`band_${tier}_high`, (set) => `${String(set.bands[tier][0])}%`] as const,
        [`band_${tier}_low`, (set) => `${String(set.bands[tier][1])}%`] as const,
      ] satisfies (readonly [keyof ChangeSpeech['names'], Words])[],
  ),
  ['overshoot_note', (set, say) => say.timesTarget(set.thresholds.overshoot_note)],
  ['overshoot', (set, say) => say.overshoot(set.overshoot)],
  ['missing', (set, say) => (set.missing === 'zero' ? say.values.missing_zero : say.values.exclude)],
  ['weights', (set, say) => say.values[set.weights]],
  ['grades', (set, say) => say.grades(set.grades)],
  ['grade_aliases', (set, say) => say.aliases(Object.entries(set.grade_aliases))],
  ['ranking', (set, say) => say.values[set.ranking]],
  ['least_coverage', (set) => `${String(set.least_coverage)}%`],
  ['low_execution', (set) => `${String(set.thresholds.low_execution)}%`],
  ['score_tolerance', (set, say) => say.points(set.thresholds.score_tolerance)],
  ['fund_shift', (set, say) => say.times(set.thresholds.fund_shift)],
  ['income_gap', (set, say) => say.money(set.thresholds.income_gap)],
];

/** Step tables are told apart by their first name; what has neither come nor gone may have changed inside. */
function stepChanges(before: RuleSet['steps'], after: RuleSet['steps'], say: ChangeSpeech, locale: Locale): string[] {
  const nameOf = (step: RuleSet['steps'][number]): string => step.names[0] ?? '';
  const added = after.filter((step) => !before.some((old) => nameOf(old) === nameOf(step)));
  const removed = before.filter((step) => !after.some((now) => nameOf(now) === nameOf(step)));
  const changed = after.filter((step) => {
    const old = before.find((each) => nameOf(each) === nameOf(step));
    return old !== undefined && JSON.stringify(old) !== JSON.stringify(step);
  });
  const words = [
    ...removed.map((step) => say.stepRemoved(nameOf(step))),
    ...added.map((step) => say.stepAdded(stepWords(step, locale))),
    ...changed.map((step) => say.stepChanged(stepWords(step, locale))),
  ];
  // A new order counts too: the first table that names an indicator is the one that is used.
  return words.length === 0 && JSON.stringify(before) !== JSON.stringify(after) ? [say.stepsMoved] : words;
}

/** `“＝”未达到：按较小比 → 得0分`. Empty where both say the same. */
export function changeWords(before: RuleSet, after: RuleSet, locale: Locale = 'zh-CN'): string[] {
  const say = locale === 'en' ? EN : ZH;
  const single = SINGLE.flatMap(([name, words]) => {
    const [old, now] = [words(before, say, locale), words(after, say, locale)];
    return old === now ? [] : [say.change(say.names[name], old, now)];
  });
  return [...single, ...stepChanges(before.steps, after.steps, say, locale)];
}
