/** What every policy in the registry must keep to, against a naive machine written from the definitions. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_NAMES } from '../../../shared/status.ts';
import { Paging } from '../paging/paging.ts';
import { commands, doIt, doItNaively, optionsFor } from '../paging/testing/commands.ts';
import { expectEqual } from '../paging/testing/expect-equal.ts';
import { NaiveMachine } from '../paging/testing/naive-machine.ts';
import { residentPages } from '../paging/testing/resident-pages.ts';
import { naiveState, stateOf } from '../paging/testing/state.ts';

describe.each(POLICY_NAMES)('%s', (policy) => {
  const machines = fc.tuple(optionsFor(policy), commands);

  it('does what its definition says, with several processes and pages that come and go', () => {
    fc.assert(
      fc.property(machines, ([options, all]) => {
        const paging = new Paging({ pageSize: 16, ...options });
        const naive = new NaiveMachine(options);
        for (const each of all) {
          expect(doIt(paging, each)).toBe(doItNaively(naive, each));
          paging.check();
          expectEqual(stateOf(paging.snapshot()), naiveState(naive));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('goes on from a saved state as if it had never been saved', () => {
    fc.assert(
      fc.property(machines, ([options, all]) => {
        const paging = new Paging({ pageSize: 16, ...options });
        let restored = new Paging({ pageSize: 16, ...options });
        for (const each of all) {
          restored = Paging.restore(restored.snapshot());
          restored.check();
          expect(doIt(restored, each)).toBe(doIt(paging, each));
        }
        expectEqual(restored.snapshot(), paging.snapshot());
      }),
      { numRuns: 20 },
    );
  });

  it('foretells the victim without changing anything', () => {
    fc.assert(
      fc.property(machines, ([options, all]) => {
        const paging = new Paging({ pageSize: 16, ...options });
        for (const each of all) {
          const before = paging.snapshot();
          expectEqual(paging.snapshot(), before);
          const page = residentPages(paging).find(({ frame }) => frame === before.nextVictim);
          const outcome = doIt(paging, each);
          if (page && outcome.startsWith('evicts')) expect(outcome).toBe(`evicts ${page.pid} ${page.page}`);
        }
      }),
      { numRuns: 20 },
    );
  });
});
