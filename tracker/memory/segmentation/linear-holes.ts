/**
 * The list of holes as a plain array, for every order: each search walks it, as the textbooks draw it, O(n).
 * It is also the measure of IndexedHoles, which must not be told apart from it.
 */
import type { HoleOrder } from '../../../shared/status.ts';
import type { FoundHole, Hole, HoleList, HoleListState } from './hole-list.ts';
import { remainders } from './hole-list.ts';
import { HOLE_ORDER_RULES } from './hole-order.ts';

export class LinearHoles implements HoleList {
  rover: number | null;
  readonly #order: HoleOrder;
  readonly #coalesce: boolean;
  #holes: Hole[];

  constructor(state: HoleListState) {
    this.#order = state.order;
    this.#coalesce = state.coalesce;
    this.#holes = [...state.holes];
    this.rover = state.rover ?? this.#holes[0]?.base ?? null;
  }

  get count(): number {
    return this.#holes.length;
  }

  [Symbol.iterator](): Iterator<Hole> {
    return this.#holes.values();
  }

  largest(): number {
    let largest = 0;
    for (const hole of this.#holes) largest = Math.max(largest, hole.size);
    return largest;
  }

  firstAtLeast(size: number, from = 0): FoundHole | null {
    return this.#found(this.#holes.findIndex((hole, position) => position >= from && hole.size >= size));
  }

  smallestAtLeast(size: number): FoundHole | null {
    let smallest = Number.POSITIVE_INFINITY;
    let found = -1;
    for (const [position, hole] of this.#holes.entries()) {
      if (hole.size < size || hole.size >= smallest) continue;
      smallest = hole.size;
      found = position;
    }
    return this.#found(found);
  }

  positionOf(base: number): number {
    const position = this.#holes.findIndex((hole) => hole.base === base);
    if (position < 0) throw new Error(`no hole begins at ${base}`);
    return position;
  }

  at(address: number): FoundHole | null {
    return this.#found(this.#holes.findIndex(({ base, size }) => base <= address && address < base + size));
  }

  split(hole: FoundHole, from: number, size: number): void {
    const rest = remainders(hole, from, size);
    const [taken] = this.#holes.splice(hole.position, 1, ...rest);
    if (taken?.base !== hole.base) throw new Error(`no hole ${hole.base} at position ${hole.position}`);
    if (this.rover !== hole.base) return;
    const following = this.#holes[hole.position] ?? this.#holes[0];
    this.rover = (rest.at(-1) ?? following)?.base ?? null;
  }

  release(freed: Hole): Hole {
    HOLE_ORDER_RULES[this.#order](this.#holes, freed);
    this.rover ??= freed.base;
    if (!this.#coalesce) return freed;
    this.#coalesceInListOrder();
    return this.at(freed.base) ?? freed;
  }

  reset(hole: Hole | null): void {
    this.#holes = hole === null ? [] : [hole];
    this.rover = hole?.base ?? null;
  }

  check(): void {
    if (this.rover !== null) this.positionOf(this.rover);
    else if (this.#holes.length > 0) throw new Error('there are holes and none of them is the rover');
  }

  /** One pass: an element absorbs its list successor if that starts where it ends, and keeps its own place. */
  #coalesceInListOrder(): void {
    const merged: Hole[] = [];
    for (const hole of this.#holes) {
      const before = merged.at(-1);
      if (before === undefined || before.base + before.size !== hole.base) {
        merged.push(hole);
        continue;
      }
      merged[merged.length - 1] = { base: before.base, size: before.size + hole.size };
      if (this.rover === hole.base) this.rover = before.base;
    }
    this.#holes = merged;
  }

  #found(position: number): FoundHole | null {
    const hole = this.#holes[position];
    return hole === undefined ? null : { base: hole.base, size: hole.size, position };
  }
}
