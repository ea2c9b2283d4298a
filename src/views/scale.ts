/** Axis ends and label places, in pixels: so that labels at the end of lines can be kept apart. */

/** A round end above `most`, and the step between grid lines. */
export function roundScale(most: number, steps = 4): { max: number; step: number } {
  if (!(most > 0)) return { max: 1, step: 1 };
  const raw = most / steps;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= raw) ?? 10;
  const step = factor * power;
  return { max: step * Math.ceil(most / step - 1e-9), step };
}

/** Moves places apart to at least `gap`, keeping their order and staying between `top` and `bottom`. */
export function spread(places: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let least = top;
  for (const entry of order) {
    entry.place = Math.max(entry.place, least);
    least = entry.place + gap;
  }
  let most = bottom;
  for (const entry of [...order].reverse()) {
    entry.place = Math.min(entry.place, most);
    most = entry.place - gap;
  }
  const moved = [...places];
  for (const entry of order) moved[entry.index] = entry.place;
  return moved;
}
