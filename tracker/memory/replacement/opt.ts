/**
 * OPT, the optimal policy (Belady 1966): the page whose next use is furthest away goes; among pages never used again
 * the latest loaded. It needs the future, so it is a yardstick and no policy to live by.
 */
import { FRESH } from '../../../shared/status.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { bestFrames } from './best-frames.ts';
import { NEVER } from './next-use.ts';
import { Policy, type PolicyState, type Ranking } from './policy.ts';
import { UpcomingUses } from './upcoming-uses.ts';

export class Opt extends Policy {
  override readonly name = 'opt';
  readonly #future: Int32Array | undefined;
  /** The number of the reference that comes next. */
  #next = 0;
  readonly #uses: UpcomingUses;

  constructor(frames: FrameTable, state: PolicyState) {
    super(frames);
    this.#future = state.future;
    this.#uses = new UpcomingUses(frames);
  }

  /** As far as the future is known. */
  override get choosable(): boolean {
    return this.#future !== undefined && this.#next < this.#future.length;
  }

  override referenced(): void {
    this.#next++;
  }

  override loaded(frame: number): void {
    const byFault = ((this.frames.bits[frame] as number) & FRESH) === 0;
    this.#uses.add(frame, byFault ? this.#nextUseFromHere() : NEVER);
  }

  override used(frame: number): void {
    this.#uses.note(frame, this.#nextUseFromHere());
  }

  override released(frame: number): number {
    this.#uses.remove(frame);
    return 0;
  }

  override victim(): number {
    return this.#uses.furthest();
  }

  /** A machine shows nothing of its future. */
  override peek(): null {
    return null;
  }

  override explain(limit: number): Ranking {
    const frames = bestFrames(this.frames.total, limit, (a, b) => this.#uses.isBefore(a, b));
    const nextUses = frames.map((frame) => this.#uses.nextUseOf(frame));
    const numbers = frames.map((frame, rank) => {
      if (nextUses[rank] !== NEVER) return `next used by reference ${nextUses[rank]}`;
      return `never used again, loaded at ${this.frames.loadedAt[frame]}`;
    });
    const tie = nextUses[0] === nextUses[1] ? 'the latest loaded' : null;
    return { frames, numbers, because: 'the furthest next use', tie };
  }

  /** Of the page of the reference that is being made. */
  #nextUseFromHere(): number {
    return this.#future?.[this.#next - 1] ?? NEVER;
  }
}
