/** Numbers for combinations of whole numbers, given in the order in which the combinations come: 0, 1, 2 … */
export class Combos {
  size = 0;
  #keys: Int32Array<ArrayBuffer>;
  #hashes = new Int32Array(512);
  #slots = new Int32Array(1024);
  #mask = 1023;

  constructor(readonly width: number) {
    this.#keys = new Int32Array(width * 512);
  }

  /** The number of the combination; a new one gets `size` as it was before the call. */
  numberOf(key: Int32Array): number {
    const { width } = this;
    let mixed = SEED;
    for (let i = 0; i < width; i += 1) mixed = mix(mixed, key[i] ?? 0);
    let slot = spread(mixed) & this.#mask;
    for (;;) {
      const found = (this.#slots[slot] ?? 0) - 1;
      if (found < 0) return this.#enter(key, mixed, slot);
      if (this.#hashes[found] === mixed) {
        const at = found * width;
        let same = 0;
        while (same < width && this.#keys[at + same] === key[same]) same += 1;
        if (same === width) return found;
      }
      slot = (slot + 1) & this.#mask;
    }
  }

  /** The numbers of so many rows, of which these are the columns, one by one as `numberOf` would give them. */
  numbersOf(columns: readonly Int32Array[], rowCount: number): Int32Array {
    const { width } = this;
    const numbers = new Int32Array(rowCount).fill(SEED);
    // Column by column: the loop that a million rows go through holds nothing but arithmetic.
    for (const column of columns)
      for (let row = 0; row < rowCount; row += 1) numbers[row] = mix(numbers[row] ?? 0, column[row] ?? 0);
    const key = new Int32Array(width);
    for (let row = 0; row < rowCount; row += 1) {
      const mixed = numbers[row] ?? 0;
      let slot = spread(mixed) & this.#mask;
      let number = -1;
      while (number < 0) {
        const found = (this.#slots[slot] ?? 0) - 1;
        if (found < 0) {
          for (let i = 0; i < width; i += 1) key[i] = columns[i]?.[row] ?? 0;
          number = this.#enter(key, mixed, slot);
        } else {
          if (this.#hashes[found] === mixed) {
            const at = found * width;
            let same = 0;
            while (same < width && this.#keys[at + same] === columns[same]?.[row]) same += 1;
            if (same === width) number = found;
          }
          slot = (slot + 1) & this.#mask;
        }
      }
      numbers[row] = number;
    }
    return numbers;
  }

  /** Part `index` of the combination that has this number. */
  part(number: number, index: number): number {
    return this.#keys[number * this.width + index] ?? 0;
  }

  #enter(key: Int32Array, mixed: number, slot: number): number {
    const number = this.size;
    if ((number + 1) * this.width > this.#keys.length) this.#keys = twice(this.#keys);
    if (number === this.#hashes.length) this.#hashes = twice(this.#hashes);
    this.#keys.set(key, number * this.width);
    this.#hashes[number] = mixed;
    this.#slots[slot] = number + 1;
    this.size += 1;
    if (this.size * 2 > this.#mask) this.#widen();
    return number;
  }

  #widen(): void {
    this.#mask = this.#mask * 4 + 3;
    this.#slots = new Int32Array(this.#mask + 1);
    for (let number = 0; number < this.size; number += 1) {
      let slot = spread(this.#hashes[number] ?? 0) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = number + 1;
    }
  }
}

const SEED = 0x811c9dc5 | 0;

function mix(mixed: number, part: number): number {
  const next = Math.imul(mixed ^ part, 0x9e3779b1);
  return next ^ (next >>> 15);
}

const spread = (mixed: number): number => Math.imul(mixed ^ (mixed >>> 13), 0x85ebca6b) >>> 7;

function twice(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(array.length * 2);
  more.set(array);
  return more;
}
