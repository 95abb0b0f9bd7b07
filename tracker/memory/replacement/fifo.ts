/**
 * First in, first out: the page that has been resident longest goes, used or not. More frames can mean more
 * faults (Belady, Nelson, Shedler 1969). The order is the frame table's own order of loads.
 */
import { Policy, type Ranking } from './policy.ts';

export class Fifo extends Policy {
  override readonly name = 'fifo';

  override victim(): number {
    return this.frames.loads.first;
  }

  override peek(): number {
    return this.frames.loads.first;
  }

  override explain(limit: number): Ranking {
    const frames = this.frames.loads.fromHead(limit);
    const numbers = frames.map((frame) => `loaded at ${this.frames.loadedAt[frame]}`);
    return { frames, numbers, because: 'the longest resident', tie: null };
  }
}
