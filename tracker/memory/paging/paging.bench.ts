/**
 * References a second: `npx vitest bench --run tracker/memory/paging`, with POLICY=lru for one policy alone. One
 * policy a process is what a replay has; in a process that has run several, calls to the policy cost more.
 *
 * A call makes as many references as its title says. *Hits* go to random resident pages, which is as bad as
 * locality can be: with a million frames nearly every one misses the processor's caches. *Faults* go round a loop
 * twice as long as memory.
 */
import { bench, describe } from 'vitest';
import { POLICY_NAMES, type PolicyName } from '../../../shared/status.ts';
import { compareReferences } from '../../analysis/compare.ts';
import { Paging } from './paging.ts';

const FRAME_COUNTS = [64, 1_048_576];
const BATCH = 100_000;
/** For policies that search all frames for a victim. */
const SMALL_BATCH = 10;
const SEARCHING: readonly PolicyName[] = ['nru', 'aging'];

const policies = POLICY_NAMES.filter((policy) => (process.env.POLICY ?? policy) === policy);

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
    const pages = randomPages(totalFrames);
    for (let page = 0; page < totalFrames; page++) paging.touch(slot, page, false);

    bench(`${policy}: ${BATCH} hits`, () => {
      for (let i = 0; i < BATCH; i++) paging.touch(slot, pages[i] ?? 0, (i & 3) === 0);
    });

    const faulting = new Paging({ totalFrames, pageSize: 4096, policy });
    const faultingSlot = faulting.openProcess('trace');
    const batch = totalFrames > 64 && SEARCHING.includes(policy) ? SMALL_BATCH : BATCH;
    let page = 0;
    for (; page < totalFrames; page++) faulting.touch(faultingSlot, page, false);

    bench(`${policy}: ${batch} faults`, () => {
      for (let i = 0; i < batch; i++) {
        faulting.touch(faultingSlot, page, (i & 3) === 0);
        if (++page === 2 * totalFrames) page = 0;
      }
    });
  }
});

describe.runIf(policies.includes('opt'))('opt, its future included', () => {
  const pages = Float64Array.from(randomPages(128));
  const writes = new Uint8Array(BATCH);
  bench(`64 frames: a run of ${BATCH} references`, () => {
    compareReferences({ pages, writes }, ['opt'], [64]);
  });
});
