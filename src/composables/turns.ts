/**
 * Whose turn it is with the engine, which does one thing at a time. Questions wait here, so that one overtaken while it
 * waits is never put to it; but for a few, so that the engine has the next one at hand while the page takes an answer in.
 * What the reader is not waiting for (`later`) goes when nobody else is in line and what has been answered is on screen.
 */
import { afterPaint } from './afterPaint';

interface Turn {
  readonly start: () => Promise<void>;
}

/** How many questions the engine is given at a time. */
export const MOST_AT_ENGINE = 3;

const now: Turn[] = [];
const later: Turn[] = [];
let atEngine = 0;

function next(): void {
  while (atEngine < MOST_AT_ENGINE) {
    const turn = now.shift();
    if (!turn) break;
    run(turn);
  }
  if (atEngine === 0 && later.length > 0) {
    void afterPaint().then(() => {
      if (atEngine > 0 || now.length > 0) return;
      const first = later.shift();
      if (first) run(first);
    });
  }
}

function run(turn: Turn): void {
  atEngine += 1;
  void turn.start().finally(() => {
    atEngine -= 1;
    next();
  });
}

/** Runs `work` in its turn: at once where nobody is before it. Settles as `work` does. */
export function inTurn<T>(work: () => Promise<T>, when: 'now' | 'later' = 'now'): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const start = (): Promise<void> => work().then(resolve, reject);
    (when === 'now' ? now : later).push({ start });
    next();
  });
}
