/** Rule sets with the parameters that the shipped ones leave alone. */
import { RULE_SETS, type RuleSet } from '@/rules/ruleSet';

const [national, , local] = RULE_SETS as [RuleSet, RuleSet, RuleSet];

export const VARIANTS: readonly RuleSet[] = [
  {
    ...national,
    id: 'strict',
    ratio_places: 0,
    score_places: 4,
    total_places: 3,
    equal_rule: 'zero',
    strict_rule: 'deduct',
    strict_share: 0.125,
    overshoot: [
      [1, 0.01],
      [1.3, 0.1],
      [2.005, 0.3],
    ],
    missing: 'exclude',
    weights: 'normalise_to_100',
    execution: {
      weight: 10,
      base: 'initial_budget',
      scoring: {
        kind: 'tiers',
        tiers: [
          [90, 1],
          [60, 0.5],
        ],
      },
    },
  },
  {
    ...local,
    id: 'spread',
    ratio_places: 6,
    score_places: 6,
    total_places: 6,
    missing: 'exclude',
    weights: 'as_reported',
    grades: [
      [89.95, '优'],
      [60, '良'],
      [null, '差'],
    ],
  },
  { ...national, id: 'whole', ratio_places: null, score_places: 0, total_places: 0, overshoot: [[1.5, 0.3333]] },
];
