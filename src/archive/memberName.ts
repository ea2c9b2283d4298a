/**
 * Names inside an archive. They are shown and sorted, never used as a path; still, what could deceive the eye (steps
 * upwards, drive letters, control and direction marks) is taken out.
 */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
const LONGEST = 240;

/** UTF-8 where the archive says so or where it can be nothing else; else GB18030, as Chinese Windows packs. */
export function decodeName(bytes: Uint8Array, saysUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !saysUtf8 }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export function shownName(name: string): string {
  const steps = name
    .replaceAll('\\', '/')
    .replace(UNSEEN, '')
    .split('/')
    .map((step) => step.trim())
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[a-z]:$/i.test(step));
  return steps.join('/').slice(-LONGEST) || '（无名）';
}
