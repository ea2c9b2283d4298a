/**
 * Whose turn it is with the engine, which does one thing at a time. Questions wait here, so that one overtaken while it
 * waits is never put to it; and what the reader is not waiting for (`later`) goes when nobody else is in line and what has
 * been answered is on screen.
 */
import { afterPaint } from './afterPaint';

interface Turn {
  readonly start: () => Promise<void>;
}

const now: Turn[] = [];
const later: Turn[] = [];
let running = false;

function next(): void {
  if (running) return;
  const turn = now.shift();
  if (turn) run(turn);
  else if (later.length > 0) {
    void afterPaint().then(() => {
      if (running || now.length > 0) return;
      const first = later.shift();
      if (first) run(first);
    });
  }
}

function run(turn: Turn): void {
  running = true;
  void turn.start().finally(() => {
    running = false;
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
