/** The order of uses, which LRU and MRU read from opposite ends. A load is a use; ties cannot occur. */
import { FrameList } from '../paging/frame-list.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { leastRecentlyUsedFirst } from '../paging/use-order.ts';
import { Policy, type Ranking } from './policy.ts';

export abstract class RecencyPolicy extends Policy {
  /** The used frames, least recently used first. */
  protected readonly recency: FrameList;

  constructor(frames: FrameTable) {
    super(frames);
    this.recency = new FrameList(frames.total);
    this.recency.appendAll(leastRecentlyUsedFirst(frames));
  }

  override loaded(frame: number): void {
    this.recency.append(frame);
  }

  override used(frame: number): void {
    this.recency.moveToTail(frame);
  }

  override released(frame: number): number {
    this.recency.remove(frame);
    return 0;
  }

  protected rank(frames: readonly number[], because: string): Ranking {
    const numbers = frames.map((frame) => `used at ${this.frames.usedAt[frame]}`);
    return { frames, numbers, because, tie: null };
  }
}
