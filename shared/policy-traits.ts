/** What a replacement policy can be told, what it remembers beyond the load and use times, and what it promises. */
import type { PolicyName } from './status.ts';

export interface PolicyTraits {
  /** It looks at R, and can be told that a load does not set it. */
  readonly refOnLoad?: true;
  /** It looks at D. */
  readonly dirty?: true;
  /** It looks at R and clears it every T references: the T that is meant if nobody says. */
  readonly period?: number;
  /** What it has for each page, and decides by: a count of uses, or an 8-bit age. */
  readonly uses?: 'count' | 'age';
  /** It decides by the last use, which without one since is the load. */
  readonly lastUse?: true;
  /** It can be told that a page keeps its count when it is evicted. */
  readonly keepCounts?: true;
  /** It has a hand that points at a frame. */
  readonly hand?: true;
  /** It draws at random, from a generator that a seed starts: the one that is meant if nobody says. */
  readonly seed?: number;
  /** It is a stack algorithm (Mattson et al. 1970): with more frames it holds all that it would with fewer. */
  readonly stack?: true;
}

const TRAITS: Readonly<Partial<Record<PolicyName, PolicyTraits>>> = {
  lru: { lastUse: true, stack: true },
  mru: { lastUse: true },
  clock: { refOnLoad: true, hand: true },
  'enhanced-clock': { refOnLoad: true, dirty: true, hand: true },
  nru: { refOnLoad: true, dirty: true, period: 1000 },
  lfu: { uses: 'count', keepCounts: true },
  aging: { uses: 'age', period: 1 },
  random: { seed: 1 },
  opt: { stack: true },
};

/** None, for a policy that needs the times alone. */
export function traitsOf(policy: PolicyName): PolicyTraits {
  return TRAITS[policy] ?? {};
}
