/**
 * The list of holes in address order behind two search trees: every operation costs O(log n), also the counting
 * of the holes that a walk along the list would have looked at.
 *
 * Address order is never lost: a rest keeps its hole's place, so only a saved list that somebody edited can be
 * out of it. The tree by size is planted at the first best-fit search; most machines never need it.
 */
import type { FoundHole, Hole, HoleList, HoleListState } from './hole-list.ts';
import { remainders } from './hole-list.ts';
import { type Before, HoleTree } from './hole-tree.ts';

const byAddress: Before = (a, b) => a.base < b.base;
const bySize: Before = (a, b) => a.size < b.size || (a.size === b.size && a.base < b.base);

export class IndexedHoles implements HoleList {
  rover: number | null;
  readonly #coalesce: boolean;
  #addresses: HoleTree;
  #sizes: HoleTree | null = null;

  /** Can a list in this state be kept here? In address order, and with nothing left for coalescing to do. */
  static canKeep(state: HoleListState): boolean {
    if (state.order !== 'address') return false;
    let end = -1;
    for (const { base, size } of state.holes) {
      if (base < end || (state.coalesce && base === end)) return false;
      end = base + size;
    }
    return true;
  }

  constructor(state: HoleListState) {
    if (!IndexedHoles.canKeep(state)) throw new Error('these holes are not in address order');
    this.#coalesce = state.coalesce;
    this.#addresses = new HoleTree(byAddress, state.holes);
    this.rover = state.rover ?? state.holes[0]?.base ?? null;
  }

  get count(): number {
    return this.#addresses.count;
  }

  [Symbol.iterator](): Iterator<Hole> {
    return this.#addresses[Symbol.iterator]();
  }

  largest(): number {
    return this.#addresses.largest;
  }

  firstAtLeast(size: number, from = 0): FoundHole | null {
    return this.#found(this.#addresses.firstAtLeast(size, from));
  }

  smallestAtLeast(size: number): FoundHole | null {
    this.#sizes ??= new HoleTree(
      bySize,
      [...this.#addresses].sort((a, b) => a.size - b.size),
    );
    return this.#found(this.#sizes.firstFrom({ base: 0, size }));
  }

  positionOf(base: number): number {
    if (this.#startingAt(base) === null) throw new Error(`no hole begins at ${base}`);
    return this.#addresses.rank({ base, size: 0 });
  }

  at(address: number): FoundHole | null {
    const hole = this.#addresses.lastUpTo({ base: address, size: 0 });
    return hole !== null && address < hole.base + hole.size ? this.#found(hole) : null;
  }

  split(hole: FoundHole, from: number, size: number): void {
    const rest = remainders(hole, from, size);
    this.#remove(hole);
    for (const remainder of rest) this.#insert(remainder);
    if (this.rover !== hole.base) return;
    const following = () => this.#addresses.select(hole.position) ?? this.#addresses.select(0);
    this.rover = (rest.at(-1) ?? following())?.base ?? null;
  }

  release(freed: Hole): Hole {
    const merged = this.#coalesce ? this.#absorbNeighbours(freed) : freed;
    this.#insert(merged);
    this.rover ??= merged.base;
    return merged;
  }

  reset(hole: Hole | null): void {
    this.#addresses = new HoleTree(byAddress, hole === null ? [] : [hole]);
    this.#sizes = null;
    this.rover = hole?.base ?? null;
  }

  check(): void {
    this.#addresses.check();
    if (this.rover !== null) this.positionOf(this.rover);
    else if (this.count > 0) throw new Error('there are holes and none of them is the rover');
    if (this.#sizes === null) return;
    this.#sizes.check();
    const sizes = [...this.#sizes].sort((a, b) => a.base - b.base);
    const same = [...this.#addresses].every(
      ({ base, size }, k) => sizes[k]?.base === base && sizes[k].size === size,
    );
    if (!same || sizes.length !== this.count) throw new Error('the two trees hold different holes');
  }

  /** Takes the holes that touch `freed` out of the list: what remains to be entered is all three as one. */
  #absorbNeighbours(freed: Hole): Hole {
    let { base, size } = freed;
    for (const hole of [this.at(base - 1), this.#startingAt(base + size)]) {
      if (hole === null) continue;
      this.#remove(hole);
      base = Math.min(base, hole.base);
      size += hole.size;
      if (this.rover === hole.base) this.rover = base;
    }
    return { base, size };
  }

  #startingAt(base: number): Hole | null {
    const hole = this.#addresses.lastUpTo({ base, size: 0 });
    return hole?.base === base ? hole : null;
  }

  #insert(hole: Hole): void {
    this.#addresses.insert(hole);
    this.#sizes?.insert(hole);
  }

  #remove(hole: Hole): void {
    this.#addresses.remove(hole);
    this.#sizes?.remove(hole);
  }

  #found(hole: Hole | null): FoundHole | null {
    if (hole === null) return null;
    return { base: hole.base, size: hole.size, position: this.#addresses.rank(hole) };
  }
}
