/**
 * The rule sets there are: those that ship, and the analyst's own from the journal. An own set is never overwritten:
 * each save is an entry, so that its history can be read and any state taken back.
 */
import { computed, type ShallowRef } from 'vue';
import { RULE_SETS, readRuleSet, type RuleSet } from '@/rules/ruleSet';
import { ruleSetEntriesOf, type Journal, type JournalEntry } from '@/workspace/journal';

export interface RuleSetVersion {
  readonly at: string;
  readonly ruleSet: RuleSet;
  /** What changed, in words. */
  readonly words: readonly string[];
}

interface Deps {
  readonly journal: ShallowRef<Journal>;
  readonly append: (entry: JournalEntry) => Promise<void>;
  /** What was computed under this rule set no longer holds. */
  readonly forget: (ruleSetId: string) => void;
}

export function useRuleSets({ journal, append, forget }: Deps) {
  /** Own sets by id; a state that this version of the program cannot read is left out. */
  const versions = computed(() => {
    const byId = new Map<string, RuleSetVersion[]>();
    for (const { at, ruleSetId, json, words } of ruleSetEntriesOf(journal.value)) {
      if (json === null) {
        byId.delete(ruleSetId);
        continue;
      }
      const reading = readRuleSet(JSON.parse(json));
      if (reading.ok) byId.set(ruleSetId, [...(byId.get(ruleSetId) ?? []), { at, ruleSet: reading.ruleSet, words }]);
    }
    return byId;
  });

  const ownRuleSets = computed(() =>
    [...versions.value.values()].map((states) => states.at(-1)?.ruleSet).filter((set) => set !== undefined),
  );

  const ruleSets = computed<readonly RuleSet[]>(() => [...RULE_SETS, ...ownRuleSets.value]);

  const isOwn = (ruleSetId: string): boolean => versions.value.has(ruleSetId);

  const ruleSetHistory = (ruleSetId: string): readonly RuleSetVersion[] => versions.value.get(ruleSetId) ?? [];

  /** Adds or changes an own set. Rejects for an id that ships with the program. */
  async function saveRuleSet(ruleSet: RuleSet, words: readonly string[]): Promise<void> {
    if (RULE_SETS.some((shipped) => shipped.id === ruleSet.id)) throw new Error(`rule set ${ruleSet.id} is read-only`);
    const json = JSON.stringify(ruleSet);
    await append({ type: 'rule-set', at: new Date().toISOString(), ruleSetId: ruleSet.id, json, words });
    forget(ruleSet.id);
  }

  async function removeRuleSet(ruleSetId: string): Promise<void> {
    await append({ type: 'rule-set', at: new Date().toISOString(), ruleSetId, json: null, words: [] });
    forget(ruleSetId);
  }

  return { ruleSets, isOwn, ruleSetHistory, saveRuleSet, removeRuleSet };
}
