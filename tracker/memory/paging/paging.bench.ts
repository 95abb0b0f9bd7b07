/**
 * References a second: `npx vitest bench --run tracker/memory/paging`, with POLICY=lru for one policy alone. One
 * policy a process is what a replay has; in a process that has run several, calls to the policy cost more.
 *
 * A call makes as many references as its title says. *Hits* go to random resident pages, which is as bad as
 * locality can be: with a million frames nearly every one misses the processor's caches. *Faults* go round a loop
 * twice as long as memory.
 */
import { bench, describe } from 'vitest';
import { POLICY_NAMES } from '../../../shared/status.ts';
import { compareReferences } from '../../analysis/compare.ts';
import { KIND_BITS, WRITES } from './packed-reference.ts';
import { Paging } from './paging.ts';

const FRAME_COUNTS = [64, 1_048_576];
const BATCH = 100_000;

const policies = POLICY_NAMES.filter((policy) => (process.env.POLICY ?? policy) === policy);

/** Page numbers that are their own ids. */
function pagesBelow(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, page) => page);
}

/** These references, every fourth of them a write. */
function packed(pages: ArrayLike<number>): Int32Array {
  return Int32Array.from(pages, (page, i) => (page << KIND_BITS) | ((i & 3) === 0 ? WRITES : 0));
}

/** Page numbers below `below`, the same ones every time (xorshift32, Marsaglia 2003). */
function randomPages(below: number): Int32Array {
  let state = 1;
  return new Int32Array(BATCH).map(() => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  });
}

describe.each(FRAME_COUNTS)('%i frames', (totalFrames) => {
  for (const policy of policies.filter((each) => each !== 'opt')) {
    const paging = new Paging({ totalFrames, pageSize: 4096, policy });
    const slot = paging.openProcess('trace');
    const pages = pagesBelow(2 * totalFrames);
    const filling = packed(pages.subarray(0, totalFrames));
    const hits = packed(randomPages(totalFrames));
    paging.touchAll(slot, filling, pages);

    bench(`${policy}: ${BATCH} hits`, () => {
      paging.touchAll(slot, hits, pages);
    });

    const faulting = new Paging({ totalFrames, pageSize: 4096, policy });
    const faultingSlot = faulting.openProcess('trace');
    let next = totalFrames;
    faulting.touchAll(faultingSlot, filling, pages);
    const round = new Int32Array(BATCH);

    bench(`${policy}: ${BATCH} faults`, () => {
      for (let i = 0; i < BATCH; i++) {
        round[i] = (next << KIND_BITS) | ((i & 3) === 0 ? WRITES : 0);
        if (++next === 2 * totalFrames) next = 0;
      }
      faulting.touchAll(faultingSlot, round, pages);
    });
  }
});

describe.runIf(policies.includes('opt'))('opt, its future included', () => {
  const pages = Float64Array.from(randomPages(128));
  const writes = new Uint8Array(BATCH);
  bench(`64 frames: a run of ${BATCH} references`, async () => {
    await compareReferences({ pages, writes }, ['opt'], [64]);
  });
});
