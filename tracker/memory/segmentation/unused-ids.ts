/**
 * The segment ids that are not in use; the lowest is given out first. Ids from `fresh` on were never used; the
 * ones below it that came back wait in a binary heap (Williams 1964), so that taking and returning cost O(log n).
 */
export class UnusedIds {
  /** heap[k] is at most heap[2k + 1] and heap[2k + 2]. */
  readonly #heap: number[] = [];
  #fresh = 0;

  /** `used` are the ids in use, ascending. */
  constructor(used: readonly number[]) {
    for (const id of used) {
      while (this.#fresh < id) this.#heap.push(this.#fresh++);
      this.#fresh = id + 1;
    }
  }

  /** Takes the lowest unused id. */
  take(): number {
    const lowest = this.#heap[0];
    const last = this.#heap.pop();
    if (lowest === undefined || last === undefined) return this.#fresh++;
    if (this.#heap.length > 0) this.#sink(last);
    return lowest;
  }

  /** Gives back an id that was taken. */
  give(id: number): void {
    let hollow = this.#heap.length;
    while (hollow > 0) {
      const parent = (hollow - 1) >> 1;
      const above = this.#at(parent);
      if (above < id) break;
      this.#heap[hollow] = above;
      hollow = parent;
    }
    this.#heap[hollow] = id;
  }

  /** Puts `id` where the root was and lets it sink to its place. */
  #sink(id: number): void {
    let hollow = 0;
    for (;;) {
      const left = 2 * hollow + 1;
      const child = this.#at(left + 1) < this.#at(left) ? left + 1 : left;
      if (this.#at(child) >= id) break;
      this.#heap[hollow] = this.#at(child);
      hollow = child;
    }
    this.#heap[hollow] = id;
  }

  /** Beyond the heap's end everything is larger than any id. */
  #at(index: number): number {
    return this.#heap[index] ?? Number.POSITIVE_INFINITY;
  }
}
