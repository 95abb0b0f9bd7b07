/**
 * Compaction: the blocks slide together at the segment base, in address order, and all free bytes become one hole
 * behind them. Ids, limits and offsets stay; only bases change. (Silberschatz 10e §9.2.3; Knuth, TAOCP 1 §2.5.)
 */
import type { Outcome } from '../outcome.ts';
import { movedBy } from './segment.ts';
import { compacted, happening } from './sentences.ts';
import { freeBytes, type SpaceParts } from './space-parts.ts';

export interface Compacted {
  /** The segments that moved, in the order in which they did: ascending addresses. */
  readonly moved: readonly (readonly [id: number, fromBase: number, toBase: number])[];
  /** Whole blocks, header and rounding included, of the segments that moved. */
  readonly bytesMoved: number;
}

/** Never refused; with nothing to move it changes at most how the free bytes are listed. */
export function compact(parts: SpaceParts): Outcome<Compacted> {
  const { options, table, holes } = parts;
  const moved: [id: number, fromBase: number, toBase: number][] = [];
  let bytesMoved = 0;
  let end = options.base;
  for (const segment of table.byAddress()) {
    const [address, size] = segment.block;
    if (address > end) {
      const slid = movedBy(segment, end - address);
      table.replace(segment, slid);
      moved.push([segment.id, segment.base, slid.base]);
      bytesMoved += size;
    }
    end += size;
  }
  const free = freeBytes(parts);
  const hole = free === 0 ? null : { base: end, size: free };
  holes.reset(hole);
  const happenings = [happening('segment-compact', compacted(moved.length, bytesMoved, hole))];
  return { ok: true, moved, bytesMoved, happenings };
}
