/**
 * The segmentation half once more, from the rules as they read and as slowly as that: one array of segments, one of
 * holes in list order, everything searched. It shares no code with the engine, whose every answer is compared with it.
 */
import type { FitName, SegmentationStatus } from '../../../shared/status.ts';

export type NaiveSegmentOptions = Omit<SegmentationStatus, 'segments' | 'holes' | 'rover'>;

/** Free bytes. The rover is one of these objects, whatever becomes of its base and size. */
interface Hole {
  base: number;
  size: number;
}

interface Segment {
  readonly id: number;
  readonly grows: 'up' | 'down';
  limit: number;
  /** Where its block begins, header and all. */
  start: number;
  /** Of its block. */
  size: number;
}

export interface NaiveRequest {
  readonly limit: number;
  readonly base: number | null;
  readonly fit: FitName | null;
  readonly grows: 'up' | 'down';
}

type Answer = Readonly<Record<string, unknown>>;
/** The fields of an answer, or the code of a refusal. */
export type NaiveAnswer = Answer | string;

export class NaiveSegments {
  readonly options: NaiveSegmentOptions;
  segments: Segment[] = [];
  holes: Hole[];
  rover: Hole | null;

  constructor(options: NaiveSegmentOptions) {
    this.options = options;
    this.holes = [{ base: options.base, size: options.space }];
    this.rover = this.holes[0] ?? null;
  }

  alloc({ limit, base, fit, grows }: NaiveRequest): NaiveAnswer {
    if (this.segments.length === this.options.maxSegments) return 'segment-table-full';
    const size = this.blockOf(limit);
    if (base !== null) {
      const start = grows === 'up' ? base - this.options.header : base - size;
      const refusal = this.whyNotAt(start, size);
      return refusal ?? this.place(start, size, limit, grows);
    }
    const { hole, searched } = this.search(fit ?? this.options.fit, size);
    if (hole === undefined) return 'no-hole';
    if ((fit ?? this.options.fit) === 'next') this.rover = hole;
    const start = grows === 'up' ? hole.base : hole.base + hole.size - size;
    return { ...this.place(start, size, limit, grows), searched };
  }

  free(id: number): NaiveAnswer {
    const segment = this.find(id);
    if (!segment) return 'no-such-segment';
    this.segments = this.segments.filter((each) => each !== segment);
    this.release({ base: segment.start, size: segment.size });
    return { id, holes: this.pairs() };
  }

  resize(id: number, limit: number): NaiveAnswer {
    const segment = this.find(id);
    if (!segment) return 'no-such-segment';
    const growth = this.blockOf(limit) - segment.size;
    const end = segment.start + segment.size;
    if (growth > 0) {
      const from = segment.grows === 'up' ? end : segment.start - growth;
      const touches = (hole: Hole) =>
        segment.grows === 'up' ? hole.base === end : hole.base + hole.size === segment.start;
      if (!this.holes.some((hole) => touches(hole) && hole.size >= growth)) return 'no-hole';
      this.take(from, growth);
    }
    if (segment.grows === 'down') segment.start -= growth;
    segment.size += growth;
    segment.limit = limit;
    if (growth < 0) {
      const base = segment.grows === 'up' ? end + growth : segment.start + growth;
      this.release({ base, size: -growth });
    }
    return { id, base: this.baseOf(segment), limit, holes: this.pairs() };
  }

  compact(): NaiveAnswer {
    const moved: number[][] = [];
    let bytesMoved = 0;
    let end = this.options.base;
    for (const segment of this.segments.toSorted((a, b) => a.start - b.start)) {
      const from = this.baseOf(segment);
      if (segment.start !== end) {
        segment.start = end;
        bytesMoved += segment.size;
        moved.push([segment.id, from, this.baseOf(segment)]);
      }
      end += segment.size;
    }
    const left = this.options.base + this.options.space - end;
    this.holes = left > 0 ? [{ base: end, size: left }] : [];
    this.rover = this.holes[0] ?? null;
    return { moved, bytesMoved, holes: this.pairs() };
  }

  translate(id: number, offset: number): NaiveAnswer {
    const segment = this.find(id);
    if (!segment) return 'no-such-segment';
    const { grows, limit } = segment;
    const legal = grows === 'up' ? offset < limit : offset >= 1 && offset <= limit;
    if (!legal) return 'segmentation-fault';
    const base = this.baseOf(segment);
    return { id, offset, physical: grows === 'up' ? base + offset : base - offset };
  }

  /** Of all runs of neighbouring holes that would do for `size` bytes the fewest segment bytes between; null for none. */
  cheapestSlide(size: number): number | null {
    const holes = this.holes.toSorted((a, b) => a.base - b.base);
    const costs = holes.flatMap((first, i) =>
      holes.slice(i).flatMap((last, k) => {
        const free = holes.slice(i, i + k + 1).reduce((sum, hole) => sum + hole.size, 0);
        return free >= size ? [last.base + last.size - first.base - free] : [];
      }),
    );
    return costs.length === 0 ? null : Math.min(...costs);
  }

  blockOf(limit: number): number {
    const { header, align } = this.options;
    return header + Math.ceil(limit / align) * align;
  }

  /** As a status file has it. */
  status(): SegmentationStatus {
    return {
      ...this.options,
      segments: this.segments
        .toSorted((a, b) => a.id - b.id)
        .map((segment) => {
          const { id, limit, grows } = segment;
          return { id, base: this.baseOf(segment), limit, grows, name: null };
        }),
      holes: this.holes.map(({ base, size }) => ({ base, size })),
      rover: this.rover?.base ?? null,
    };
  }

  private find(id: number): Segment | undefined {
    return this.segments.find((segment) => segment.id === id);
  }

  private baseOf({ grows, start, size }: Segment): number {
    return grows === 'up' ? start + this.options.header : start + size;
  }

  private pairs(): number[][] {
    return this.holes.map(({ base, size }) => [base, size]);
  }

  private whyNotAt(start: number, size: number): string | null {
    const { base, space } = this.options;
    const end = start + size;
    if (start < base || end > base + space) return 'out-of-space';
    if (this.segments.some((each) => each.start < end && start < each.start + each.size)) {
      return 'segments-overlap';
    }
    return this.holes.some((hole) => hole.base <= start && end <= hole.base + hole.size) ? null : 'no-hole';
  }

  private search(fit: FitName, size: number): { hole: Hole | undefined; searched: number } {
    const fits = (hole: Hole) => hole.size >= size;
    const searched = this.holes.length;
    const bySize = this.holes.filter(fits).toSorted((a, b) => a.size - b.size);
    if (fit === 'best') return { hole: bySize[0], searched };
    if (fit === 'worst') {
      const largest = bySize.at(-1)?.size;
      return { hole: bySize.find((hole) => hole.size === largest), searched };
    }
    const from = fit === 'next' && this.rover ? this.holes.indexOf(this.rover) : 0;
    const inTurn = [...this.holes.slice(from), ...this.holes.slice(0, from)];
    const index = inTurn.findIndex(fits);
    return { hole: inTurn[index], searched: index < 0 ? searched : index + 1 };
  }

  private place(start: number, size: number, limit: number, grows: 'up' | 'down'): Answer {
    this.take(start, size);
    let id = 0;
    while (this.find(id)) id++;
    const segment: Segment = { id, grows, limit, start, size };
    this.segments.push(segment);
    return { id, base: this.baseOf(segment), limit, block: [start, size], holes: this.pairs() };
  }

  /** The bytes leave the hole they lie in: what is left below keeps its place, what is left above follows it. */
  private take(start: number, size: number): void {
    const index = this.holes.findIndex((hole) => hole.base <= start && start < hole.base + hole.size);
    const hole = this.holes[index];
    if (!hole) throw new Error(`no hole at ${start}`);
    const below = { base: hole.base, size: start - hole.base };
    const above = { base: start + size, size: hole.base + hole.size - start - size };
    const left = [below, above].filter((each) => each.size > 0);
    const following = this.holes[index + 1] ?? this.holes[0];
    this.holes.splice(index, 1, ...left);
    if (this.rover === hole) this.rover = left.at(-1) ?? (following === hole ? null : (following ?? null));
  }

  private release(freed: Hole): void {
    const { holeOrder, coalesce } = this.options;
    if (holeOrder === 'front') this.holes.unshift(freed);
    else this.holes.push(freed);
    if (holeOrder === 'address') this.holes.sort((a, b) => a.base - b.base);
    if (holeOrder === 'size-ascending') this.holes.sort((a, b) => a.size - b.size);
    if (holeOrder === 'size-descending') this.holes.sort((a, b) => b.size - a.size);
    this.rover ??= freed;
    for (let i = 0; coalesce && i + 1 < this.holes.length; ) {
      const [hole, next] = this.holes.slice(i);
      if (!hole || !next || hole.base + hole.size !== next.base) i++;
      else {
        hole.size += next.size;
        this.holes.splice(i + 1, 1);
        if (this.rover === next) this.rover = hole;
      }
    }
  }
}
