/** What holds for every machine, whatever is done to it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CANDIDATES } from '../../../shared/status.ts';
import { KIND_BITS, WRITES } from './packed-reference.ts';
import { Paging } from './paging.ts';
import { anyOptions, type Command, commands, doIt } from './testing/commands.ts';
import { expectEqual } from './testing/expect-equal.ts';
import type { NaiveOptions } from './testing/naive-machine.ts';
import { residentPages } from './testing/resident-pages.ts';

const machines = fc.tuple(anyOptions, commands);

function forAll(holds: (paging: Paging, each: Command) => void): void {
  fc.assert(
    fc.property(machines, ([options, all]: [NaiveOptions, Command[]]) => {
      const paging = new Paging({ pageSize: 16, ...options });
      for (const each of all) holds(paging, each);
    }),
    { numRuns: 50 },
  );
}

describe('every machine', () => {
  it('is exactly as it was after a refusal', () => {
    forAll((paging, each) => {
      const before = paging.snapshot();
      const outcome = doIt(paging, each);
      if (outcome !== 'ok' && !outcome.startsWith('evicts')) expectEqual(paging.snapshot(), before);
    });
  });

  it('is exactly what its saved state restores', () => {
    forAll((paging, each) => {
      doIt(paging, each);
      expectEqual(Paging.restore(paging.snapshot()).snapshot(), paging.snapshot());
    });
  });

  it('has every frame once: in use or in the free-frame list', () => {
    forAll((paging, each) => {
      doIt(paging, each);
      paging.check();
      expect(residentPages(paging).length + paging.freeFrames).toBe(paging.totalFrames);
    });
  });

  it('counts references as hits and faults, and each of them in the TLB', () => {
    forAll((paging, each) => {
      doIt(paging, each);
      const { references, hits, faults, tlbHits, tlbMisses } = paging.counters;
      expect(hits + faults).toBe(references);
      expect(tlbHits + tlbMisses).toBe(paging.snapshot().tlb.entries === 0 ? 0 : references);
    });
  });

  it('says before each command whether it will be refused', () => {
    forAll((paging, each) => {
      if (each.do !== 'access') return void doIt(paging, each);
      const foreseen = paging.refusalOf(each.pid, [each.page])?.code ?? null;
      const outcome = doIt(paging, each);
      expect(foreseen).toBe(outcome === 'ok' || outcome.startsWith('evicts') ? null : outcome);
    });
  });

  it('explains each eviction by the victim first, every page that could have gone once, and in few words', () => {
    forAll((paging, each) => {
      if (each.do !== 'access') return void doIt(paging, each);
      const resident = residentPages(paging);
      const answer = paging.access(each.pid, each.page, 3, each.write);
      if (!answer.ok) return;
      const { explanation, victim, happenings, why } = answer;
      expect(explanation === null).toBe(victim === null);
      for (const { text } of happenings) expect(text).toMatch(/^[\x20-\x7e]{1,400}$/);
      expect(why).toContain(`${each.pid} page ${each.page}`);
      if (!explanation || !victim) return;
      const { candidates, runnerUp, policy } = explanation;
      expect(candidates[0]).toMatchObject({ pid: victim.pid, page: victim.page, frame: victim.frame });
      expect(runnerUp).toEqual(policy === 'random' ? null : (candidates[1] ?? null));
      expect(explanation.victim).toEqual(candidates[0]);
      const frames = candidates.map(({ frame }) => frame).sort();
      expect(frames).toEqual(resident.map(({ frame }) => frame).sort());
      expect(happenings[0]).toMatchObject({ kind: 'evict', text: explanation.sentence, frame: victim.frame });
      expect(happenings[0]?.candidates).toEqual(candidates.slice(0, MAX_CANDIDATES));
    });
  });

  it('is not touched by looking at it', () => {
    forAll((paging, each) => {
      doIt(paging, each);
      const before = paging.snapshot();
      paging.translate('P', 17);
      paging.translateLevels('P', 17, [2, 2]);
      paging.refusalOf('P', [0, 1, 2]);
      paging.check();
      expectEqual(paging.snapshot(), before);
    });
  });
});

describe('a reference string', () => {
  /** Ids with repetitions, and the page of each. */
  const PAGES = Float64Array.of(0, 5, 2 ** 40, 3, 7, 64);
  const ids = fc.array(fc.tuple(fc.nat(PAGES.length - 1), fc.nat(2), fc.boolean()), { maxLength: 40 });

  it('is its references one after the other, whatever the machine', () => {
    fc.assert(
      fc.property(anyOptions, ids, (options, string) => {
        const packed = string.flatMap(([id, again, write]) =>
          Array.from({ length: 1 + again }, () => (id << KIND_BITS) | (write ? WRITES : 0)),
        );
        const [whole, single] = [
          new Paging({ pageSize: 16, ...options }),
          new Paging({ pageSize: 16, ...options }),
        ];
        const slot = whole.openProcess('P');
        expect(single.openProcess('P')).toBe(slot);
        const made = whole.touchAll(slot, Int32Array.from(packed), PAGES);
        const done = packed.findIndex(
          (word) => single.touch(slot, PAGES[word >> KIND_BITS] ?? 0, (word & WRITES) !== 0) < 0,
        );
        expect(made).toBe(done < 0 ? packed.length : done);
        whole.check();
        expectEqual(whole.snapshot(), single.snapshot());
      }),
    );
  });
});
