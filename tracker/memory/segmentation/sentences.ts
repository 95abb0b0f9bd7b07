/** What happened to the segments, in sentences a student learns from. Sizes and addresses in bytes. */
import type { EventKind, SegmentStatus } from '../../../shared/status.ts';
import type { Happening } from '../outcome.ts';
import type { Hole } from './hole-list.ts';
import { remainders } from './hole-list.ts';
import type { Placement } from './placement.ts';
import type { Segment } from './segment.ts';

export function happening(kind: EventKind, text: string): Happening {
  return { kind, frame: null, text, candidates: [] };
}

/** `segment 3 "heap": 300 bytes at 1300 by best fit: hole 1300:320 of 3 looked at leaves 20`. */
export function allocated(segment: Segment, placement: Placement): string {
  const { base, limit, grows } = segment;
  const { hole, searched, fit } = placement;
  const [address, size] = segment.block;
  const where = grows === 'up' ? `at ${base}` : `growing down from ${base}`;
  const block = size === limit ? '' : ` (block ${address}:${size})`;
  const how = fit === null ? 'as asked' : `by ${fit} fit`;
  const looked = `hole ${written(hole)} of ${searched} looked at`;
  return `${named(segment)}: ${bytes(limit)} ${where}${block} ${how}: ${looked} ${leaves(hole, address, size)}`;
}

/** `segment 1 freed: 200 bytes at 1100 merged with the hole after it into 1100:500`. */
export function freed(segment: Segment, hole: Hole): string {
  return `${named(segment)} freed: ${released(segment.block, hole)}`;
}

/** A growing block took `taken` bytes of `hole`. */
export function grown(before: Segment, after: Segment, hole: Hole, taken: number): string {
  const side = after.grows === 'up' ? 'after' : 'before';
  const rest = hole.size === taken ? 'which is used up' : `which keeps ${hole.size - taken}`;
  return `${resized(before, after)}: ${bytes(taken)} from the hole ${side} it, ${written(hole)}, ${rest}`;
}

/** A shrinking block gave `part` back, and now it is in `hole`. */
export function shrunk(before: Segment, after: Segment, part: Segment['block'], hole: Hole): string {
  return `${resized(before, after)}: ${released(part, hole)}`;
}

/** The new limit needs the same block as the old one. */
export function fitted(before: Segment, after: Segment): string {
  return `${resized(before, after)}: its block of ${bytes(after.block[1])} stays`;
}

export function compacted(segments: number, bytesMoved: number, hole: Hole | null): string {
  const moves =
    segments === 0 ? 'nothing had to move' : `${counted(segments, 'segment')} moved, ${bytes(bytesMoved)}`;
  return `compaction: ${moves}; ${hole === null ? 'no hole is left' : `one hole ${written(hole)} is left`}`;
}

function resized(before: Segment, after: Segment): string {
  return `${named(after)}: limit ${before.limit} to ${after.limit}`;
}

function released([address, size]: Segment['block'], hole: Hole): string {
  const before = hole.base < address;
  const after = hole.base + hole.size > address + size;
  const what = `${bytes(size)} at ${address}`;
  if (!before && !after) return `${what} ${size === 1 ? 'is' : 'are'} a new hole`;
  const which = before && after ? 'holes before and after it' : `hole ${before ? 'before' : 'after'} it`;
  return `${what} merged with the ${which} into ${written(hole)}`;
}

function leaves(hole: Hole, address: number, size: number): string {
  const [one, other] = remainders(hole, address, size);
  if (one === undefined) return 'is used up';
  if (other === undefined) return `leaves ${one.size}`;
  return `leaves ${one.size} below and ${other.size} above`;
}

function named({ id, name }: SegmentStatus): string {
  return name === null ? `segment ${id}` : `segment ${id} "${name}"`;
}

function written({ base, size }: Hole): string {
  return `${base}:${size}`;
}

function bytes(count: number): string {
  return counted(count, 'byte');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
