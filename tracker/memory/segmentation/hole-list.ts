/**
 * The list of holes: the free bytes of the segment space, in an order that decides which hole a search meets
 * first. Two classes keep it, LinearHoles (any order) and IndexedHoles (address order, O(log n)); they answer
 * alike, hole by hole and count by count.
 *
 *     position     0            1            2
 *               1100:200 ──▶ 1600:50 ──▶ 3000:63536        a hole is base:size, in bytes
 *                               ▲ rover
 *
 * The *rover* is the hole where the next next-fit search starts (Knuth, TAOCP 1 §2.5, exercise 6). It is a hole
 * at all times, null only while there is none:
 *  - its hole is split: the remainder; where `--base` leaves two, the one above, for the search goes on behind
 *    what was allocated last. Growth of a segment into it is a split like any other.
 *  - its hole is an exact fit: the following hole of the list, the first after the last.
 *  - its hole is coalesced: the merged hole. A sort moves it along: it stays the same hole.
 *  - compaction: the only hole. The first hole of an empty list becomes the rover.
 * Only a next-fit search moves it to another hole, the one it found; first, best, worst, `--base` and resizing
 * leave it alone unless it is their hole.
 */
import type { HoleOrder } from '../../../shared/status.ts';

export interface Hole {
  /** Lowest free address. */
  readonly base: number;
  /** Bytes, never 0. */
  readonly size: number;
}

/** A hole and its position in the list, counted from 0; good until the list changes. */
export interface FoundHole extends Hole {
  readonly position: number;
}

/** What a fit strategy may ask. Iterating gives the holes in list order. */
export interface HoleSearch extends Iterable<Hole> {
  readonly count: number;
  /** Base of the rover; null when there is no hole. */
  readonly rover: number | null;
  /** Bytes of the largest hole, 0 when there is none. */
  largest(): number;
  /** The first hole in list order, from position `from` on, that has at least `size` bytes. */
  firstAtLeast(size: number, from?: number): FoundHole | null;
  /** Of the smallest holes that have at least `size` bytes the first in list order. */
  smallestAtLeast(size: number): FoundHole | null;
  /** Where the hole with this base is in the list. Throws when there is none. */
  positionOf(base: number): number;
}

export interface HoleList extends HoleSearch {
  rover: number | null;
  /** The hole that the byte at `address` lies in. */
  at(address: number): FoundHole | null;
  /** Takes [from, from + size) out of `hole`: what is left below keeps its place, what is left above follows it. */
  split(hole: FoundHole, from: number, size: number): void;
  /** Enters freed bytes where the list's order puts them, then coalesces; the hole they are in now. */
  release(freed: Hole): Hole;
  /** After compaction: only this hole is left, or none. */
  reset(hole: Hole | null): void;
  /** Throws when its own structures disagree. That holes and segments tile the space is checked elsewhere. */
  check(): void;
}

/** What a list of holes is made from. */
export interface HoleListState {
  readonly order: HoleOrder;
  readonly coalesce: boolean;
  /** In list order. */
  readonly holes: readonly Hole[];
  /** Null with holes there means the first of them. */
  readonly rover: number | null;
}

/** What a hole is left with when [from, from + size) is taken out of it: nothing, one rest, or the lower and the upper. */
export function remainders(hole: Hole, from: number, size: number): Hole[] {
  const below = from - hole.base;
  const above = hole.base + hole.size - (from + size);
  if (below < 0 || above < 0) throw new Error(`${from}:${size} is not in the hole ${hole.base}:${hole.size}`);
  const rest: Hole[] = [];
  if (below > 0) rest.push({ base: hole.base, size: below });
  if (above > 0) rest.push({ base: from + size, size: above });
  return rest;
}
