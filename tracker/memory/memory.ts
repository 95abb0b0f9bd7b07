/**
 * The simulated machine as one object: physical memory in frames, a segment space, the log of what happened, and
 * the identity of this state (session, revision). It owns both halves; they alone change what they own.
 *
 * Pure: the caller brings the session's random name, the time of day and the reasons to change anything.
 */
import { MAX_EVENTS, type Status, type StatusEvent } from '../../shared/status.ts';
import type { Happening } from './outcome.ts';
import { Paging, type PagingOptions } from './paging/paging.ts';
import { type SegmentationOptions, SegmentSpace } from './segmentation/segment-space.ts';

export interface MemoryOptions {
  readonly paging: PagingOptions;
  readonly segmentation: SegmentationOptions;
}

/** Where a memory comes from: random per `init`, and what the config said then. */
export type Origin = Pick<Status, 'session' | 'configFrames' | 'configPageSize'>;

/** Who writes a state down, when, and because of which command. */
export type Writer = Pick<Status, 'written' | 'tracker' | 'door' | 'command'>;

export class Memory {
  readonly paging: Paging;
  readonly segments: SegmentSpace;
  readonly #origin: Origin;
  #revision: number;
  #events: StatusEvent[];

  private constructor(
    paging: Paging,
    segments: SegmentSpace,
    origin: Origin,
    revision: number,
    events: StatusEvent[],
  ) {
    this.paging = paging;
    this.segments = segments;
    this.#origin = origin;
    this.#revision = revision;
    this.#events = events;
  }

  /** A fresh memory, revision 0: every frame free, one hole. */
  static create(options: MemoryOptions, origin: Origin): Memory {
    const paging = new Paging(options.paging);
    const segments = new SegmentSpace(options.segmentation);
    return new Memory(paging, segments, origin, 0, []);
  }

  /** The memory that `status` describes; it goes on as if it had never been written down. */
  static restore(status: Status): Memory {
    const { session, configFrames, configPageSize } = status;
    const paging = Paging.restore(status.paging);
    const segments = SegmentSpace.restore(status.segmentation);
    return new Memory(paging, segments, { session, configFrames, configPageSize }, status.revision, [
      ...status.events,
    ]);
  }

  get revision(): number {
    return this.#revision;
  }

  get origin(): Origin {
    return this.#origin;
  }

  /** Oldest first, at most MAX_EVENTS. */
  get events(): readonly StatusEvent[] {
    return this.#events;
  }

  /** One command has changed this memory: the revision rises by one and its happenings join the log. */
  commit(happenings: readonly Happening[]): void {
    this.#revision += 1;
    const { time } = this.paging;
    const latest = happenings
      .slice(-MAX_EVENTS)
      .map((happening) => ({ revision: this.#revision, time, ...happening }));
    this.#events = [...this.#events, ...latest].slice(-MAX_EVENTS);
  }

  /** All of it as plain data, to be written down. */
  snapshot(writer: Writer): Status {
    return {
      revision: this.#revision,
      ...this.#origin,
      ...writer,
      paging: this.paging.snapshot(),
      segmentation: this.segments.snapshot(),
      events: this.#events,
    };
  }

  /** Throws where an invariant is broken: a bug. */
  check(): void {
    this.paging.check();
    this.segments.check();
  }
}
