/** What a drop holds: files, and folders to any depth, each file under its path. */

export interface Dropped {
  readonly name: string;
  readonly file: File;
}

/** Folders of folders without end are a mistake of whoever dropped them. */
const MOST_FILES = 5000;

/**
 * Must be called while the drop event is being handled: afterwards its items are gone. A browser without folder access
 * gives the plain files.
 */
export async function droppedEntries(transfer: DataTransfer): Promise<Dropped[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ name: file.name, file }));
  const found: Dropped[] = [];
  for (const entry of entries) await gather(entry, found);
  return found;
}

async function gather(entry: FileSystemEntry, found: Dropped[]): Promise<void> {
  if (found.length >= MOST_FILES) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    found.push({ name: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A folder is read in portions; an empty one is its end.
  for (let portion = await nextPortion(reader); portion.length > 0; portion = await nextPortion(reader))
    for (const child of portion) await gather(child, found);
}

const nextPortion = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });
