/**
 * What the columns of a file hold. Values come with the number of times they stand there, so that a reader that knows
 * its distinct values asks once for each; coming back with the same value later is fine too.
 */
import type { Exact } from '../domain/decimal';
import { isBareNumber, isNone, readNumber, type NumberStyle } from '../domain/number';
import { normaliseText } from '../domain/text';
import { unguard } from './cells';
import { noEvidence, styleOf, weigh, type StyleEvidence } from './numberStyle';
import type { ColumnProfile, NumberLook } from './protocol';

/** Beyond this many, a profile says "more than". */
export const MOST_DISTINCT = 10_000;
const THOUSANDS = /\d[,\s\u00a0\u202f，]\d{3}(?!\d)/;
/** A long text would fill the screen. */
const LONGEST = 80;

interface Figure {
  readonly text: string;
  /** The nearest binary number, which is never on the other side: it tells the order of most without the exact one. */
  readonly near: number;
}

interface Extremes {
  lowest: Figure | null;
  highest: Figure | null;
}

interface Sketch {
  filled: number;
  empties: number;
  numbers: number;
  grouped: boolean;
  /** Whether each known value is a number. */
  readonly seen: Map<string, boolean>;
  more: boolean;
  readonly evidence: StyleEvidence;
  /** By each reading of point and comma: which one holds is only known in the end. */
  readonly point: Extremes;
  readonly comma: Extremes;
  lowestText: string | null;
  highestText: string | null;
}

const emptySketch = (): Sketch => ({
  filled: 0,
  empties: 0,
  numbers: 0,
  grouped: false,
  seen: new Map(),
  more: false,
  evidence: noEvidence(),
  point: { lowest: null, highest: null },
  comma: { lowest: null, highest: null },
  lowestText: null,
  highestText: null,
});

/** False: the text is no number. */
function widen(extremes: Extremes, text: string, style: NumberStyle): boolean {
  const near = isBareNumber(text, style) ? Number(text) : Number(valueOf(text, style)?.toFixed());
  if (Number.isNaN(near)) return false;
  const { lowest, highest } = extremes;
  if (!lowest || order(text, near, lowest, style) < 0) extremes.lowest = { text, near };
  if (!highest || order(text, near, highest, style) > 0) extremes.highest = { text, near };
  return true;
}

function valueOf(text: string, style: NumberStyle): Exact | undefined {
  const reading = readNumber(text, style);
  return reading.kind === 'number' ? reading.value : undefined;
}

function order(text: string, near: number, other: Figure, style: NumberStyle): number {
  if (near !== other.near) return near - other.near;
  const [value, than] = [valueOf(text, style), valueOf(other.text, style)];
  return value && than ? value.comparedTo(than) : 0;
}

function lookOf({ numbers, grouped, evidence }: Sketch): NumberLook {
  if (numbers === 0) return 'none';
  const style = styleOf(evidence);
  if (style === 'comma') return 'comma';
  if (style === null && evidence.open > 0) return 'undecided';
  return grouped ? 'point' : 'plain';
}

const shown = (text: string): string => {
  const plain = normaliseText(text);
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
};

export class Profiler {
  readonly #sketches = new Map<number, Sketch>();

  take(column: number, value: string, count = 1): void {
    let sketch = this.#sketches.get(column);
    if (!sketch) this.#sketches.set(column, (sketch = emptySketch()));
    if (value === '') {
      sketch.empties += count;
      return;
    }
    const text = unguard(value);
    if (isNone(text)) {
      sketch.empties += count;
      return;
    }
    sketch.filled += count;
    if (sketch.seen.get(text) ?? learn(sketch, text)) sketch.numbers += count;
  }

  /** `became`: what each column was taken for; columns that never came hold nothing. */
  finish(titles: readonly string[], became: ReadonlyMap<number, string>): ColumnProfile[] {
    return titles.map((title, index) => {
      const sketch = this.#sketches.get(index) ?? emptySketch();
      const look = lookOf(sketch);
      const ofNumbers = sketch.numbers * 2 > sketch.filled;
      const extremes = look === 'comma' ? sketch.comma : sketch.point;
      const lowest = ofNumbers ? (extremes.lowest?.text ?? null) : sketch.lowestText;
      const highest = ofNumbers ? (extremes.highest?.text ?? null) : sketch.highestText;
      return {
        index,
        title,
        became: became.get(index) ?? null,
        filled: sketch.filled,
        empties: sketch.empties,
        distinct: sketch.seen.size,
        distinctCapped: sketch.more,
        lowest: lowest === null ? null : shown(lowest),
        highest: highest === null ? null : shown(highest),
        look,
      };
    });
  }
}

/** A value that was not seen before (or is not remembered): true where it is a number. */
function learn(sketch: Sketch, text: string): boolean {
  const isNumber = widen(sketch.point, text, 'point');
  if (sketch.seen.size < MOST_DISTINCT) sketch.seen.set(text, isNumber);
  else sketch.more = true;
  if (isNumber || /[.,]/.test(text)) {
    widen(sketch.comma, text, 'comma');
    weigh(text, sketch.evidence);
  }
  if (isNumber && THOUSANDS.test(text)) sketch.grouped = true;
  if (sketch.lowestText === null || text < sketch.lowestText) sketch.lowestText = text;
  if (sketch.highestText === null || text > sketch.highestText) sketch.highestText = text;
  return isNumber;
}
