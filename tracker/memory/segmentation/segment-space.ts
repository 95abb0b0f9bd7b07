/**
 * The segmentation half of the simulated machine: variable-sized segments in one contiguous space, the holes
 * between them, and the arithmetic from (segment, offset) to a physical address.
 *
 *     base                                                                    base + space
 *     │ segment 0 │ hole ░░ │ segment 2 │ segment 1 │ hole ░░░░░░░░░░░░░░░░░░ │
 *
 * Blocks and holes tile the space at all times. A refusal leaves everything as it was; a wrong number (a limit
 * of 0, half a byte) is a bug of the caller and throws a RangeError. (Silberschatz 10e §9.2; Knuth TAOCP 1 §2.5.)
 */
import type { SegmentationStatus } from '../../../shared/status.ts';
import type { Outcome } from '../outcome.ts';
import { allocate, type SegmentAllocated, type SegmentRequest } from './allocation.ts';
import { chooseHoleList, type HoleListMaker } from './choose-hole-list.ts';
import { type Compacted, compact } from './compaction.ts';
import { type Fragmentation, fragmentation } from './fragmentation.ts';
import {
  type AddressTranslated,
  type SegmentTranslated,
  translateAddress,
  translateOffset,
} from './lookup.ts';
import { resize, type SegmentResized } from './resizing.ts';
import { type Segment, segmentOf } from './segment.ts';
import { noSuchSegment, SegmentTable } from './segment-table.ts';
import { resolveOptions, type SegmentationOptions } from './segmentation-options.ts';
import { freed, happening } from './sentences.ts';
import type { SpaceParts } from './space-parts.ts';
import { checkTiling } from './tiling.ts';

export type { SegmentationOptions } from './segmentation-options.ts';

/** What is in a space; a status says it of a saved one. */
type Content = Pick<SegmentationStatus, 'segments' | 'holes' | 'rover'>;

export class SegmentSpace {
  readonly #parts: SpaceParts;

  /** One hole, unless there is `content`. `makeHoles` is for tests and benchmarks, which compare lists of holes. */
  constructor(
    options: SegmentationOptions = {},
    content?: Content,
    makeHoles: HoleListMaker = chooseHoleList,
  ) {
    const resolved = resolveOptions(options);
    const { base, space, holeOrder: order, coalesce } = resolved;
    const { segments, holes, rover } = content ?? {
      segments: [],
      holes: [{ base, size: space }],
      rover: base,
    };
    this.#parts = {
      options: resolved,
      table: new SegmentTable(segments.map((row) => segmentOf(row, resolved))),
      holes: makeHoles({ order, coalesce, holes, rover }),
    };
  }

  /** The space that `status` describes; it goes on as the one that was saved would have. Throws as `check` does. */
  static restore(status: SegmentationStatus): SegmentSpace {
    const space = new SegmentSpace(status, status);
    space.check();
    return space;
  }

  snapshot(): SegmentationStatus {
    const { options, table, holes } = this.#parts;
    return {
      ...options,
      segments: table.byId().map(({ id, base, limit, grows, name }) => ({ id, base, limit, grows, name })),
      holes: Array.from(holes, ({ base, size }) => ({ base, size })),
      rover: holes.rover,
    };
  }

  /** A new segment under the lowest unused id. See `allocate` for what is refused. */
  alloc(request: SegmentRequest): Outcome<SegmentAllocated> {
    return allocate(this.#parts, request);
  }

  /** Takes a segment out of the table; its block joins the list of holes. Refused: `no-such-segment`. */
  free(id: number): Outcome<{ readonly id: number }> {
    const { table, holes } = this.#parts;
    const segment = table.get(id);
    if (segment === undefined) return { ok: false, refusal: noSuchSegment(table, id) };
    table.remove(segment);
    const [base, size] = segment.block;
    const hole = holes.release({ base, size });
    return { ok: true, id, happenings: [happening('segment-free', freed(segment, hole))] };
  }

  /** Another limit, at least 1, for a segment whose base stays. Refused: `no-such-segment`, `no-hole`. */
  resize(id: number, limit: number): Outcome<SegmentResized> {
    const { table } = this.#parts;
    const segment = table.get(id);
    if (segment === undefined) return { ok: false, refusal: noSuchSegment(table, id) };
    return resize(this.#parts, segment, limit);
  }

  /** Slides all blocks together at the segment base. */
  compact(): Outcome<Compacted> {
    return compact(this.#parts);
  }

  /** The physical address of an offset; changes nothing. Refused: `no-such-segment`, `segmentation-fault`. */
  translate(id: number, offset: number): Outcome<SegmentTranslated> {
    return translateOffset(this.#parts.table, id, offset);
  }

  /** The same for a logical address of `addressBits` bits, the top `bits` of which are the segment's id. */
  translateAddress(address: number, bits: number, addressBits: number): Outcome<AddressTranslated> {
    return translateAddress(this.#parts.table, address, bits, addressBits);
  }

  fragmentation(): Fragmentation {
    return fragmentation(this.#parts);
  }

  /** Ascending ids. */
  segments(): readonly Segment[] {
    return this.#parts.table.byId();
  }

  /** In list order. */
  holes(): (readonly [base: number, size: number])[] {
    return Array.from(this.#parts.holes, ({ base, size }) => [base, size]);
  }

  /** Throws where an invariant is broken: see `checkTiling`. */
  check(): void {
    checkTiling(this.#parts);
  }
}
