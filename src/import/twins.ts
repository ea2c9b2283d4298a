/**
 * Whether any two rows have a key in common: a place (year and unit) and what is stated there. Rows of one place stand
 * together in nearly every file, and are compared with each other only; where a place comes again, all are gone through.
 */
import { Combos } from './combos';

const NOWHERE = -1;

export class Twins {
  /** Some two rows share a key: what comes later changes nothing. */
  found = false;
  /** For each key, the place of the last row that has it. */
  #lastPlace = new Int32Array(1024).fill(NOWHERE);
  #place = NOWHERE;
  /** Places are numbered as they come: any below this has been seen. */
  #placesSeen = 0;
  /** All rows so far, place and key in turn; dropped once they are in `#all`. */
  #rows = new Int32Array(4096);
  #rowCount = 0;
  #all: Combos | null = null;
  readonly #pair = new Int32Array(2);

  add(place: number, key: number): void {
    if (this.found) return;
    if (this.#all) {
      this.#addTo(this.#all, place, key);
      return;
    }
    if (place !== this.#place) {
      if (place < this.#placesSeen) {
        this.#goThroughAll();
        this.add(place, key);
        return;
      }
      this.#place = place;
      this.#placesSeen = place + 1;
    }
    if (key >= this.#lastPlace.length) this.#widen(key);
    if (this.#lastPlace[key] === place) this.found = true;
    this.#lastPlace[key] = place;
    if (this.#rowCount * 2 === this.#rows.length) {
      const more = new Int32Array(this.#rows.length * 2);
      more.set(this.#rows);
      this.#rows = more;
    }
    this.#rows[this.#rowCount * 2] = place;
    this.#rows[this.#rowCount * 2 + 1] = key;
    this.#rowCount += 1;
  }

  #widen(key: number): void {
    const more = new Int32Array(Math.max(key + 1, this.#lastPlace.length * 2)).fill(NOWHERE);
    more.set(this.#lastPlace);
    this.#lastPlace = more;
  }

  #goThroughAll(): void {
    const all = (this.#all = new Combos(2));
    for (let row = 0; row < this.#rowCount; row += 1)
      this.#addTo(all, this.#rows[row * 2] ?? 0, this.#rows[row * 2 + 1] ?? 0);
    this.#rows = new Int32Array(0);
    this.#lastPlace = new Int32Array(0);
  }

  #addTo(all: Combos, place: number, key: number): void {
    const known = all.size;
    this.#pair[0] = place;
    this.#pair[1] = key;
    if (all.numberOf(this.#pair) !== known) this.found = true;
  }
}
