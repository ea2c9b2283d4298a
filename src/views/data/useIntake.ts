/** What is chosen or dropped on the data page: tables go to the import, a workspace file to its question; and what is saved. */
import { shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { reasonOf } from '@/components/reasonOf';
import { fileName } from '@/export/fileName';
import { saveBlob, saveText } from '@/export/save';
import { useDataset } from '@/stores/dataset';
import { JILAN_NAME } from '@/stores/transfer';
import { sizeText } from './count';
import type { Dropped } from './droppedEntries';
import type { Kind } from './kinds';
import { lookFirst } from './lookFirst';

/** `begins` is called when files come in. */
export function useIntake(begins: () => void) {
  const { t } = useI18n();
  const dataset = useDataset();
  /** What was not done, and why. */
  const failure = shallowRef<{ readonly what: string; readonly error: Error; readonly remedy: string } | null>(null);

  /** Files chosen while the engine still starts (or scores) wait for it instead of being lost. */
  async function whenFree(): Promise<void> {
    if (dataset.state !== 'starting' && dataset.busy === null) return;
    await new Promise<void>((resolve) => {
      const stop = watch(
        () => dataset.state !== 'starting' && dataset.busy === null,
        (free) => {
          if (!free) return;
          stop();
          resolve();
        },
      );
    });
  }

  async function guarded(work: () => Promise<unknown>, what = t('shell.failed.what')): Promise<void> {
    failure.value = null;
    try {
      await work();
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      failure.value = { what, error, remedy: reasonOf(error).isKnown ? '' : t('shell.failed.remedy') };
    }
  }

  async function take(dropped: () => Promise<readonly Dropped[]>): Promise<void> {
    if (dataset.phase !== 'idle' || dataset.opening) return;
    begins();
    await guarded(async () => {
      const files = await dropped();
      await whenFree();
      const workspaces = files.filter(({ name }) => JILAN_NAME.test(name));
      if (workspaces.length === 0) {
        if (isWorthTrying(files)) await dataset.importDropped(files, { look: lookFirst.value });
      } else if (files.length > 1)
        failure.value = { what: t('data.open.failed'), error: new Error(t('data.open.alone')), remedy: '' };
      else await openWorkspace(workspaces[0]?.file);
    });
  }

  /** Where their size makes it plain that they do not fit, this is said before they are read. */
  function isWorthTrying(files: readonly Dropped[]): boolean {
    const added = files.reduce((sum, { file }) => sum + file.size, 0);
    const { kept, needed, most } = dataset.roomFor(added);
    if (needed <= most) return true;
    const sizes = { added: sizeText(added), kept: sizeText(kept), needed: sizeText(needed), most: sizeText(most) };
    return window.confirm(t('data.large', sizes));
  }

  async function openWorkspace(file: File | undefined): Promise<void> {
    if (!file) return;
    dataset.clearReport();
    await guarded(() => dataset.openWorkspaceFile(file), t('data.open.failed'));
  }

  function chosen(event: Event): void {
    const element = event.target as HTMLInputElement;
    const files = [...(element.files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
    // The same file may be chosen again after it has been mended.
    element.value = '';
    if (files.length > 0) void take(() => Promise.resolve(files));
  }

  const saveWorkspace = (): Promise<void> =>
    guarded(async () => {
      const day = new Date().toLocaleDateString('sv-SE');
      saveBlob(await dataset.saveWorkspace(), fileName(['绩览', day], 'jilan'));
    });

  const sample = (): Promise<void> =>
    guarded(async () => {
      await whenFree();
      await dataset.loadSample();
    });

  async function saveTemplate(kind: Kind): Promise<void> {
    await guarded(async () => {
      const template = await dataset.template(kind);
      saveText(template.text, template.fileName, 'text/csv');
    });
  }

  return { failure, guarded, take, chosen, saveWorkspace, sample, saveTemplate };
}
