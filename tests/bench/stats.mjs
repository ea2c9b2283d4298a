/** Medians with their spread: single runs on a busy machine say little. */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
  return { median: at(0.5), min: sorted[0], max: sorted.at(-1), p95: at(0.95), runs: sorted.length };
}

const digits = (ms) => (ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(0)} ms`);

export const told = ({ median, min, max, runs }) =>
  runs === 1 ? `${digits(median)}（1 次）` : `${digits(median)}（${digits(min)}–${digits(max)}，${runs} 次）`;
