/**
 * The segment table: one row a segment, found by its id. Ids are unique, the lowest unused is given next, and
 * `blockBytes` is always the sum of the rows' blocks.
 */
import type { SegmentationRefusal } from './refusals.ts';
import type { Segment } from './segment.ts';
import { UnusedIds } from './unused-ids.ts';

export class SegmentTable {
  readonly #rows = new Map<number, Segment>();
  readonly #unused: UnusedIds;
  #blockBytes = 0;

  /** `segments` in any order. Throws when two have one id. */
  constructor(segments: readonly Segment[]) {
    const ascending = [...segments].sort((a, b) => a.id - b.id);
    for (const segment of ascending) this.#put(segment);
    this.#unused = new UnusedIds(ascending.map((segment) => segment.id));
  }

  get count(): number {
    return this.#rows.size;
  }

  /** Bytes of all blocks together. */
  get blockBytes(): number {
    return this.#blockBytes;
  }

  /** Rows in no particular order. */
  [Symbol.iterator](): Iterator<Segment> {
    return this.#rows.values();
  }

  get(id: number): Segment | undefined {
    return this.#rows.get(id);
  }

  /** Enters a row under the lowest unused id. */
  add(make: (id: number) => Segment): Segment {
    const segment = make(this.#unused.take());
    this.#put(segment);
    return segment;
  }

  /** Throws when there is no such row: the caller has looked. */
  remove(segment: Segment): void {
    if (!this.#rows.delete(segment.id)) throw new Error(`segment ${segment.id} is not in the table`);
    this.#unused.give(segment.id);
    this.#blockBytes -= segment.block[1];
  }

  /** Puts a moved or resized segment in the place of its old self. */
  replace(before: Segment, after: Segment): void {
    if (before.id !== after.id || this.#rows.get(before.id) !== before) {
      throw new Error(`segment ${before.id} is not the row it was`);
    }
    this.#rows.set(after.id, after);
    this.#blockBytes += after.block[1] - before.block[1];
  }

  /** All rows, ascending ids. */
  byId(): Segment[] {
    return [...this.#rows.values()].sort((a, b) => a.id - b.id);
  }

  /** All rows, ascending block addresses. */
  byAddress(): Segment[] {
    return [...this.#rows.values()].sort((a, b) => a.block[0] - b.block[0]);
  }

  /** The segments whose blocks have a byte in [from, to), ascending addresses. O(n): only refusals ask. */
  within(from: number, to: number): Segment[] {
    return [...this.#rows.values()]
      .filter(({ block: [address, size] }) => address < to && address + size > from)
      .sort((a, b) => a.block[0] - b.block[0]);
  }

  #put(segment: Segment): void {
    if (this.#rows.has(segment.id)) throw new Error(`segment ${segment.id} is in the table twice`);
    this.#rows.set(segment.id, segment);
    this.#blockBytes += segment.block[1];
  }
}

export function noSuchSegment(table: SegmentTable, id: number): SegmentationRefusal {
  return { code: 'no-such-segment', id, known: table.byId().map((segment) => segment.id) };
}
