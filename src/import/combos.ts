/** Numbers for combinations of whole numbers, given in the order in which the combinations come: 0, 1, 2 … */
export class Combos {
  size = 0;
  #keys: Int32Array;
  #slots = new Int32Array(1024);
  #mask = 1023;

  constructor(readonly width: number) {
    this.#keys = new Int32Array(width * 512);
  }

  /** The number of the combination; a new one gets `size` as it was before the call. */
  numberOf(key: Int32Array): number {
    const { width } = this;
    let slot = hash(key, 0, width) & this.#mask;
    for (;;) {
      const found = (this.#slots[slot] ?? 0) - 1;
      if (found < 0) return this.#enter(key, slot);
      const at = found * width;
      let same = 0;
      while (same < width && this.#keys[at + same] === key[same]) same += 1;
      if (same === width) return found;
      slot = (slot + 1) & this.#mask;
    }
  }

  #enter(key: Int32Array, slot: number): number {
    const number = this.size;
    if ((number + 1) * this.width > this.#keys.length) {
      const more = new Int32Array(this.#keys.length * 2);
      more.set(this.#keys);
      this.#keys = more;
    }
    this.#keys.set(key, number * this.width);
    this.#slots[slot] = number + 1;
    this.size += 1;
    if (this.size * 2 > this.#mask) this.#spread();
    return number;
  }

  #spread(): void {
    this.#mask = this.#mask * 4 + 3;
    this.#slots = new Int32Array(this.#mask + 1);
    for (let number = 0; number < this.size; number += 1) {
      let slot = hash(this.#keys, number * this.width, this.width) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = number + 1;
    }
  }
}

function hash(keys: Int32Array, from: number, width: number): number {
  let mixed = 0x811c9dc5;
  for (let i = from; i < from + width; i += 1) {
    mixed = Math.imul(mixed ^ (keys[i] ?? 0), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return Math.imul(mixed ^ (mixed >>> 13), 0x85ebca6b) >>> 7;
}
