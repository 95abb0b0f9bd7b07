/** What a machine is built with, and what it is not allowed to be. */
import type { ToldPolicy } from '../../../shared/conventions.ts';
import { traitsOf } from '../../../shared/policy-traits.ts';
import { isPowerOfTwo } from '../../../shared/power-of-two.ts';
import { MAX_TOTAL_FRAMES, type PolicyName, type ReplacementStatus } from '../../../shared/status.ts';
import type { TlbOptions } from './tlb.ts';

/** What a policy may be told; each is taken by some policies, and left aside by the others. */
export interface PolicyOptions {
  /** clock, enhanced-clock and nru: does a load set the reference bit? Default true. */
  readonly refOnLoad?: boolean;
  /** nru and aging: references between two clearings of R. Default 1000 and 1. */
  readonly period?: number;
  /** lfu: does a page keep its count when it is evicted? Default false. */
  readonly keepCounts?: boolean;
  /** random: where the generator starts, 0 … 2^32 − 1. Default 1. */
  readonly seed?: number;
}

export interface PagingOptions extends PolicyOptions {
  /** Frames of physical memory, 1 … MAX_TOTAL_FRAMES. */
  readonly totalFrames: number;
  /** Bytes in a page and in a frame: a power of two. */
  readonly pageSize: number;
  /** Default `fifo`. */
  readonly policy?: PolicyName;
  /** Entries of the TLB; 0, the default, is no TLB. */
  readonly tlbEntries?: number;
  /** Which TLB entry is replaced. Default `lru`. */
  readonly tlbPolicy?: TlbOptions['policy'];
  /** Empty the TLB when the process changes. Default false: entries carry their process. */
  readonly tlbFlush?: boolean;
  /** opt: `future[i]` is the number of the next reference to the page of reference i (see replacement/next-use.ts). */
  readonly future?: Int32Array;
}

/** What stays the same as long as a machine lives, defaults filled in. */
export interface PagingSettings
  extends Pick<ReplacementStatus, 'policy' | 'refOnLoad' | 'period' | 'keepCounts' | 'seed'> {
  readonly pageSize: number;
  readonly tlb: TlbOptions;
}

/** `options` with the defaults of its policy; options that belong to another policy are left aside. Throws on nonsense. */
export function settingsOf(options: PagingOptions): PagingSettings {
  const { totalFrames, pageSize, policy = 'fifo' } = options;
  if (!Number.isInteger(totalFrames) || totalFrames < 1 || totalFrames > MAX_TOTAL_FRAMES) {
    throw new RangeError(`totalFrames ${totalFrames} is not 1 … ${MAX_TOTAL_FRAMES}`);
  }
  if (!isPowerOfTwo(pageSize)) {
    throw new RangeError(`pageSize ${pageSize} is not a power of two`);
  }
  return {
    pageSize,
    tlb: {
      entries: options.tlbEntries ?? 0,
      policy: options.tlbPolicy ?? 'lru',
      flush: options.tlbFlush ?? false,
    },
    ...TAKES_NOTHING,
    ...toldPolicy(policy, options),
  };
}

const TAKES_NOTHING = { refOnLoad: true, period: 1, keepCounts: false, seed: 0 };

/** `policy` with what it takes of `options`, defaults filled in. */
export function toldPolicy(policy: PolicyName, options: PolicyOptions): ToldPolicy {
  const takes = traitsOf(policy);
  return {
    policy,
    ...(takes.refOnLoad && { refOnLoad: options.refOnLoad ?? true }),
    ...(takes.period !== undefined && { period: options.period ?? takes.period }),
    ...(takes.keepCounts && { keepCounts: options.keepCounts ?? false }),
    ...(takes.seed !== undefined && { seed: (options.seed ?? takes.seed) >>> 0 }),
  };
}
