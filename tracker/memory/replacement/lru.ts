/**
 * Least recently used (Silberschatz 10e §10.4.4): the page that has been unused for longest goes. What has been
 * used lately will be used again: locality (Denning 1968). A *stack algorithm*: more frames never mean more faults
 * (Mattson et al. 1970).
 */
import type { Ranking } from './policy.ts';
import { RecencyPolicy } from './recency.ts';

export class Lru extends RecencyPolicy {
  override readonly name = 'lru';

  override victim(): number {
    return this.leastRecent;
  }

  override peek(): number {
    return this.leastRecent;
  }

  override explain(limit: number): Ranking {
    return this.rank(this.recency.fromHead(limit), 'unused for the longest');
  }
}
