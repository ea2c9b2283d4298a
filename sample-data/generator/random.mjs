/**
 * A small seeded generator (mulberry32). Only whole-number operations and `+ - * /`, which every engine rounds
 * alike: the same seed gives the same files on every machine. (`Math.pow` and its kin may differ, so they are not used.)
 */
export function randomFrom(seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    /** A number from lo up to hi. */
    between: (lo, hi) => lo + next() * (hi - lo),
    /** A whole number, both ends included. */
    whole: (lo, hi) => lo + Math.floor(next() * (hi - lo + 1)),
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)],
    /** About normal: the sum of six draws, mean 0, deviation 1. */
    normal() {
      let sum = 0;
      for (let i = 0; i < 6; i += 1) sum += next();
      return (sum - 3) / 0.7071;
    },
    shuffle(list) {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = Math.floor(next() * (i + 1));
        [copy[i], copy[j]] = [copy[j], copy[i]];
      }
      return copy;
    },
  };
}

export const clamp = (value, lo, hi) => Math.max(lo, Math.min(hi, value));

/** A number as people type it: at most so many places, no trailing zeros. */
export function plain(value, places) {
  const text = value.toFixed(places);
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

/** Rounds to a step such as 0.5 or 0.01, by whole numbers. */
export const toStep = (value, stepsPerOne) => Math.round(value * stepsPerOne) / stepsPerOne;
