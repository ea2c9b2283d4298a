/** Saves a blob as a file: a download link that lives for one click. */
const KEEP_ALIVE_MS = 60_000;

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // Slow disks still read from the address after the click.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, KEEP_ALIVE_MS);
}

export function saveText(text: string, name: string, type: string): void {
  saveBlob(new Blob([text], { type: `${type};charset=utf-8` }), name);
}
