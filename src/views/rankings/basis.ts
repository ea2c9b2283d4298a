/** What a ranking stands on, for the foot of its picture: rule set, rounding, ties, who is left out. */
import type { RuleSet } from '@/rules/ruleSet';
import type { Ranked, Ties } from './measures';

interface Terms {
  readonly ties: Ties;
  readonly leastCoverage: string;
  /** Filters in force. */
  readonly words: readonly string[];
}

type Say = (key: string, named?: Record<string, string>) => string;

export function basisOf(ranked: Ranked, rules: RuleSet, { ties, leastCoverage, words }: Terms, say: Say): string {
  const named = {
    rules: rules.title,
    source: rules.source,
    ties: say(`control.${ties}`),
    hint: say(`measureHint.${ranked}`),
  };
  const filter = words.length > 0 ? say('basis.filter', { words: words.join('、') }) : '';
  if (ranked === 'gap') return say('basis.gapRules', named) + filter;
  if (ranked !== 'recomputed') return say('basis.other', named) + filter;
  const ratio =
    rules.ratio_places === null ? say('basis.ratioExact') : say('basis.ratio', { n: String(rules.ratio_places) });
  const main = say('basis.recomputed', {
    ...named,
    ratio,
    score: String(rules.score_places),
    total: String(rules.total_places),
  });
  return main + (/^0*\.?0*$/.test(leastCoverage) ? '' : say('basis.least', { share: leastCoverage })) + filter;
}
