/**
 * The chosen rule set, and the draft of it while it is being changed. Drafts outlive the view, so that a look at
 * another page, or at another set, loses nothing; they end with the window.
 */
import { computed, shallowReactive } from 'vue';
import { changeWords } from '@/rules/changeWords';
import { readRuleSet, type RuleSet } from '@/rules/ruleSet';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import type { Editor } from './editor';
import { keepsPlace, sameJson, valueAt, withValue, type Json } from './paths';

const drafts = shallowReactive(new Map<string, Json>());

const asJson = (ruleSet: RuleSet): Json => JSON.parse(JSON.stringify(ruleSet)) as Json;

export function useDraft() {
  const dataset = useDataset();
  const filters = useFilters();
  const saved = computed(() => dataset.ruleSets.find((each) => each.id === filters.ruleSetId) ?? null);
  const savedJson = computed<Json>(() => (saved.value ? asJson(saved.value) : null));
  const own = computed(() => saved.value !== null && dataset.isOwn(saved.value.id));
  const json = computed<Json>(() => drafts.get(filters.ruleSetId) ?? savedJson.value);
  const dirty = computed(() => own.value && !sameJson(json.value, savedJson.value));
  const reading = computed(() => readRuleSet(json.value));
  const faults = computed(() => (reading.value.ok ? [] : reading.value.faults));
  /** The state on the screen; null while a field is refused. */
  const valid = computed<RuleSet | null>(() => (reading.value.ok ? reading.value.ruleSet : null));
  const current = computed<RuleSet | null>(() => valid.value ?? saved.value);
  const wordsIn = (locale: string): string[] =>
    saved.value && reading.value.ok ? changeWords(saved.value, reading.value.ruleSet, locale) : [];

  const editor: Editor = {
    get readOnly() {
      return !own.value;
    },
    value: (path) => valueAt(json.value, path),
    old: (path) => (keepsPlace(json.value, savedJson.value, path) ? valueAt(savedJson.value, path) : undefined),
    changed: (path) =>
      keepsPlace(json.value, savedJson.value, path) &&
      !sameJson(valueAt(json.value, path), valueAt(savedJson.value, path)),
    fault: (path) => faults.value.find(({ field }) => field === path)?.reason ?? null,
    faultWithin: (path) =>
      faults.value.find(({ field }) => field === path || field.startsWith(`${path}.`))?.reason ?? null,
    set(path, value) {
      if (own.value) drafts.set(filters.ruleSetId, withValue(json.value, path, value));
    },
  };

  function discard(): void {
    drafts.delete(filters.ruleSetId);
  }

  async function save(): Promise<void> {
    if (!reading.value.ok || !dirty.value) return;
    const { ruleSet } = reading.value;
    // History is kept in Chinese, whatever language the page is in: it is part of the data.
    await dataset.saveRuleSet(ruleSet, wordsIn('zh-CN'));
    drafts.delete(ruleSet.id);
  }

  /** The same state again, as a new entry: what came between stays in the history. */
  async function saveState(ruleSet: RuleSet, lines: readonly string[]): Promise<void> {
    await dataset.saveRuleSet(ruleSet, lines);
    drafts.delete(ruleSet.id);
  }

  return {
    saved,
    own,
    dirty,
    faults,
    valid,
    current,
    wordsIn,
    editor,
    discard,
    save,
    saveState,
    isDirty: (id: string) => drafts.has(id),
  };
}
