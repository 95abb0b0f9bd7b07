/**
 * The order of uses, which LRU and MRU read from opposite ends. A load is a use; ties cannot occur.
 *
 *     unused for longest  ◀── list ──▶  …      previous, latest
 *
 * Four of five references are to one of the last two pages (Denning 1968: locality), so the frames used last are held
 * at hand, out of the list: such a reference changes no link.
 */
import { FrameList, NO_FRAME } from '../paging/frame-list.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { leastRecentlyUsedFirst } from '../paging/use-order.ts';
import { Policy, type Ranking } from './policy.ts';

export abstract class RecencyPolicy extends Policy {
  /** The used frames but for the two below, least recently used first. */
  readonly #list: FrameList;
  /** The frame used last, and the one before it; NO_FRAME: it is in the list. */
  #latest = NO_FRAME;
  #previous = NO_FRAME;

  constructor(frames: FrameTable) {
    super(frames);
    this.#list = new FrameList(frames.total);
    this.#list.appendAll(leastRecentlyUsedFirst(frames));
  }

  override loaded(frame: number): void {
    this.#hold(frame);
  }

  override used(frame: number): void {
    if (frame === this.#latest) return;
    if (frame === this.#previous) {
      this.#previous = this.#latest;
      this.#latest = frame;
      return;
    }
    this.#list.remove(frame);
    this.#hold(frame);
  }

  override released(frame: number): number {
    if (frame === this.#latest || frame === this.#previous) this.#putBack();
    this.#list.remove(frame);
    return 0;
  }

  /** All used frames, least recently used first. */
  protected get recency(): FrameList {
    this.#putBack();
    return this.#list;
  }

  /** The frame that has been unused for longest; NO_FRAME where none is used. */
  protected get leastRecent(): number {
    const { first } = this.#list;
    return first === NO_FRAME ? this.recency.first : first;
  }

  protected rank(frames: readonly number[], because: string): Ranking {
    const numbers = frames.map((frame) => `used at ${this.frames.usedAt[frame]}`);
    return { frames, numbers, because, tie: null };
  }

  /** A frame that is not in the list is the latest now. */
  #hold(frame: number): void {
    if (this.#previous !== NO_FRAME) this.#list.append(this.#previous);
    this.#previous = this.#latest;
    this.#latest = frame;
  }

  #putBack(): void {
    if (this.#previous !== NO_FRAME) this.#list.append(this.#previous);
    if (this.#latest !== NO_FRAME) this.#list.append(this.#latest);
    this.#previous = NO_FRAME;
    this.#latest = NO_FRAME;
  }
}
