/** Copy, import, export, remove, save and take back: each writes through the dataset, and says so when it could not. */
import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { fileName } from '@/export/fileName';
import { saveText } from '@/export/save';
import { changeWords } from '@/rules/changeWords';
import type { RuleSet, RuleSetFault } from '@/rules/ruleSet';
import { useDataset } from '@/stores/dataset';
import { useFilters } from '@/stores/filters';
import { readIncoming } from './incoming';
import { timeText } from './timeText';
import type { useDraft } from './useDraft';

export interface Refusal {
  readonly fileName: string;
  readonly faults: readonly RuleSetFault[];
}

export function useRuleActions(draft: ReturnType<typeof useDraft>) {
  const { t } = useI18n();
  const dataset = useDataset();
  const filters = useFilters();
  const refusal = shallowRef<Refusal | null>(null);
  const failure = shallowRef<Error | null>(null);

  async function attempt(work: () => Promise<void>): Promise<void> {
    failure.value = null;
    try {
      await work();
    } catch (cause) {
      failure.value = cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  const choose = (id: string): Promise<void> => filters.set({ ruleSetId: id });

  /** History is kept in Chinese, whatever language the page is in: it is part of the data. */
  const copy = (ruleSet: RuleSet, from: RuleSet): Promise<void> =>
    attempt(async () => {
      await draft.saveState(ruleSet, [`复制自“${from.title}”`]);
      await choose(ruleSet.id);
    });

  const importText = (text: string, name: string): Promise<void> =>
    attempt(async () => {
      refusal.value = null;
      const reading = readIncoming(text);
      if (!reading.ok) {
        refusal.value = { fileName: name, faults: reading.faults };
        return;
      }
      const { ruleSet } = reading;
      const known = dataset.ruleSets.find((each) => each.id === ruleSet.id);
      await draft.saveState(ruleSet, [`由文件“${name}”导入`, ...(known ? changeWords(known, ruleSet) : [])]);
      await choose(ruleSet.id);
    });

  function exportSet(ruleSet: RuleSet): void {
    const name = fileName([t('rules.fileName'), ruleSet.title], 'json');
    saveText(`${JSON.stringify(ruleSet, null, 2)}\n`, name, 'application/json');
  }

  const remove = (ruleSet: RuleSet): Promise<void> =>
    attempt(async () => {
      draft.discard();
      // First away from it: nothing may be reckoned under a set that is no longer there.
      await filters.set({ ruleSetId: null }, { replace: true });
      await dataset.removeRuleSet(ruleSet.id);
    });

  const restore = (ruleSetId: string, index: number): Promise<void> =>
    attempt(async () => {
      const versions = dataset.ruleSetHistory(ruleSetId);
      const wanted = versions[index];
      const now = versions[versions.length - 1];
      if (!wanted || !now) return;
      const words = changeWords(now.ruleSet, wanted.ruleSet);
      await draft.saveState(wanted.ruleSet, [`恢复到 ${timeText(wanted.at)} 的一版`, ...words]);
    });

  return { refusal, failure, choose, copy, importText, exportSet, remove, restore, save: () => attempt(draft.save) };
}
