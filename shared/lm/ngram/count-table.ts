/** Counts by whole number, in flat arrays: a `Map` of a million numbers takes several times as long to fill and to read. */

const FIRST_CAPACITY = 1024;
/** Fuller than this, and looking for a place takes long. */
const FULLEST = 0.5;
const EMPTY = -1;

/** How often each number from 0 to 2^53 - 1 was counted: a hash table with open addressing and linear probing (Knuth, 1973). */
export class CountTable {
  #keys = new Float64Array(FIRST_CAPACITY).fill(EMPTY);
  #counts = new Float64Array(FIRST_CAPACITY);
  #size = 0;

  get(key: number): number {
    return this.#counts[this.#placeOf(key)];
  }

  add(key: number, count = 1): void {
    let place = this.#placeOf(key);
    if (this.#keys[place] === EMPTY) {
      if (this.#size >= FULLEST * this.#keys.length) {
        this.#grow();
        place = this.#placeOf(key);
      }
      this.#size += 1;
      this.#keys[place] = key;
    }
    this.#counts[place] += count;
  }

  /** Where the key stands, or would stand. */
  #placeOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    const mixed = Math.imul(key >>> 0, 0x9e3779b1) ^ Math.imul((key / 2 ** 32) >>> 0, 0x85ebca6b);
    let place = (mixed ^ (mixed >>> 15)) & mask;
    while (keys[place] !== key && keys[place] !== EMPTY) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(2 * keys.length).fill(EMPTY);
    this.#counts = new Float64Array(2 * keys.length);
    for (let old = 0; old < keys.length; old++) {
      if (keys[old] === EMPTY) continue;
      const place = this.#placeOf(keys[old]);
      this.#keys[place] = keys[old];
      this.#counts[place] = counts[old];
    }
  }
}
