/** Single things asked of what is kept: a line of a file, rejected rows as they stand, an empty file of a kind. */
import type { ShallowRef } from 'vue';
import type { Kind } from '@/import/datasets';
import type { RowsAt } from '@/import/protocol';
import { readAsOf } from '@/import/readAs';
import { importsOf, type Journal } from '@/workspace/journal';
import type { Session } from './session';

export function useLookups(theSession: () => Session, untilBack: () => Promise<void>, journal: ShallowRef<Journal>) {
  /** The very line of the imported file, or null where the file has no such line. */
  async function sourceLine(fileId: number, line: number): Promise<string | null> {
    await untilBack();
    const { engine, workspace } = theSession();
    const [file] = await engine.query<{ sha256: string; file_name: string; import_id: number }>(
      'SELECT sha256, file_name, import_id FROM source_file WHERE file_id = $1::INTEGER',
      [fileId],
    );
    if (!file) return null;
    const entry = importsOf(journal.value).find((each) => each.importId === file.import_id);
    const [bytes, lines] = await Promise.all([workspace.readSource(file.sha256), import('@/import/sourceLine')]);
    return lines.sourceLine(bytes, line, readAsOf(entry?.answers ?? {}, file.file_name).encoding);
  }

  /** Rows of an imported file as they stand there, under its own head: what a saved reject list is made of. */
  async function rejectedRows(importId: number, name: string, lines: readonly number[]): Promise<RowsAt> {
    const { importer, workspace } = theSession();
    const entry = importsOf(journal.value).find((each) => each.importId === importId);
    const file = entry?.files.find((each) => each.name === name);
    if (!entry || !file) throw new Error(`import ${String(importId)} has no file ${name}`);
    return importer.rowsAt({ name, bytes: await workspace.readSource(file.sha256) }, lines, entry.answers);
  }

  /** An empty file of a kind, with its headers. */
  async function template(kind: Kind): Promise<{ readonly fileName: string; readonly text: string }> {
    const templates = await import('@/import/templates');
    return templates.templateFor(kind);
  }

  return { sourceLine, rejectedRows, template };
}
