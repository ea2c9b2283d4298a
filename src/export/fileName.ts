/** Names of saved files: parts joined by `_`, with nothing in them that a file system refuses. */
const MAX_LENGTH = 120;

/** `排名`, `2021`, `全国默认`, `甲区` → `排名_2021_全国默认_甲区.csv`; empty parts fall out. */
export function fileName(parts: readonly (string | null | undefined)[], extension: string): string {
  const safe = parts.map((part) => safePart(part ?? '')).filter((part) => part !== '');
  const stem = [...(safe.join('_') || 'jilan')].slice(0, MAX_LENGTH).join('');
  return `${stem}.${extension}`;
}

function safePart(part: string): string {
  return (
    part
      // Characters that Windows forbids, control and direction characters (a name must not hide its extension).
      .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '')
      .replace(/\s+/g, '')
      .replace(/^\.+|\.+$/g, '')
  );
}
