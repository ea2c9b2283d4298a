/** What the app is doing, for the progress line: shown after 0.3 s, with a cancel button where it can be cancelled. */
import { shallowRef } from 'vue';
import { usePending } from './pending';

export interface Busy {
  /** Key of the words in the locale (`busy.reading` …). */
  readonly label: string;
  /** Named values for those words, such as the file's name. */
  readonly names: Readonly<Record<string, string>>;
  readonly done: number;
  /** 0 while the extent is unknown. */
  readonly total: number;
  readonly cancel: (() => void) | null;
}

export function useBusy() {
  const busy = shallowRef<Busy | null>(null);
  /** What runs, in the order in which it began: the youngest is shown. */
  const running = new Map<symbol, Busy>();
  const pending = usePending();

  function show(): void {
    busy.value = [...running.values()].at(-1) ?? null;
  }

  /** Runs `work` with the progress line on; the line goes away however it ends. */
  async function during<T>(
    label: string,
    work: (report: (done: number, total: number, names?: Record<string, string>) => void) => Promise<T>,
    cancel: (() => void) | null = null,
  ): Promise<T> {
    const key = Symbol(label);
    const tell = (done: number, total: number, names: Record<string, string> = {}): void => {
      running.set(key, { label, names, done, total, cancel });
      show();
    };
    tell(0, 0);
    const end = pending.begin();
    try {
      return await work(tell);
    } finally {
      running.delete(key);
      show();
      end();
    }
  }

  return { busy, during };
}
