/** The made sample that ships with the program; fetched from its own folder only when asked for. */

const URLS = import.meta.glob<string>('/sample-data/synthetic/*.csv', { query: '?url', import: 'default' });

export async function sampleFiles(): Promise<File[]> {
  return Promise.all(
    Object.entries(URLS).map(async ([path, urlOf]) => {
      const response = await fetch(await urlOf());
      if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
      return new File([await response.blob()], path.slice(path.lastIndexOf('/') + 1));
    }),
  );
}
