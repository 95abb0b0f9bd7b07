/**
 * What a page-replacement policy is (Silberschatz 10e §10.4): it is told what happens to frames, and asked which
 * page should go. It keeps what it must remember, and may clear reference bits. It never moves a page, counts, or
 * prints: the pager does.
 *
 *     a reference that hits:    referenced(), used(frame)
 *     a reference that faults:  referenced(), [victim(), released(frame)], loaded(frame)
 *     alloc, map: loaded(frame)         free: released(frame)
 *
 * A policy is made over a frame table that may already hold pages: it then takes over the order it finds there.
 * A new one is a file with a class and a line in registry.ts.
 */
import type { PolicyName, ReplacementStatus } from '../../../shared/status.ts';
import type { FrameTable } from '../paging/frame-table.ts';

/** What a policy may be told at the start, and what it remembers beyond the frame table. */
export interface PolicyState
  extends Pick<ReplacementStatus, 'period' | 'keepCounts' | 'hand' | 'sincePeriod' | 'randomState'> {
  /** lfu and aging: the saved count of each frame, indexed by frame. */
  readonly uses?: Int32Array;
  /** opt: `future[i]` is the number of the next reference to the page of reference i, or NEVER. Both count from 0. */
  readonly future?: Int32Array;
}

/** Why the victim is the victim. */
export interface Ranking {
  /** The victim first, in the order in which the policy would take them, if it has one; at most as many as were asked for. */
  readonly frames: readonly number[];
  /** The number that decided, of each of `frames`: `loaded at 3`. */
  readonly numbers: readonly string[];
  /** What makes a page the victim: `the longest resident`. */
  readonly because: string;
  /** The rule that chose among equals, where it had to. */
  readonly tie: string | null;
  /** Chance decides: each of the others might have gone as well, so that none of them is the runner-up. */
  readonly byChance?: true;
}

export abstract class Policy {
  abstract readonly name: PolicyName;
  protected readonly frames: FrameTable;

  constructor(frames: FrameTable) {
    this.frames = frames;
  }

  /** A reference begins, be it a hit or a fault. */
  referenced(): void {}

  /** A page came into `frame`. `kept` is what `released` answered when that page last left a frame, else 0. */
  loaded(_frame: number, _kept: number): void {}

  /** A reference hit the page in `frame`; its time and bits are already set. */
  used(_frame: number): void {}

  /** The page in `frame` leaves. Answers the uses to be kept with the page, 0 for nearly every policy. */
  released(_frame: number): number {
    return 0;
  }

  /** The frame whose page goes. Every frame is used, and `choosable` holds. */
  abstract victim(): number;

  /** What `victim` would answer at the next reference, with nothing changed; null where that cannot be known. */
  abstract peek(): number | null;

  /** The ranking behind what `victim` would answer at the next reference, with nothing changed. */
  abstract explain(limit: number): Ranking;

  /** False for a policy that lacks what it needs to choose: opt without a future. */
  get choosable(): boolean {
    return true;
  }

  /** Makes the frame table's reference bits say what the policy knows; some policies clear them later than it seems. */
  settle(): void {}

  /** lfu: the use count, aging: the age. 0 for the others. Only after `settle`. */
  usesOf(_frame: number): number {
    return 0;
  }

  /** What has to be saved so that this policy can go on. */
  get state(): Pick<PolicyState, 'hand' | 'sincePeriod' | 'randomState'> {
    return { hand: 0, sincePeriod: 0, randomState: 0 };
  }
}
