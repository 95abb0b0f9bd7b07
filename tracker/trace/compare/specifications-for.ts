/** Which analyses find out what is asked: for each policy the fastest way that is known. */
import type { PolicyName } from '../../../shared/status.ts';
import type { PolicyOptions } from '../../memory/paging/paging.ts';
import { SIZES_AT_ONCE } from '../analyses/several-sizes.ts';
import { bytesOf, type Specification } from '../analyses/specification.ts';

/**
 * OPT for all frame counts up to F at once takes F steps a reference at worst and a few where programs have locality;
 * so it pays where there are many to be asked about below F: one in DENSE.
 */
const DENSE = 32;

/** Analyses of `policy` with each of `frameCounts`, 1 or more and ascending, for a trace of `references` references. */
export function specificationsFor(
  policy: PolicyName,
  frameCounts: readonly number[],
  references: number,
  options: PolicyOptions,
): Specification[] {
  switch (policy) {
    case 'lru':
      return [{ kind: 'lru-curve', frameCounts }];
    case 'fifo':
    case 'clock': {
      const { refOnLoad = true } = options;
      return groupsOf(frameCounts).map((group) => ({
        kind: 'several-sizes',
        policy,
        frameCounts: group,
        refOnLoad,
      }));
    }
    case 'opt': {
      const dense = frameCounts.findLastIndex((frames, i) => frames <= DENSE * (i + 1)) + 1;
      const curve = { kind: 'opt-curve', frameCounts: frameCounts.slice(0, dense) } as const;
      const sparse = frameCounts.slice(dense);
      return [
        ...(dense > 0 ? [curve] : []),
        ...sparse.map((frames) => ({ kind: 'opt-faults', frames, references }) as const),
      ];
    }
    default:
      return frameCounts.map((frames) => ({ kind: 'machine', policy, frames, options }));
  }
}

/** As few groups as an analysis of several sizes needs, all about equally large. */
function groupsOf(frameCounts: readonly number[]): number[][] {
  const groups = Math.ceil(frameCounts.length / SIZES_AT_ONCE);
  const size = Math.ceil(frameCounts.length / groups);
  return Array.from({ length: groups }, (_, k) => frameCounts.slice(k * size, (k + 1) * size));
}

/** Batches, in the same order, of which none needs more than `bytes` for a trace of `distinctPages` pages if it can. */
export function batchesOf(
  specifications: readonly Specification[],
  bytes: number,
  distinctPages: number,
): Specification[][] {
  const batches: Specification[][] = [];
  let room = 0;
  for (const specification of specifications) {
    const needed = bytesOf(specification, distinctPages);
    const batch = batches.at(-1);
    if (batch && needed <= room) batch.push(specification);
    else {
      batches.push([specification]);
      room = bytes;
    }
    room -= needed;
  }
  return batches;
}
