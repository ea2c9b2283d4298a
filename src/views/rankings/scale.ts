/** Axis ends and steps for pictures. Binary numbers are enough here: nothing of this is shown as a figure. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

function stepFor(range: number, count: number): number {
  const rough = range / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return factor * power;
}

/** Round ends around the values; `ceiling` keeps a scale of points from reaching beyond 100 without need. */
export function scaleOf(values: readonly number[], { count = 5, ceiling = Infinity } = {}): Scale {
  const low = values.length > 0 ? Math.min(...values) : 0;
  const high = values.length > 0 ? Math.max(...values) : 1;
  const step = stepFor(high - low || Math.max(1, Math.abs(high) / 10), count);
  // Room for a dot on the edge.
  const min = Math.floor((low - step * 0.1) / step) * step;
  const top = Math.ceil((high + step * 0.1) / step) * step;
  const max = high <= ceiling ? Math.min(top, Math.max(ceiling, min + step)) : top;
  return { min: low >= 0 ? Math.max(0, min) : min, max, step };
}
