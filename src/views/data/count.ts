/** Counts and sizes as the data page prints them. */
export const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

export function sizeText(bytes: number): string {
  let size = bytes;
  let step = 0;
  while (size >= 1000 && step < UNITS.length - 1) {
    size /= 1000;
    step += 1;
  }
  return `${size.toFixed(step === 0 || size >= 100 ? 0 : 1)} ${UNITS[step] ?? ''}`;
}
