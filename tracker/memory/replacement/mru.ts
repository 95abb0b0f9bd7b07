/**
 * Most recently used: the page used last goes. Bad for a program with locality; best for one that goes round a
 * loop larger than memory, where the page used last is the one needed latest (Chou & DeWitt 1985).
 */
import type { Ranking } from './policy.ts';
import { RecencyPolicy } from './recency.ts';

export class Mru extends RecencyPolicy {
  override readonly name = 'mru';

  override victim(): number {
    return this.recency.last;
  }

  override peek(): number {
    return this.recency.last;
  }

  override explain(limit: number): Ranking {
    return this.rank(this.recency.fromTail(limit), 'the most recently used');
  }
}
